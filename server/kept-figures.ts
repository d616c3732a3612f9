// An ordinary start of the embedded database need not read every response: who stops in order keeps what was counted, and the next
// start begins with it when the database still holds exactly the same writes. After anything else everything is counted anew.
import { randomUUID } from 'node:crypto';
import type { Context } from './context.ts';
import type { OpenDatabase } from './db/database.ts';
import { keepFacts, takeKeptFacts } from './facts/kept-file.ts';
import { agreesWith } from './facts/self-check.ts';
import { storedCountables } from './responses/stored-countables.ts';
import { putSetting, readSetting } from './settings/settings.ts';

type Beginning = Pick<Context, 'config' | 'facts' | 'log'> & { readonly db: OpenDatabase };
type Ending = Beginning & Pick<Context, 'leases' | 'metrics'>;

/**
 * What the database says of what was kept last: two copies of one folder that have gone on as many writes each tell theirs apart by
 * it.
 */
const markOfKept = 'facts-kept';

/** Before anything of this process changes a response. @returns whether the facts stand as they are stored */
export async function beginWithKept({ config, facts, db, log }: Beginning): Promise<boolean> {
  if (db.standing === undefined) return false;
  const standing = `${db.standing.atOpen} ${await readSetting(db, markOfKept)}`;
  const kept = takeKeptFacts(config.dataDir, standing);
  if (!kept) return false;
  facts.beginWith(kept);
  if (await agreesWith(storedCountables(db), facts)) return true;
  log.warn('what was counted before does not fit what is stored: all of it is counted anew');
  facts.beginAnew();
  return false;
}

/** Closes the database, and keeps what was counted if nothing that may still change a response was left undone. */
export async function closeAndKeep({ config, facts, db, log, leases, metrics }: Ending) {
  const mark = randomUUID();
  const isMarked = await markEnd(mark, { db, leases }).catch(() => false); // without it all is counted anew
  await db.close();
  const kept = isMarked && metrics.atWork === 0 ? facts.toKeep() : undefined;
  if (!kept || db.standing === undefined) return;
  try {
    keepFacts(config.dataDir, `${db.standing.now()} ${mark}`, kept);
  } catch (err) {
    log.warn({ err }, 'what was counted is not kept: the next start counts anew');
  }
}

/** @returns false when work was left that may still change a response, or others write too */
async function markEnd(mark: string, { db, leases }: Pick<Ending, 'db' | 'leases'>) {
  if (db.standing === undefined || (await leases.areThere())) return false;
  await putSetting(db, markOfKept, mark);
  return true;
}
