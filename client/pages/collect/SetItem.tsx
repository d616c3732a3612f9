import { placeLine } from '../../../shared/places/place-line.ts';
import { sendAgain, showProgress } from '../../data/outbox.ts';
import { dropSet } from '../../data/outbox-mending.ts';
import type { OutboxQueue, OutboxSet, RefusedSet, SentSet } from '../../data/outbox-set.ts';
import { useOutbox } from '../../data/outbox-status.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { type Speech, useI18n } from '../../i18n/i18n.ts';
import { closedText } from '../../i18n/round-text.ts';
import { dropRefused } from '../../photos/photos-outbox.ts';
import { Button, ButtonLink } from '../../ui/Button.tsx';
import { image, send, smartphone, trash } from '../../ui/icons.ts';
import { Tag } from '../../ui/Notice.tsx';
import { sayViolation } from './feedback.ts';
import { momentWords } from './moment-words.ts';

interface SetItemProps {
  readonly set: OutboxSet;
  readonly queue: OutboxQueue;
  readonly onFix: (set: RefusedSet) => void;
  /** right under a page's heading that says the state already */
  readonly brief?: boolean;
}

const looks = { waiting: 'wait', sending: 'go', sent: 'ok', refused: 'error' } as const;

/** One set on its way: edge, icon and word say the same. */
export function SetItem({ set, queue, onFix, brief = false }: SetItemProps) {
  const Heading = brief ? 'h2' : 'h3';
  const { t, lang } = useI18n();
  const moment = (at: number) => momentWords(at, Date.now(), lang, t);
  const place = placeLine(set.summary, lang) || t.collect.noPlaceYet;
  // of what was mended the receipt says when it came first
  const arrived = ({ revision, receivedAt, lastTryAt }: SentSet) =>
    revision === undefined
      ? t.sending.arrivedAt(moment(Date.parse(receivedAt)))
      : t.sending.mendedAt(moment(lastTryAt ?? Date.parse(receivedAt)));
  const when = set.state === 'sent' ? arrived(set) : t.sending.savedAt(moment(set.savedAt));
  return (
    <li class={`item ${looks[set.state]}`}>
      <Heading>{place}</Heading>
      <p class="small muted">
        {t.sending.problems(formatNumber(set.summary.issues))} · {when}
        {set.collectedBy !== undefined && ` · ${t.sending.collectedBy(set.collectedBy)}`}
      </p>
      {set.state === 'waiting' && <Waiting set={set} queue={queue} brief={brief} />}
      {set.state === 'sending' && (
        <Tag kind="offline" icon={send}>
          {t.sending.sending}
        </Tag>
      )}
      {set.state === 'sent' && !brief && <Sent receipt={set.receipt} />}
      {set.state === 'sent' && <PhotosOf response={set.id} />}
      {set.state === 'refused' && <Refused set={set} onFix={onFix} />}
    </li>
  );
}

interface WaitingProps {
  readonly set: OutboxSet;
  readonly queue: OutboxQueue;
  readonly brief: boolean;
}

function Waiting({ set, queue, brief }: WaitingProps) {
  const { t, lang } = useI18n();
  const next = Math.max(set.notBefore, queue.hold?.until ?? 0);
  const isPlanned = Number.isFinite(next) && next > Date.now();
  return (
    <>
      {!brief && (
        <p>
          <Tag kind="offline" icon={smartphone}>
            {t.sending.kept}
          </Tag>
        </p>
      )}
      {(queue.hold || isPlanned) && (
        <p class="tag muted">
          {[
            queue.hold && t.sending.holds[queue.hold.why],
            isPlanned && t.sending.tryAgainAt(formatTime(new Date(next).toISOString(), lang)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </>
  );
}

function Sent({ receipt }: { readonly receipt: string }) {
  const { t } = useI18n();
  return (
    <>
      <p>
        <Tag kind="ok">{t.sending.received}</Tag>
      </p>
      <p class="code">
        <span class="vh">{t.sending.receipt} </span>
        {receipt}
      </p>
    </>
  );
}

/** Of a response that has arrived: what has still to follow, and what the server does not take. */
export function PhotosOf({ response }: { readonly response: string }) {
  const { t } = useI18n();
  const { photos } = useOutbox();
  const words = t.collect.photos;
  const [waiting, refused] = [photos.waiting, photos.refused].map(
    (some) => some.filter((one) => one.response === response).length,
  );
  return (
    <>
      {!!waiting && (
        <p>
          <Tag kind="offline" icon={image}>
            {words.waiting(formatNumber(waiting))}
          </Tag>
        </p>
      )}
      {!!refused && (
        <>
          <p>
            <Tag kind="error">{words.refused(formatNumber(refused))}</Tag>
          </p>
          <Button icon={trash} onClick={() => void dropRefused(response).then(showProgress)}>
            {words.drop}
          </Button>
        </>
      )}
    </>
  );
}

interface RefusedProps {
  readonly set: RefusedSet;
  readonly onFix: (set: RefusedSet) => void;
}

export function Refused({ set, onFix }: RefusedProps) {
  const speech = useI18n();
  const { t } = speech;
  const isClosed = set.refusal.type === 'survey-closed';
  return (
    <>
      <ul>
        {refusalWords(set, speech).map((text) => (
          <li key={text}>
            <Tag kind="error">{text}</Tag>
          </li>
        ))}
      </ul>
      {set.refusal.request && <p class="small muted">{t.common.requestId(set.refusal.request)}</p>}
      <p class="mt2">
        {isClosed && (
          <Button wide icon={send} onClick={() => void sendAgain(set)}>
            {t.collect.sendAgain}
          </Button>
        )}
        {set.refusal.type === 'revision-stale' && (
          <ButtonLink wide href={`#/responses/${set.id}`}>
            {t.sending.openLatest}
          </ButtonLink>
        )}
        {set.refusal.type === 'response-erased' ? (
          <Button wide icon={trash} onClick={() => void dropSet(set)}>
            {t.sending.dropSet}
          </Button>
        ) : (
          <Button wide onClick={() => onFix(set)}>
            {t.sending.openToFix}
          </Button>
        )}
      </p>
    </>
  );
}

/** The broken rules one by one where the server named them, else the kind of refusal. */
function refusalWords({ refusal }: RefusedSet, speech: Speech): readonly string[] {
  const { t } = speech;
  const { closed } = refusal;
  if (closed)
    return [closedText(closed.why, closed, speech), t.sending.refusals[refusal.type] ?? ''];
  const errors = refusal.violations.filter((one) => one.level === 'error');
  const reasons = errors.map((one) => {
    const issue = /^\/issues\/(\d+)/.exec(one.pointer)?.[1];
    const text = sayViolation(one, t);
    return issue ? t.collect.inIssue(formatNumber(Number(issue) + 1), text) : text;
  });
  if (reasons.length > 0) return [...new Set(reasons)];
  return [t.sending.refusals[refusal.type] ?? t.sending.refusedOtherwise(refusal.type)];
}
