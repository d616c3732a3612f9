// Batches that are under way without a lease: left by versions that knew none, or put back from a backup, which holds none.
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { leaseOfBatch } from '../leases/under-way.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { carryWithdrawal } from './carry-withdrawal.ts';
import { endLeftBatch } from './end-batch.ts';

export async function endUnleased(context: Context): Promise<void> {
  const left = await context.db
    .model(storedBatches)
    .find({ state: { $in: ['loading', 'storing', 'undoing', 'withdrawing', 'bringing-back'] } })
    .lean<StoredBatch[]>();
  for (const batch of left) {
    const lease = await context.leases.take(leaseOfBatch(batch._id), batch.attempt ?? randomUUID());
    if (!lease) continue;
    if (batch.state === 'withdrawing' || batch.state === 'bringing-back') {
      void carryWithdrawal(context, lease, batch._id);
      continue;
    }
    await endLeftBatch(context, batch).finally(() => lease.release());
  }
}
