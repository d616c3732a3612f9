// The responses of one batch, taken out of the count and brought back some at a time. Whoever does it once more, after a kill, finds
// those that are done and passes them by.
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { changeResponse } from './change-response.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';
import { bringResponseBack, type WithdrawalAct, withdrawResponse } from './withdrawal.ts';

type Changing = Pick<Context, 'db' | 'facts'>;

/** how often one is read again that others keep changing */
const tries = 20;
const againMs = 50;
const atOnce = 50;

const changedFields = {
  ...{ version: 1, status: 1, history: 1, earlierDecisions: 1, changedAt: 1 },
  ...{ batch: 1, withdrawnAt: 1, withdrawnWith: 1, leaving: 1, held: 1 },
} as const;
export type RowResponse = Pick<StoredResponse, '_id' | keyof typeof changedFields>;

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
  let [done, left] = [0, 0];
  await eachSettled(context, ids, async (response) => {
    if (response.batch !== batch) return true;
    const isWithdrawn = response.withdrawnAt !== null;
    if (isWithdrawn && response.withdrawnWith === batch) done++;
    if (isWithdrawn) return true;
    if (response.status === 'approved' && !approvedToo) left++;
    else if (await withdrawResponse(context, response, act, batch)) done++;
    else return false;
    return true;
  });
  return { done, left };
}

/** Those that were withdrawn with their batch; one that was withdrawn alone stays so. Returns how many of these count now. */
export async function bringRowsBack(
  context: Changing,
  batch: string,
  ids: readonly string[],
  act: WithdrawalAct,
): Promise<number> {
  let done = 0;
  await eachSettled(context, ids, async (response) => {
    if (response.batch !== batch) return true;
    const isToDo = response.withdrawnAt !== null && response.withdrawnWith === batch;
    if (response.withdrawnAt !== null && !isToDo) return true;
    const isDone = !isToDo || (await bringResponseBack(context, response, act)) !== undefined;
    if (isDone) done++;
    return isDone;
  });
  return done;
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
  await eachSettled(context, [...placeOf.keys()], async (response) => {
    const isOwn = response.batch === into.batch;
    if (isOwn) own++;
    if (isOwn || !isWanted(response, from)) return true;
    const taken = await takeUp(context, response, { ...into, ...placeOf.get(response._id) }, at);
    if (taken) own++;
    return taken;
  });
  return own;
}

/** What was withdrawn alone is brought back by nobody but who sends it anew. */
function isWanted({ batch, withdrawnAt, withdrawnWith }: RowResponse, from?: string): boolean {
  if (from === undefined) return withdrawnAt !== null;
  return batch === from && (!withdrawnAt || withdrawnWith === from);
}

async function takeUp(
  context: Changing,
  before: RowResponse,
  origin: Partial<StoredResponse>,
  at: Date,
): Promise<boolean> {
  const { by = '', office = '' } = origin;
  const act = { by, office, reason: null, at };
  const taken = before.withdrawnAt
    ? await bringResponseBack(context, before, act, origin)
    : await changeResponse(context, before, { ...origin, changedAt: at });
  return taken !== undefined;
}

/** Each of these that is there, until `settle` has nothing more to do with it. */
async function eachSettled(
  context: Changing,
  ids: readonly string[],
  settle: (response: RowResponse) => Promise<boolean>,
): Promise<void> {
  for (let at = 0; at < ids.length; at += atOnce) {
    let open: readonly string[] = ids.slice(at, at + atOnce);
    for (let attempt = 0; open.length > 0; attempt++) {
      if (attempt === tries) throw problem('storage-unavailable', { retryAfter: 2 });
      if (attempt > 0) await wait(againMs);
      const found = await responsesOf(context, open);
      // beside each other: the embedded database makes them durable in one go
      const settled = await Promise.all(found.map(settle));
      open = found.filter((_response, index) => !settled[index]).map(({ _id }) => _id);
    }
  }
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
