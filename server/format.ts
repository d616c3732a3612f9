// Which version of Rabfang a database belongs to, on either engine: one that a later version has worked on is refused in words.
// (The embedded engine's file has a format of its own, for how it stores documents at all.)
import type { Database } from './db/database.ts';
import { StorageRefusal } from './db/refusal.ts';
import { putSettingOnce, readSetting } from './settings/settings.ts';

/** grows with every change of stored documents that an earlier version would misunderstand */
const format = 1;
const setting = 'format';

/** @throws StorageRefusal */
export async function refuseLaterFormat(db: Database): Promise<void> {
  const stored = await readSetting(db, setting);
  if (stored === undefined) return putSettingOnce(db, setting, format);
  if (typeof stored === 'number' && stored <= format) return;
  throw new StorageRefusal(
    `the database was used by a later Rabfang (format ${JSON.stringify(stored)}; this one knows ${format}). Start that one, or give this one another DATA_DIR or MONGODB_URI.`,
  );
}
