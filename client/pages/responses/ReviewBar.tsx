import { useEffect, useRef, useState } from 'preact/hooks';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { Response } from '../../../shared/api/responses.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { check, undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type Conflict, type DecisionState, type Tried, useDecision } from './use-decision.ts';

interface ReviewBarProps {
  readonly response: Response;
  readonly onDecided: (response: Response) => void;
}

/** Approve, send back, reject; the result is said, counted at once, and the next one is a press away. */
export function ReviewBar({ response, onDecided }: ReviewBarProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const [asking, setAsking] = useState<'returned' | 'rejected' | null>(null);
  const waiting = useQuery(
    withQuery(paths.responses(response.survey), { status: 'received', limit: 2 }),
  );
  const decision = useDecision(response, (decided) => {
    if (decided.status !== 'received') announce(words.done[decided.status]);
    onDecided(decided);
    waiting.refetch();
  });
  const decide = async (tried: Tried, version = response.version) => {
    const isStored = await decision.send(tried, version);
    if (isStored) setAsking(null);
  };
  const keepTheirs = ({ stored }: Conflict) => {
    decision.dismiss();
    setAsking(null);
    onDecided(stored);
  };
  const next = waiting.data?.items.find(({ id }) => id !== response.id);
  return (
    <section class="review" aria-label={words.label}>
      <Outcome decision={decision} next={next?.id} hideFailure={asking !== null} />
      {decision.conflict && (
        <ConflictNotice
          conflict={decision.conflict}
          busy={decision.busy}
          onMine={({ mine, stored }) => void decide(mine, stored.version)}
          onTheirs={keepTheirs}
        />
      )}
      <Actions
        isApproved={response.status === 'approved'}
        busy={decision.busy}
        left={waiting.data?.total}
        onAsk={setAsking}
        onApprove={() => void decide({ decision: 'approved', reason: '' })}
      />
      <ReasonDialog
        asking={decision.conflict ? null : asking}
        busy={decision.busy}
        failure={decision.failure}
        onClose={() => setAsking(null)}
        onSend={(tried) => void decide(tried)}
      />
    </section>
  );
}

interface OutcomeProps {
  readonly decision: DecisionState;
  /** id of the next response that waits */
  readonly next: string | undefined;
  /** the dialog shows it */
  readonly hideFailure: boolean;
}

function Outcome({ decision: { done, failure }, next, hideFailure }: OutcomeProps) {
  const { t } = useI18n();
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (done && !hideFailure) outcome.current?.focus();
  }, [done, hideFailure]);
  const words = t.responses.review;
  return (
    <>
      {done && (
        // the button that was pressed cannot be pressed again: the focus goes on to what came of it
        <div tabIndex={-1} ref={outcome}>
          <Notice kind="ok" title={words.done[done]}>
            {next && <a href={`#/responses/${next}`}>{words.next}</a>}
          </Notice>
        </div>
      )}
      {failure && !hideFailure && (
        <Notice kind="error" live>
          {t.common.failures[failure.type] ?? t.common.failures.unexpected}
        </Notice>
      )}
    </>
  );
}

interface ActionsProps {
  readonly isApproved: boolean;
  readonly busy: boolean;
  /** how many wait for review */
  readonly left: number | undefined;
  readonly onAsk: (what: 'returned' | 'rejected') => void;
  readonly onApprove: () => void;
}

function Actions({ isApproved, busy, left, onAsk, onApprove }: ActionsProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  return (
    <div class="actionbar">
      <Button kind="danger" onClick={() => onAsk('rejected')}>
        {words.reject}
      </Button>
      <Button icon={undo} onClick={() => onAsk('returned')}>
        {words.sendBack}
      </Button>
      <span class="small muted left">{left !== undefined && words.left(formatNumber(left))}</span>
      <Button kind="primary" icon={check} busy={busy} disabled={isApproved} onClick={onApprove}>
        {busy ? words.sending : words.approve}
      </Button>
    </div>
  );
}
