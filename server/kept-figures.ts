// An ordinary start of the embedded database need not read every response: who stops in order keeps what was counted, and the next
// start begins with it when the database still holds exactly the same writes. After anything else everything is counted anew.
import type { Context } from './context.ts';
import type { OpenDatabase } from './db/database.ts';
import { keepFacts, takeKeptFacts } from './facts/kept-file.ts';
import { agreesWith } from './facts/self-check.ts';
import { storedCountables } from './responses/stored-countables.ts';

type Beginning = Pick<Context, 'config' | 'facts' | 'log'> & { readonly db: OpenDatabase };
type Ending = Beginning & Pick<Context, 'leases' | 'metrics'>;

/** Before anything of this process changes a response. @returns whether the facts stand as they are stored */
export async function beginWithKept({ config, facts, db, log }: Beginning): Promise<boolean> {
  if (db.standing === undefined) return false;
  const kept = takeKeptFacts(config.dataDir, db.standing.atOpen);
  if (!kept) return false;
  facts.beginWith(kept);
  if (await agreesWith(storedCountables(db), facts)) return true;
  log.warn('what was counted before does not fit what is stored: all of it is counted anew');
  facts.beginAnew();
  return false;
}

/** Closes the database, and keeps what was counted if nothing that may still change a response was left undone. */
export async function closeAndKeep({ config, facts, db, log, leases, metrics }: Ending) {
  const isLeft = db.standing === undefined || (await leases.areThere());
  await db.close();
  const kept = isLeft || metrics.atWork > 0 ? undefined : facts.toKeep();
  if (!kept || db.standing === undefined) return;
  try {
    keepFacts(config.dataDir, db.standing.now(), kept);
  } catch (err) {
    log.warn({ err }, 'what was counted is not kept: the next start counts anew');
  }
}
