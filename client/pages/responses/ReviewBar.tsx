import { useEffect, useRef, useState } from 'preact/hooks';
import type { Response } from '../../../shared/api/responses.ts';
import { waitingHere, waitingStatuses } from '../../data/review-filters.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { navigate } from '../../router.ts';
import { announce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { check, undo } from '../../ui/icons.ts';
import { Notice } from '../../ui/Notice.tsx';
import { ConflictNotice } from './ConflictNotice.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type NextInQueue, useReviewQueue } from './review-queue.ts';
import { type Conflict, type DecisionState, type Tried, useDecision } from './use-decision.ts';
import { approveWord, type Judge, useJudge } from './use-review-rules.ts';

interface ReviewBarProps {
  readonly response: Response;
  /** the query of the list that it was opened from: the next one comes from there too */
  readonly list: string;
  readonly onDecided: (response: Response) => void;
}

/** Approve, send back, reject; the result is said, counted at once, and the next one is a press away. */
export function ReviewBar({ response, list, onDecided }: ReviewBarProps) {
  const { t } = useI18n();
  const words = t.responses.review;
  const [asking, setAsking] = useState<'returned' | 'rejected' | null>(null);
  const { user } = useSession();
  const { survey } = useSurvey();
  const judge = useJudge();
  const waits = survey && user ? waitingHere(survey, user.scope) : waitingStatuses;
  const queue = useReviewQueue(response, list, waits);
  const decision = useDecision(response, (decided) => {
    if (decided.status !== 'received') announce(words.done[decided.status]);
    onDecided(decided);
    queue.refetch();
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
  return (
    <section class="review" aria-label={words.label}>
      <Outcome decision={decision} next={queue.next} hideFailure={asking !== null} />
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
        isErased={response.erasedAt !== null}
        outcome={judge('approved', response)}
        busy={decision.busy}
        left={queue.left}
        isPart={queue.isPart}
        onAsk={setAsking}
        onApprove={() => void decide({ decision: 'approved', reason: '' })}
      />
      <ReasonDialog
        response={response}
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
  readonly next: NextInQueue | undefined;
  /** the dialog shows it */
  readonly hideFailure: boolean;
}

function Outcome({ decision: { done, failure }, next, hideFailure }: OutcomeProps) {
  const { t } = useI18n();
  const outcome = useRef<HTMLDivElement>(null);
  const onward = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (done && !hideFailure) (onward.current ?? outcome.current)?.focus();
  }, [done, hideFailure]);
  const words = t.responses.review;
  return (
    <>
      {done && (
        // the button that was pressed cannot be pressed again: the focus goes on to the next one
        <div tabIndex={-1} ref={outcome}>
          <Notice kind="ok" title={words.done[done]}>
            {next ? (
              <a
                ref={onward}
                href={`#${next.address}`}
                onClick={(event) => goOn(next.address, event)}
              >
                {words.next(next.title)}
              </a>
            ) : (
              words.allDone
            )}
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

/** In place of the one that is decided: going back leads to the list. */
function goOn(address: string, event: MouseEvent): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  navigate(address, { replace: true });
}

interface ActionsProps {
  readonly isApproved: boolean;
  /** nobody can mend it any more */
  readonly isErased: boolean;
  /** what approving makes of it, or why it is not this person's */
  readonly outcome: ReturnType<Judge>;
  readonly busy: boolean;
  /** how many others wait for review */
  readonly left: number | undefined;
  /** they are those of a list, not all */
  readonly isPart: boolean;
  readonly onAsk: (what: 'returned' | 'rejected') => void;
  readonly onApprove: () => void;
}

function Actions(props: ActionsProps) {
  const { isApproved, isErased, outcome, busy, left, isPart, onAsk, onApprove } = props;
  const { t } = useI18n();
  const words = t.responses.review;
  const leftWords = isPart ? words.leftHere : words.left;
  // what the office has decided is the nation's, whatever the decision
  if ('not' in outcome && outcome.not === 'national-decision')
    return <p class="muted mt4">{t.common.failures['national-decision']}</p>;
  return (
    <div class="actionbar">
      <Button kind="danger" onClick={() => onAsk('rejected')}>
        {words.reject}
      </Button>
      {!isErased && (
        <Button icon={undo} onClick={() => onAsk('returned')}>
          {words.sendBack}
        </Button>
      )}
      <span class="small muted left">{left !== undefined && leftWords(formatNumber(left))}</span>
      <Button kind="primary" icon={check} busy={busy} disabled={isApproved} onClick={onApprove}>
        {busy ? words.sending : approveWord(outcome, t)}
      </Button>
    </div>
  );
}
