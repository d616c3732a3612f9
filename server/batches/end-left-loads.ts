// Loads whose process is gone are brought to their end, at the start and every few seconds: what a batch says is true, and
// sending the file again finishes it.
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { leaseOfBatch } from '../leases/under-way.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { type Ending, endLeftBatch, endLeftLoad } from './end-batch.ts';

type Watching = Ending & Pick<Context, 'leases' | 'log' | 'stopping'>;

/** Ends what former processes have left, then watches until the server stops. */
export async function endLeftLoads(context: Watching): Promise<void> {
  const { leases, log, db, stopping } = context;
  const end = (lease: Parameters<typeof endLeftLoad>[1]) => endLeftLoad(context, lease);
  const onError = (err: unknown, lease: string) =>
    log.warn({ err, lease }, 'a load that was left could not be ended yet');
  // one process owns the folder of the embedded database: whoever held a lease there is gone
  await leases.endLeft(end, onError, db.engine === 'embedded').catch((err) => onError(err, ''));
  await endUnleased(context).catch((err) => onError(err, ''));
  const stopWatching = leases.watch(end, onError);
  stopping.addEventListener('abort', stopWatching);
}

/** Batches of versions that knew no leases. */
async function endUnleased(context: Watching): Promise<void> {
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
