// One process at a time looks every minute what is to be erased: copies of what was, and what a round keeps no longer. Whoever is killed in
// the middle leaves a lease that is taken over, and a list of steps that is begun again.
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { finishErasures } from './finish-erasures.ts';
import { applyRetention } from './retention.ts';

type Watching = Pick<Context, 'db' | 'facts' | 'now' | 'leases' | 'log' | 'stopping'>;

const everyMs = 60_000;
const lease = 'erasures';

/** Looks until the server stops. */
export function watchErasures(context: Watching): void {
  let looking = false;
  const look = async () => {
    if (looking || !context.facts.ready) return;
    looking = true;
    // a database that does not answer is asked again at the next look
    await eraseWhatIsDue(context).catch((err: unknown) =>
      context.log.warn({ err }, 'what is to be erased could not be erased yet'),
    );
    looking = false;
  };
  const timer = setInterval(look, everyMs).unref();
  context.stopping.addEventListener('abort', () => clearInterval(timer));
}

/** Once, unless another process is at it. */
export async function eraseWhatIsDue(context: Watching): Promise<void> {
  const { leases, db } = context;
  const taken = await leases.takeOrTakeOver(lease, randomUUID(), db.engine === 'embedded');
  if (!taken) return;
  try {
    await finishErasures(context);
    await applyRetention(context);
  } finally {
    await taken.release();
  }
}
