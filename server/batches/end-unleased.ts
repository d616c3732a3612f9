// Batches that versions have left which knew no leases.
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { leaseOfBatch } from '../leases/under-way.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { type Ending, endLeftBatch } from './end-batch.ts';

export async function endUnleased(context: Ending & Pick<Context, 'leases'>): Promise<void> {
  const left = await context.db
    .model(storedBatches)
    .find({ state: { $in: ['loading', 'storing', 'undoing'] } })
    .lean<StoredBatch[]>();
  for (const batch of left) {
    const lease = await context.leases.take(leaseOfBatch(batch._id), batch.attempt ?? randomUUID());
    if (!lease) continue;
    await endLeftBatch(context, batch).finally(() => lease.release());
  }
}
