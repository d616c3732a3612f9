// The responses of one batch, taken out of the count and brought back some at a time. Whoever does it once more, after a kill, finds
// those that are done and passes them by.
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { problem } from '../http/problem.ts';
import { changeResponses } from './change-responses.ts';
import { changeDecisionPages } from './decision-pages.ts';
import { type StoredDecision, type StoredResponse, storedResponses } from './response.model.ts';
import { broughtBack, type WithdrawalAct, withdrawn } from './withdrawal.ts';

type Changing = Pick<Context, 'db' | 'facts'>;

/** how often one is read again that others keep changing */
const tries = 20;
const againMs = 50;
const atOnce = 500;

const changedFields = {
  ...countableFields,
  ...{ history: 1, earlierDecisions: 1, withdrawnWith: 1 },
} as const;
type RowResponse = Countable &
  Pick<StoredResponse, 'history' | 'earlierDecisions' | 'withdrawnWith'>;

export interface WithdrawnRows {
  /** withdrawn with their batch, now or before */
  readonly done: number;
  /** approved since it was begun, and to be left then */
  readonly left: number;
}

/** `approvedToo`: those that are approved as well. */
export async function withdrawRows(
  context: Changing,
  batch: string,
  ids: readonly string[],
  { approvedToo, ...act }: WithdrawalAct & { readonly approvedToo: boolean },
): Promise<WithdrawnRows> {
  let [before, left] = [0, 0];
  const changed = await changeEach(context, ids, (response) => {
    if (response.batch !== batch) return undefined;
    const isWithdrawn = response.withdrawnAt !== null;
    if (isWithdrawn && response.withdrawnWith === batch) before++;
    if (isWithdrawn) return undefined;
    if (response.status !== 'approved' || approvedToo)
      return withdrawn(context, response, act, batch);
    left++;
    return undefined;
  });
  return { done: before + changed, left };
}

/** Those that were withdrawn with their batch; one that was withdrawn alone stays so. Returns how many of these count now. */
export async function bringRowsBack(
  context: Changing,
  batch: string,
  ids: readonly string[],
  act: WithdrawalAct,
): Promise<number> {
  let before = 0;
  const changed = await changeEach(context, ids, (response) => {
    if (response.batch !== batch) return undefined;
    if (response.withdrawnAt === null) before++;
    else if (response.withdrawnWith === batch) return broughtBack(context, response, act);
    return undefined;
  });
  return before + changed;
}

/** Why their file was withdrawn, where it was written into their histories as well. */
export async function forgetSaid(
  context: Changing,
  ids: readonly string[],
  said: ReadonlySet<string>,
  at: Date,
): Promise<void> {
  const says = ({ decision, reason }: StoredDecision) =>
    decision === 'withdrawn' && reason !== null && said.has(reason);
  const forget = (entry: StoredDecision) => (says(entry) ? { ...entry, reason: null } : entry);
  await changeEach(context, ids, async (response) => {
    if (response.earlierDecisions) await changeDecisionPages(context, response, forget);
    if (!response.history.some(says)) return undefined;
    return { history: response.history.map(forget), changedAt: at };
  });
}

/** Who sends rows that somebody else's file has stored. */
export interface TakingUp {
  readonly batch: string;
  readonly office: string;
  readonly by: string;
  readonly at: Date;
  /** only what this batch has stored, withdrawn or not; absent: what is withdrawn, whoever stored it */
  readonly from?: string;
}

/** Rows that stand in another file as well become its own, and count. Returns how many of them are its own now. */
export async function takeRowsUp(
  context: Changing,
  rows: readonly { readonly row: number; readonly line: number; readonly responseId: string }[],
  { from, at, ...into }: TakingUp,
): Promise<number> {
  const placeOf = new Map(rows.map(({ responseId, row, line }) => [responseId, { row, line }]));
  let own = 0;
  const taken = await changeEach(context, [...placeOf.keys()], async (response) => {
    const isOwn = response.batch === into.batch;
    if (isOwn) own++;
    if (isOwn || !isWanted(response, from)) return undefined;
    const origin = { ...into, ...placeOf.get(response._id) };
    if (!response.withdrawnAt) return { ...origin, changedAt: at };
    const { by, office } = into;
    return {
      ...origin,
      ...(await broughtBack(context, response, { by, office, reason: null, at })),
    };
  });
  return own + taken;
}

/** What was withdrawn alone is brought back by nobody but who sends it anew. */
function isWanted({ batch, withdrawnAt, withdrawnWith }: RowResponse, from?: string): boolean {
  if (from === undefined) return withdrawnAt !== null;
  return batch === from && (!withdrawnAt || withdrawnWith === from);
}

type ToChange = Promise<Partial<StoredResponse> | undefined> | undefined;

/**
 * Each of these that is there, until `toChange` has nothing more to do with it. Returns how many it changed; those of which one was
 * overtaken are read again, and `toChange` sees which are done.
 */
async function changeEach(
  context: Changing,
  ids: readonly string[],
  toChange: (response: RowResponse) => ToChange,
): Promise<number> {
  let changed = 0;
  for (let at = 0; at < ids.length; at += atOnce) {
    let open: readonly string[] = ids.slice(at, at + atOnce);
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt === tries) throw problem('storage-unavailable', { retryAfter: 2 });
      if (attempt > 0) await wait(againMs);
      const found = await responsesOf(context, open);
      const sets = await Promise.all(found.map(toChange));
      const changes = found.flatMap((before, index) => {
        const set = sets[index];
        return set ? [{ before, set }] : [];
      });
      const all = await changeResponses(context, changes);
      if (all) changed += changes.length;
      open = all ? [] : changes.map(({ before }) => before._id);
    }
  }
  return changed;
}

async function responsesOf(
  { db }: Pick<Context, 'db'>,
  ids: readonly string[],
): Promise<readonly RowResponse[]> {
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, changedFields)
    .lean<RowResponse[]>();
  return found.filter(({ leaving, held }) => !leaving && !held);
}
