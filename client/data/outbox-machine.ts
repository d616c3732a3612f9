// What happens to a filled set between "Send" and its receipt. Pure: no storage, no network, no clock.
// Only a receipt takes the payload away; every other outcome keeps it.

import type { Receipt } from '../../shared/api/responses.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import type { ClosedRound } from './closed-round.ts';
import { backOffMs, holdFor } from './outbox-retry.ts';
import {
  isUnsent,
  type OutboxQueue,
  type OutboxSet,
  type RefusedSet,
  type SaidViolation,
  type SentSet,
  type SetSummary,
  type UnsentSet,
} from './outbox-set.ts';

export type Outcome =
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | {
      readonly kind: 'problem';
      readonly status: number;
      readonly type: string;
      readonly violations: readonly SaidViolation[];
      readonly retryAfterMs: number | null;
      readonly request: string | null;
      readonly closed?: ClosedRound;
    }
  | { readonly kind: 'unreachable' };

/** What may end a hold: a person asks, the signal returns, the page is looked at, somebody signs in. */
export type Wake = 'send-now' | 'online' | 'visible' | 'signed-in';

export function summarise(payload: RawResponse): SetSummary {
  const text = (value: unknown) => (value == null || value === '' ? null : String(value));
  return {
    province: text(payload.place?.province),
    district: text(payload.place?.district),
    subdistrict: text(payload.place?.subdistrict),
    issues: payload.issues?.length ?? 0,
  };
}

/** What a set begins with. */
export type GivenSet = Pick<
  UnsentSet,
  'id' | 'survey' | 'owner' | 'payload' | 'revision' | 'collectedBy' | 'filling'
>;

export function newSet(given: GivenSet, savedAt: number): UnsentSet {
  const summary = summarise(given.payload);
  return { ...given, summary, state: 'waiting', savedAt, tries: 0, lastTryAt: null, notBefore: 0 };
}

/** The oldest set of this user that may go now, or null. Call it only while holding the outbox's lock. */
export function nextDue(
  sets: readonly OutboxSet[],
  queue: OutboxQueue,
  user: string,
  now: number,
): UnsentSet | null {
  if (queue.hold && queue.hold.until > now) return null;
  const due = sets
    .filter(isUnsent)
    .filter((set) => set.owner === user && set.notBefore <= now)
    .sort((a, b) => a.savedAt - b.savedAt);
  return due[0] ?? null;
}

/** When to look again by ourselves; null when nothing of this user waits or only signing in helps. */
export function wakeAt(
  sets: readonly OutboxSet[],
  queue: OutboxQueue,
  user: string,
): number | null {
  const own = sets.filter(isUnsent).filter((set) => set.owner === user);
  if (own.length === 0) return null;
  const earliest = Math.min(...own.map((set) => set.notBefore));
  const at = Math.max(earliest, queue.hold?.until ?? 0);
  return Number.isFinite(at) ? at : null;
}

export function begin(set: UnsentSet, now: number): UnsentSet {
  return { ...set, state: 'sending', tries: set.tries + 1, lastTryAt: now };
}

/** A set left `sending` by a closed page. Sending it again is safe: its id is the same. */
export function recover(set: OutboxSet): OutboxSet {
  return set.state === 'sending' ? { ...set, state: 'waiting' } : set;
}

export interface Settled {
  readonly set: OutboxSet;
  readonly queue: OutboxQueue;
  /** whether the next set may be tried at once */
  readonly goOn: boolean;
}

/** The one table of what an answer does to a set and to the queue. */
export function settle(
  set: UnsentSet,
  queue: OutboxQueue,
  outcome: Outcome,
  now: number,
  jitter: number,
): Settled {
  const waiting: UnsentSet = { ...set, state: 'waiting' };
  const held = holdFor(queue, outcome, now, jitter);
  if (held) return { set: waiting, queue: held, goOn: false };

  const calm: OutboxQueue = { hold: null, failures: 0, lastTryAt: now };
  if (outcome.kind !== 'problem') {
    const next = outcome.kind === 'receipt' ? toSent(set, outcome.receipt) : waiting;
    return { set: next, queue: calm, goOn: true };
  }
  // One set that makes the server stumble must not hold back the others.
  if (outcome.status >= 500 || outcome.status === 408) {
    const notBefore = now + backOffMs(set.tries, jitter);
    return { set: { ...waiting, notBefore }, queue: calm, goOn: true };
  }
  return { set: toRefused(set, outcome), queue: calm, goOn: true };
}

function toSent(set: UnsentSet, receipt: Receipt): SentSet {
  const { payload: _gone, ...kept } = set;
  return {
    ...kept,
    state: 'sent',
    receipt: receipt.receipt,
    receivedAt: receipt.receivedAt,
    warnings: receipt.violations,
  };
}

function toRefused(set: UnsentSet, problem: Extract<Outcome, { kind: 'problem' }>): RefusedSet {
  const { type, violations, request, closed } = problem;
  const refusal = { type, violations, request, ...(closed && { closed }) };
  return { ...set, state: 'refused', refusal };
}

/** A server's own "not before" is obeyed whatever happens; the other holds end as soon as something changed. */
export function wake(queue: OutboxQueue, cause: Wake, now: number): OutboxQueue {
  const { hold } = queue;
  if (!hold) return queue;
  if (hold.why === 'server-busy') return hold.until > now ? queue : { ...queue, hold: null };
  if (hold.why === 'signed-out' && cause !== 'signed-in' && cause !== 'send-now') return queue;
  return { ...queue, hold: null, failures: cause === 'visible' ? queue.failures : 0 };
}

/** A refused set as it was before it was tried. */
export function again({ refusal: _over, ...set }: RefusedSet): UnsentSet {
  return { ...set, state: 'waiting', notBefore: 0 };
}

/** "Send now" also tries the sets that wait for their own turn. */
export function hurry(set: OutboxSet): OutboxSet {
  return isUnsent(set) && set.notBefore > 0 ? { ...set, notBefore: 0 } : set;
}

/** How a refused set has been filled in so far, for the draft that it becomes; nothing where its beginning is not known. */
export function begunAgain({ filling }: Pick<UnsentSet, 'filling'>) {
  const startedAt = Date.parse(filling?.startedAt ?? '');
  return filling && Number.isFinite(startedAt)
    ? { filling: { startedAt, edits: filling.edits } }
    : {};
}

/** The id under which a refused set is filled again: its own, unless something else is stored there already. */
export function idToFixUnder(set: RefusedSet, newId: () => string): string {
  return set.refusal.type === 'response-differs' ? newId() : set.id;
}
