// The rules run at most once an hour, by one process, in turns: at a million issues some half a minute of processor time and 30 MB.
import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { lastLook, lookThroughAll } from './look-through.ts';

type Watching = Pick<Context, 'db' | 'facts' | 'now' | 'leases' | 'log' | 'stopping'>;

const lookMs = 60_000;
const hour = 3_600_000;

/** Looks until the server stops. */
export function watchQuality(context: Watching): void {
  let looking = false;
  const look = async () => {
    if (looking || !context.facts.ready) return;
    looking = true;
    // a database that does not answer is asked again at the next look
    await runWhenDue(context).catch((err: unknown) =>
      context.log.warn({ err }, 'the rules of quality could not be run yet'),
    );
    looking = false;
  };
  const timer = setInterval(look, lookMs).unref();
  context.stopping.addEventListener('abort', () => clearInterval(timer));
}

/** Unless they have run within the hour, or another process is at it. */
export async function runWhenDue(context: Watching): Promise<void> {
  const { leases, db, now } = context;
  const last = await lastLook(context);
  if (last && now().getTime() - last.getTime() < hour) return;
  const taken = await leases.takeOrTakeOver('quality', randomUUID(), db.engine === 'embedded');
  if (!taken) return;
  try {
    await lookThroughAll(context);
  } finally {
    await taken.release();
  }
}
