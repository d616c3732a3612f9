// At start: batches that a process which died left `loading` are interrupted; sending the file again finishes them.
import type { Context } from '../context.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { undoBatch } from './batch-store.ts';

export async function markInterrupted(
  context: Pick<Context, 'db' | 'facts' | 'now'>,
): Promise<void> {
  const batches = context.db.model(storedBatches);
  const left = await batches.find({ state: 'loading' }).lean<StoredBatch[]>();
  for (const { _id, policy, startedAt } of left) {
    // all or nothing: half a file does not stay
    if (policy === 'all-or-nothing') await undoBatch(context, _id, startedAt);
    const at = context.now();
    await batches.updateOne(
      { _id },
      { $set: { state: 'interrupted', changedAt: at, finishedAt: at } },
    );
  }
}
