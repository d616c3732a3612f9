// Whether this database is a demonstration: invented responses and accounts with known passwords. It says so itself, so that
// neither ever becomes the other: a demonstration is not started as a real one, nor the other way round.
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Database } from './db/database.ts';
import { putSettingOnce, readSetting } from './settings/settings.ts';
import { hasUsers } from './users/find-user.ts';

const mark = 'demo';
const filled = 'demo-filled';

/**
 * `auto` means: on for an empty database, and for ever in one that began as a demonstration. Whoever of several starts says first
 * what an empty database is to be decides it for all. @throws ConfigError
 */
export async function isDemonstration({ demo }: Config, db: Database): Promise<boolean> {
  const marked = await settle(db, demo !== 'off');
  if (marked && demo === 'off') throw new ConfigError(realOnDemonstration);
  if (!marked && demo === 'on') throw new ConfigError(demonstrationOnReal);
  return marked;
}

/** For the seed, which fills a database without a server. @throws ConfigError when the database is a real one */
export async function markAsSeeded(db: Database): Promise<void> {
  if (!(await settle(db, true))) throw new ConfigError(demonstrationOnReal);
  await markAsFilled(db);
}

/** What the database is; an empty one becomes what is `wanted`. */
async function settle(db: Database, wanted: boolean): Promise<boolean> {
  // in this order: who adds the accounts of a demonstration has marked it before
  const used = await hasUsers({ db });
  if ((await readSetting(db, mark)) === undefined) {
    if (used) return false;
    await putSettingOnce(db, mark, wanted);
  }
  return (await readSetting(db, mark)) === true;
}

export async function isFilled(db: Database): Promise<boolean> {
  return (await readSetting(db, filled)) === true;
}

export function markAsFilled(db: Database): Promise<void> {
  return putSettingOnce(db, filled, true);
}

const realOnDemonstration =
  'the database holds the demonstration, with invented responses and known passwords. To begin for real, give an empty one: another DATA_DIR or MONGODB_URI. To go on trying it: DEMO=on.';
const demonstrationOnReal =
  'DEMO=on adds invented responses and accounts with known passwords, but the database holds real accounts. Give the demonstration another DATA_DIR or MONGODB_URI, or start without DEMO=on.';
