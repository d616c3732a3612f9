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
  const set = { withdrawnAt: act.at, withdrawnWith: batch };
  return await change(context, before, set, { decision: 'withdrawn', ...act });
}

/** `content`: what changes with it, as who else it belongs to now. undefined: it has another version by now. */
export async function bringResponseBack(
  context: Changing,
  before: Before,
  act: WithdrawalAct,
  content: Partial<StoredResponse> = {},
): Promise<StoredResponse | undefined> {
  const set = { ...content, withdrawnAt: null, withdrawnWith: null };
  return await change(context, before, set, { decision: 'brought-back', ...act });
}

async function change(
  context: Changing,
  before: Before,
  set: Partial<StoredResponse>,
  entry: Omit<StoredDecision, 'from'>,
): Promise<StoredResponse | undefined> {
  const history = await historyWith(context, before, { ...entry, from: before.status });
  return await changeResponse(context, before, { ...set, changedAt: entry.at, ...history });
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
