// How a batch comes to its end, whoever brings it there: the load itself, or who has taken it over. Each is a list of steps that
// can be begun again at any point.
import type { Context } from '../context.ts';
import type { WorkLease } from '../leases/leases.ts';
import { batchOfLease } from '../leases/under-way.ts';
import { isAnyStored } from '../responses/of-batch.ts';
import { releaseHeld } from '../responses/release-held.ts';
import { undoAttempt } from '../responses/undo-attempt.ts';
import { holdsRows, type StoredBatch, storedBatches, storedRowBlocks } from './batch.model.ts';
import { moveBatch } from './batch-store.ts';
import { carryWithdrawal } from './carry-withdrawal.ts';
import { moveRecounted, recountEnded } from './recount-batch.ts';
import { isWithdrawnSince, takeWithdrawnUp } from './rows-elsewhere.ts';

export type Ending = Pick<Context, 'db' | 'facts' | 'now' | 'metrics'>;

/** Its last row was judged and nothing takes it back any more. `leaning`: others may have handed rows over before that. */
export async function finishLoad(
  context: Ending,
  moved: StoredBatch,
  leaning: boolean,
): Promise<StoredBatch> {
  const finished =
    moved.state === 'storing'
      ? await finishStoring(context, moved)
      : leaning && (await recountEnded(context, moved._id));
  const taken = await takeUpMet(context, finished || moved, leaning);
  if (taken) return taken;
  if (finished || moved.state !== 'storing') return finished || moved;
  // somebody else has brought it there, or a write of ours whose answer was lost
  return (await context.db.model(storedBatches).findById(moved._id).lean<StoredBatch>()) ?? moved;
}

/** What it met that is withdrawn, or was meanwhile, counts again. null: there was nothing */
async function takeUpMet(
  context: Ending,
  batch: StoredBatch,
  met: boolean,
): Promise<StoredBatch | null> {
  if (batch.state !== 'done' || batch.counts.same === 0) return null;
  const { _id, survey, startedAt } = batch;
  if (!met && !(await isWithdrawnSince(context, survey, startedAt))) return null;
  if (!(await takeWithdrawnUp(context, batch))) return null;
  return await context.db.model(storedBatches).findById(_id).lean<StoredBatch>();
}

/** What it holds is let into the count; then it is done. null: somebody else has brought it there */
async function finishStoring(context: Ending, batch: StoredBatch): Promise<StoredBatch | null> {
  const which = keyOf(batch);
  const { stored, met } = await releaseHeld(context, attemptOf(batch));
  const move = { from: 'storing', to: 'done' } as const;
  const asCounted = !met && stored === batch.counts.accepted;
  return asCounted
    ? await moveBatch(context, which, { ...move, progress: {} })
    : await moveRecounted(context, which, move);
}

/** What it has stored is taken back; then it is refused or interrupted. Its counts are what is left. */
export async function finishUndoing(
  context: Ending,
  batch: StoredBatch,
): Promise<StoredBatch | null> {
  const which = keyOf(batch);
  const { endsAs: to, keepsRows } = batch.undo ?? { endsAs: 'interrupted', keepsRows: false };
  const heirs = await undoAttempt(context, attemptOf(batch));
  if (!keepsRows) await context.db.model(storedRowBlocks).deleteMany({ batch: batch._id });
  // rows of an earlier load of it are stored: then it can be finished, and is not refused as a whole
  const stays = to === 'refused' && (await isAnyStored(context, batch._id));
  const move = { from: 'undoing', to: stays ? 'interrupted' : to } as const;
  const ended = await moveRecounted(context, which, move);
  for (const heir of heirs) await recountEnded(context, heir);
  return ended;
}

/** Ends a batch whose load is gone. What was stored of all or nothing does not stay as long as it might have been nothing. */
export async function endLeftBatch(context: Ending, batch: StoredBatch): Promise<void> {
  const which = keyOf(batch);
  if (batch.state === 'undoing') await finishUndoing(context, batch);
  else if (batch.state === 'storing') await finishStoring(context, batch);
  else if (batch.state !== 'loading') {
    const stored = await recountEnded(context, batch._id);
    if (stored) await takeUpMet(context, stored, true);
  } else if (!holdsRows(batch) || !batch.attempt)
    await moveRecounted(context, which, { from: 'loading', to: 'interrupted' });
  else {
    const progress = { undo: { endsAs: 'interrupted', keepsRows: false } } as const;
    const move = { from: 'loading', to: 'undoing', progress } as const;
    const undoing = await moveBatch(context, which, move);
    if (undoing) await finishUndoing(context, undoing);
  }
}

/** After others have ended a load that was still at it: what it wrote since then does not stay unsaid, or held. */
export async function endLateWrites(
  context: Ending,
  { batch, attempt }: { readonly batch: string; readonly attempt: string },
): Promise<void> {
  const stored = await recountEnded(context, batch);
  const counts = stored?.state === 'storing' || stored?.state === 'done';
  if (!stored || !holdsRows(stored) || (stored.attempt === attempt && counts)) return;
  await undoAttempt(context, { batch, attempt });
}

/** Ends what a lease stands for whose owner is gone: a load, or a withdrawal, which goes on by itself. */
export async function endLeftLoad(
  context: Context,
  lease: WorkLease,
): Promise<undefined | 'going-on'> {
  const id = batchOfLease(lease.name);
  const batch = await context.db.model(storedBatches).findById(id).lean<StoredBatch>();
  if (batch?.state === 'withdrawing' || batch?.state === 'bringing-back') {
    void carryWithdrawal(context, lease, id);
    return 'going-on';
  }
  // another attempt than the last one had begun nothing
  if (batch?.attempt === lease.token) await endLeftBatch(context, batch);
  return undefined;
}

function keyOf({ _id, attempt }: StoredBatch): { batch: string; attempt: string | null } {
  return { batch: _id, attempt };
}

/** Only batches with an attempt are ever stored or undone. */
function attemptOf({ _id, attempt }: StoredBatch): { batch: string; attempt: string } {
  return { batch: _id, attempt: attempt ?? '' };
}
