// Which decision a person may give on a response now, and what comes of it: one rule for one decision, for many, for what waits, and
// for the page that offers them. A round has no tier of review, one (the office's), or two (the office's, then the national one).
import type { Happening, Status } from '../api/responses.ts';
import type { Scope } from '../api/session.ts';
import { areaOf } from '../places/scope.ts';
import type { RoundContent } from './definition.ts';

export const decisionNames = ['approved', 'returned', 'rejected'] as const;
/** what a reviewer says */
export type DecisionName = (typeof decisionNames)[number];

/** whose decision: the office's, or the national one */
export type Tier = 1 | 2;

/** What of a round says how its responses are decided on. */
export type ReviewRules = Pick<RoundContent, 'reviewTiers' | 'approveOwn'>;

interface Entry {
  readonly decision: Happening;
  readonly by: string;
  readonly tier?: Tier | undefined;
}

/** What of a response says who decides next: its history, oldest first. */
export interface Decidable {
  readonly status: Status;
  /** who sent it */
  readonly by: string;
  readonly history: readonly Entry[];
}

interface Reviewer {
  readonly username: string;
  readonly scope: Scope;
}

/**
 * `own-response`: somebody else approves what one sent · `own-decision`: somebody else gives the national decision than gave the
 * office's · `national-decision`: the office has decided, the next decision is the national one.
 */
export type NotTheirs = 'own-response' | 'own-decision' | 'national-decision';

export interface DecisionOutcome {
  readonly status: Exclude<Status, 'received'>;
  /** absent where a round has one tier, or none */
  readonly tier?: Tier;
}

/** The response becomes `status`, and its history says so in the same word; or why this person cannot decide so. */
export function outcomeOf(
  decision: DecisionName,
  response: Decidable,
  { reviewTiers, approveOwn = false }: ReviewRules,
  { username, scope }: Reviewer,
): DecisionOutcome | { readonly not: NotTheirs } {
  const isOwn = isSentBy(response, username) && !approveOwn;
  if (reviewTiers < 2)
    return decision === 'approved' && isOwn ? { not: 'own-response' } : { status: decision };
  const tier = tierNow(response);
  if (tier === 2 && areaOf(scope) !== null) return { not: 'national-decision' };
  if (decision !== 'approved') return { status: decision, tier };
  if (isOwn) return { not: 'own-response' };
  if (tier === 1) return { status: 'endorsed', tier };
  const isTheirs = whoEndorsed(response) === username && !approveOwn;
  return isTheirs ? { not: 'own-decision' } : { status: 'approved', tier };
}

/** Also for a colleague: who could hand in under another name would approve it else. */
const isSentBy = ({ by, history }: Decidable, username: string): boolean =>
  by === username ||
  history.some((entry) => entry.decision === 'handed-in' && entry.by === username);

/** In a round of two tiers: what the office has approved, and what was decided nationally, is the nation's to decide. */
function tierNow({ status, history }: Decidable): Tier {
  if (status === 'received') return 1;
  if (status === 'endorsed' || status === 'approved') return 2;
  return standing(history)?.tier ?? 1;
}

const whoEndorsed = ({ history }: Decidable): string | undefined =>
  history.findLast(({ decision }) => decision === 'endorsed')?.by;

/** The entry that gave a response its status: one that was taken back is as if it had not been. */
function standing(history: readonly Entry[]): Entry | undefined {
  const decided = history.filter(({ decision }) => !besides.has(decision));
  let at = decided.length - 1;
  while (decided[at]?.decision === 'taken-back') at -= 2;
  return decided[at];
}

/** what leaves the status as it is */
const besides: ReadonlySet<Happening> = new Set([
  'erased',
  'withdrawn',
  'brought-back',
  'handed-in',
]);

/** What filters choose as `status` to find what waits for this person: with two tiers the office's or the national decision. */
export function waitingFor(
  { reviewTiers }: Pick<ReviewRules, 'reviewTiers'>,
  scope: Scope,
): readonly string[] {
  // without review there is still what counts only once it is approved: a citizen's own report
  if (reviewTiers === 0) return ['pending'];
  if (reviewTiers === 1) return ['for-office', 'for-national'];
  return areaOf(scope) === null ? ['for-national'] : ['for-office'];
}

/** Whether a response of this status is among them. */
export function waitsFor(
  { status }: Pick<Decidable, 'status'>,
  rules: Pick<ReviewRules, 'reviewTiers'>,
  scope: Scope,
): boolean {
  // `pending` is received, and does not count yet
  const asStatus: Readonly<Record<string, Status>> = { ...awaitedStatuses, pending: 'received' };
  return waitingFor(rules, scope).some((name) => asStatus[name] === status);
}

/** Values of the filter `status` beside the statuses: what waits for a decision, whether it counts already or not. */
export const awaitedStatuses = { 'for-office': 'received', 'for-national': 'endorsed' } as const;
