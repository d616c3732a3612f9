// What lies in the outbox: sets as this device keeps them, and the queue that they stand in.
import type { HowFilled } from '../../shared/api/filling.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import type { ClosedRound } from './closed-round.ts';

/** A problem or warning as the server says it: a code, where, and its parameters. */
export interface SaidViolation {
  readonly code: string;
  readonly level: 'error' | 'warning';
  readonly pointer: string;
  readonly [parameter: string]: unknown;
}

export interface SendRefusal {
  /** problem type, such as `response-invalid` */
  readonly type: string;
  readonly violations: readonly SaidViolation[];
  /** the request's id, to quote when asking for help */
  readonly request: string | null;
  /** of `survey-closed`: how the round stands */
  readonly closed?: ClosedRound;
}

/** Enough to recognise a set in a list after its payload is gone. */
export interface SetSummary {
  readonly province: string | null;
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly issues: number;
}

interface Kept {
  /** UUID, made when the draft was begun: the response's own id */
  readonly id: string;
  readonly survey: string;
  /** username of the person who filled it; nobody else's session may send it */
  readonly owner: string;
  /** of a response that was sent back: the one that this changes */
  readonly revision?: number;
  /** user name of the colleague who filled it; absent: its owner did */
  readonly collectedBy?: string;
  /** absent: kept by an earlier version, or a mend */
  readonly filling?: HowFilled;
  readonly summary: SetSummary;
  /** epoch milliseconds, like every time in the outbox */
  readonly savedAt: number;
  readonly tries: number;
  readonly lastTryAt: number | null;
  /** not tried again before this time */
  readonly notBefore: number;
}

export interface UnsentSet extends Kept {
  readonly state: 'waiting' | 'sending';
  readonly payload: RawResponse;
}
export interface RefusedSet extends Kept {
  readonly state: 'refused';
  readonly payload: RawResponse;
  readonly refusal: SendRefusal;
}
export interface SentSet extends Kept {
  readonly state: 'sent';
  readonly receipt: string;
  readonly receivedAt: string;
  readonly warnings: readonly SaidViolation[];
}
export type OutboxSet = UnsentSet | RefusedSet | SentSet;

export type HoldReason = 'unreachable' | 'server-busy' | 'signed-out';

/** The queue as a whole: a dead line or a busy server stops all sets, not one. */
export interface OutboxQueue {
  readonly hold: { readonly why: HoldReason; readonly until: number } | null;
  /** holds in a row, for the back-off */
  readonly failures: number;
  readonly lastTryAt: number | null;
}

export const emptyQueue: OutboxQueue = { hold: null, failures: 0, lastTryAt: null };

export function isUnsent(set: OutboxSet): set is UnsentSet {
  return set.state === 'waiting' || set.state === 'sending';
}
