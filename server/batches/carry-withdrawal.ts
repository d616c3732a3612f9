// Carries a withdrawal of a batch to its end, or its bringing back, some rows at a time. Each step may be taken twice: what is done is
// passed by, and counted by an update that names the row it began behind. Who begins it has said so in the batch, so the next start
// goes on when this process is gone.
import type { Context } from '../context.ts';
import { throughElection } from '../db/through-election.ts';
import type { WorkLease } from '../leases/leases.ts';
import { rowsOfBatch } from '../responses/of-batch.ts';
import { bringRowsBack, withdrawRows } from '../responses/withdraw-rows.ts';
import { type StoredBatch, type StoredWithdrawal, storedBatches } from './batch.model.ts';
import { moveRecounted } from './recount-batch.ts';
import { giveToOthers } from './rows-elsewhere.ts';

const rowsAtOnce = 500;

/** Until it has ended, or the server stops: the next start goes on then. Never rejects. */
export async function carryWithdrawal(
  context: Context,
  lease: WorkLease,
  id: string,
): Promise<void> {
  const { stopping, log } = context;
  try {
    while (await throughElection(() => goOn(context, id), { stopping }))
      // nobody is to wait for what the next start does
      if (stopping.aborted) return lease.abandon();
    await lease.release();
  } catch (err) {
    log.warn({ err, batch: id }, 'a withdrawal could not be gone on with yet');
    lease.abandon();
  }
}

/** Some rows. False: there is nothing left to do. */
async function goOn(context: Context, id: string): Promise<boolean> {
  const batch = await context.db.model(storedBatches).findById(id).lean<StoredBatch>();
  if (batch?.state === 'withdrawing') return await withdrawSome(context, batch);
  if (batch?.state === 'bringing-back') return await bringSomeBack(context, batch);
  return false;
}

type Underway = StoredBatch & { readonly withdrawal?: StoredWithdrawal };

async function withdrawSome(context: Context, batch: Underway): Promise<boolean> {
  const { withdrawal } = batch;
  if (!withdrawal) throw new Error(`the batch ${batch._id} does not say why it is withdrawn`);
  const { by, office, reason, at, approvedToo, lastRow } = withdrawal;
  if (lastRow === 0) await giveToOthers(context, batch, batch.startedAt);
  const rows = await nextRows(context, batch._id, lastRow);
  const last = rows.at(-1);
  if (!last) {
    // files that were being read meanwhile had met rows that counted then
    await giveToOthers(context, batch, at);
    return await end(context, batch);
  }
  const ids = rows.map(({ _id }) => _id);
  const act = { by, office, reason, at: context.now(), approvedToo };
  const counted = await withdrawRows(context, batch._id, ids, act);
  await write(context, batch, {
    lastRow: last.row,
    done: withdrawal.done + counted.done,
    left: withdrawal.left + counted.left,
  });
  return true;
}

async function bringSomeBack(context: Context, batch: Underway): Promise<boolean> {
  const { withdrawal } = batch;
  if (!withdrawal?.broughtBack) throw new Error(`nobody has brought the batch ${batch._id} back`);
  const { by, office } = withdrawal.broughtBack;
  const rows = await nextRows(context, batch._id, withdrawal.lastRow);
  const last = rows.at(-1);
  if (!last) {
    // rows that came again in another file are that one's by now
    await moveRecounted(context, keyOf(batch), { from: 'bringing-back', to: withdrawal.from });
    return false;
  }
  const act = { by, office, reason: null, at: context.now() };
  const ids = rows.map(({ _id }) => _id);
  const done = await bringRowsBack(context, batch._id, ids, act);
  await write(context, batch, { lastRow: last.row, done: withdrawal.done + done });
  return true;
}

/** The next ones that the batch has stored, in the order of their rows. */
async function nextRows(context: Context, batch: string, from: number) {
  for await (const page of rowsOfBatch(context, batch, from)) return page.slice(0, rowsAtOnce);
  return [];
}

async function end(context: Context, batch: Underway): Promise<false> {
  const { done, left } = batch.withdrawal ?? { done: 0, left: 0 };
  // the facts of one process may not have heard of everything when it was begun
  const total = inWithdrawal({ total: done + left });
  await context.db
    .model(storedBatches)
    .updateOne(
      { _id: batch._id, state: 'withdrawing' },
      { $set: { state: 'withdrawn', ...total, changedAt: context.now() } },
    );
  context.metrics.countBatch('withdrawn');
  return false;
}

/** Only from where this began: whoever else is at it has counted these rows then. */
async function write(
  { db, now }: Context,
  { _id, state, withdrawal }: Underway,
  progress: Partial<StoredWithdrawal>,
): Promise<void> {
  await db.model(storedBatches).updateOne(
    { _id, state, 'withdrawal.lastRow': withdrawal?.lastRow ?? 0 },
    // field by field: its reason may be erased meanwhile
    { $set: { ...inWithdrawal(progress), changedAt: now() } },
  );
}

/** As an update of the batch writes them. */
export function inWithdrawal(fields: Partial<StoredWithdrawal>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`withdrawal.${name}`, value]),
  );
}

function keyOf({ _id, attempt }: StoredBatch): { batch: string; attempt: string | null } {
  return { batch: _id, attempt };
}
