import { paths } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { useQuery } from '../../data/use-query.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { check, chevronLeft, undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ExtraAnswers } from './ExtraAnswers.tsx';
import { History } from './History.tsx';
import { happeningText } from './happening-text.ts';
import { Noticed } from './Noticed.tsx';
import { Provenance } from './Provenance.tsx';
import type { NotStored } from './review-desk.ts';
import type { ReviewAct } from './review-keys.ts';
import { usePresence } from './use-presence.ts';
import { approveWord, useJudge } from './use-review-rules.ts';
import { Warnings } from './Warnings.tsx';
import { Words } from './Words.tsx';

interface ReviewPaneProps {
  readonly response: Response;
  /** what was decided and not stored */
  readonly failed: NotStored | undefined;
  readonly onAct: (act: ReviewAct) => void;
  /** on a phone: back to the list */
  readonly onList: () => void;
}

/** The whole response, and what may be done with it always in reach. */
export function ReviewPane({ response, failed, onAct, onList }: ReviewPaneProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const judge = useJudge();
  const others = usePresence(response.survey, response.id);
  const history = useQuery(
    response.revision > 1 ? paths.responseHistory(response.survey, response.id) : null,
  );
  return (
    <section class="reviewed one" aria-label={words.opened}>
      <p class="row between to-list">
        <Button dense kind="quiet" icon={chevronLeft} onClick={onList}>
          {t.responses.one.back}
        </Button>
        <a class="small" href={`#/responses/${response.id}`}>
          {words.ownPage}
        </a>
      </p>
      {others.length > 0 && (
        <Notice kind="warning" live>
          {t.responses.many.alsoHere(others.map(({ name }) => name).join(' · '))}
        </Notice>
      )}
      {failed && <CameBack failed={failed} />}
      <Words response={response} />
      <ExtraAnswers answers={response.answers} />
      <div class="one-side">
        <Warnings response={response} />
        <Noticed response={response} />
        <Provenance response={response} />
        <History response={response} whole={history.data} />
      </div>
      <div class="actionbar">
        <Button kind="danger" onClick={() => onAct('reject')}>
          {words.reject}
        </Button>
        {response.erasedAt === null && (
          <Button icon={undo} onClick={() => onAct('sendBack')}>
            {words.sendBack}
          </Button>
        )}
        <span class="left" />
        <Button kind="primary" icon={check} onClick={() => onAct('approve')}>
          {approveWord(judge('approved', response), t)}
        </Button>
      </div>
    </section>
  );
}

/** Why it is here again, and what was meant. */
function CameBack({ failed: { decided, problem } }: { readonly failed: NotStored }) {
  const { t } = useI18n();
  const words = t.responses.review;
  const now = decided.response.history.at(-1);
  const isConflict = problem.type === 'decision-conflict';
  return (
    <Notice kind="error" title={words.cameBack} live>
      <p>
        {isConflict
          ? words.conflict
          : (t.common.failures[problem.type] ?? t.common.failures.unexpected)}
        {isConflict && now && ` · ${happeningText(now.decision, t)} · ${now.by}`}
      </p>
      <p>
        {words.conflictYours(
          [t.common.statuses[decided.decision], decided.reason].filter(Boolean).join(' '),
        )}
      </p>
    </Notice>
  );
}
