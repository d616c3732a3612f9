import { useState } from 'preact/hooks';
import { paths } from '../../../shared/api/paths.ts';
import type { Response, ResponsePage } from '../../../shared/api/responses.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { check, undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type Tried, useDecision } from './use-decision.ts';

interface ReviewBarProps {
  readonly response: Response;
  readonly onDecided: (response: Response) => void;
}

/** Approve, send back, reject; the result is said, counted at once, and the next one is a press away. */
export function ReviewBar({ response, onDecided }: ReviewBarProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const [asking, setAsking] = useState<'returned' | 'rejected' | null>(null);
  const waiting = useQuery<ResponsePage>(
    `${paths.responses(response.survey)}?status=received&limit=2`,
  );
  const decision = useDecision(response, (decided) => {
    announce(words.done[decided.status === 'received' ? 'approved' : decided.status]);
    onDecided(decided);
    waiting.refetch();
  });
  const decide = async (tried: Tried, version = response.version) => {
    const isStored = await decision.send(tried, version);
    if (isStored) setAsking(null);
  };
  const next = waiting.data?.items.find(({ id }) => id !== response.id);
  return (
    <section class="review" aria-label={words.label}>
      {decision.done && (
        <Notice kind="ok" title={words.done[decision.done]}>
          {next && <a href={`#/responses/${next.id}`}>{words.next}</a>}
        </Notice>
      )}
      {decision.failure && asking === null && (
        <Notice kind="error" live>
          {t.common.failures[decision.failure.type] ?? t.common.failures.unexpected}
        </Notice>
      )}
      {decision.conflict && (
        <ConflictNotice
          conflict={decision.conflict}
          busy={decision.busy}
          onMine={({ mine, stored }) => void decide(mine, stored.version)}
          onTheirs={({ stored }) => {
            decision.dismiss();
            setAsking(null);
            onDecided(stored);
          }}
        />
      )}
      <div class="actionbar">
        <Button kind="danger" onClick={() => setAsking('rejected')}>
          {words.reject}
        </Button>
        <Button icon={undo} onClick={() => setAsking('returned')}>
          {words.sendBack}
        </Button>
        <span class="small muted left">
          {waiting.data && words.left(formatNumber(waiting.data.total))}
        </span>
        <Button
          kind="primary"
          icon={check}
          busy={decision.busy}
          disabled={response.status === 'approved'}
          onClick={() => void decide({ decision: 'approved', reason: '' })}
        >
          {decision.busy ? words.sending : words.approve}
        </Button>
      </div>
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
