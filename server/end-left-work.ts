// Work whose process is gone is brought to its end, at the start and every few seconds: what a batch says is true, and sending the
// file again finishes it; a decision of many is gone on with.
import { endLeftLoad } from './batches/end-batch.ts';
import { endUnleased } from './batches/end-unleased.ts';
import type { Context } from './context.ts';
import type { EndWork } from './leases/leases.ts';
import { decisionsOfLease } from './leases/under-way.ts';
import { goOnWithMany } from './review/go-on-with-many.ts';

/** Ends what former processes have left, then watches until the server stops. */
export async function endLeftWork(context: Context): Promise<void> {
  const { leases, log, db, stopping } = context;
  const end: EndWork = async (lease) => {
    const action = decisionsOfLease(lease.name);
    if (action !== undefined) return await goOnWithMany(context, lease, action);
    return await endLeftLoad(context, lease);
  };
  const onError = (err: unknown, lease: string) =>
    log.warn({ err, lease }, 'work that was left could not be ended yet');
  // one process owns the folder of the embedded database: whoever held a lease there is gone
  await leases.endLeft(end, onError, db.engine === 'embedded').catch((err) => onError(err, ''));
  await endUnleased(context).catch((err) => onError(err, ''));
  const stopWatching = leases.watch(end, onError);
  stopping.addEventListener('abort', stopWatching);
}
