// A response is taken out of the count, and brought back: one write each, whatever else it is. Nothing of it goes; what it was
// decided stays as it is, and waits as long.
import type { Role, User } from '../../shared/api/session.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { permissions } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { changeResponse } from './change-response.ts';
import { historyWith } from './decision-pages.ts';
import type { StoredDecision, StoredResponse } from './response.model.ts';

type Changing = Pick<Context, 'db' | 'facts'>;
type Before = Pick<
  StoredResponse,
  '_id' | 'version' | 'status' | 'history' | 'earlierDecisions' | 'changedAt'
>;

/** Who does it, when and why. */
export interface WithdrawalAct {
  readonly by: string;
  readonly office: string;
  readonly reason: string | null;
  readonly at: Date;
}

/** `batch`: with its file, and so brought back with it; null: alone. undefined: it has another version by now. */
export async function withdrawResponse(
  context: Changing,
  before: Before,
  act: WithdrawalAct,
  batch: string | null,
): Promise<StoredResponse | undefined> {
  return await changeResponse(context, before, await withdrawn(context, before, act, batch));
}

/** undefined: it has another version by now. */
export async function bringResponseBack(
  context: Changing,
  before: Before,
  act: WithdrawalAct,
): Promise<StoredResponse | undefined> {
  return await changeResponse(context, before, await broughtBack(context, before, act));
}

/** What is written into a response that is withdrawn. */
export async function withdrawn(
  context: Changing,
  before: Before,
  act: WithdrawalAct,
  batch: string | null,
): Promise<Partial<StoredResponse>> {
  const { by, office, at } = act;
  const set = { withdrawnAt: at, withdrawnWith: batch };
  // the reason of a file stands there alone: the words of one response that it may speak of are erased in one place
  const why = batch === null ? { reason: act.reason } : { reason: null, batch };
  const entry = { decision: 'withdrawn' as const, by, office, at, ...why };
  return { ...set, ...(await happened(context, before, entry)) };
}

/** What is written into one that is brought back. */
export async function broughtBack(
  context: Changing,
  before: Before,
  act: WithdrawalAct,
): Promise<Partial<StoredResponse>> {
  const set = { withdrawnAt: null, withdrawnWith: null };
  return { ...set, ...(await happened(context, before, { decision: 'brought-back', ...act })) };
}

async function happened(
  context: Changing,
  before: Before,
  entry: Omit<StoredDecision, 'from'>,
): Promise<Partial<StoredResponse>> {
  const history = await historyWith(context, before, { ...entry, from: before.status });
  return { changedAt: entry.at, ...history };
}

/** As it is stored. @throws reason-needed */
export function reasonOfWithdrawal(given: string | null | undefined): string {
  const reason = removePersonalData(normaliseText(given ?? '')).text;
  if (reason === '')
    throw problem('reason-needed', { detail: 'Say why it is taken out of the figures.' });
  return reason;
}

/** Whether what is approved may be taken out of the count as well. */
export const mayWithdrawApproved = ({ role }: Pick<User, 'role'>): boolean =>
  (permissions['withdraw-approved'] as readonly Role[]).includes(role);

export const withdrawalActOf = (
  { username, office }: Pick<User, 'username' | 'office'>,
  reason: string | null,
  at: Date,
): WithdrawalAct => ({ by: username, office, reason, at });
