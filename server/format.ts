// Which version of Rabfang a database belongs to, on either engine: one that a later version has worked on is refused in words.
// (The embedded engine's file has a format of its own, for how it stores documents at all.)
import type { Database } from './db/database.ts';
import { StorageRefusal } from './db/refusal.ts';
import { putSettingOnce, readSetting } from './settings/settings.ts';

/** grows with every change of stored documents that an earlier version would misunderstand */
export const knownFormat = 1;
/** the setting that says it */
export const formatSetting = 'format';

/** @throws StorageRefusal */
export async function refuseLaterFormat(db: Database): Promise<void> {
  const stored = await readSetting(db, formatSetting);
  if (stored === undefined) return putSettingOnce(db, formatSetting, knownFormat);
  refuseFormat(stored);
}

/** @throws StorageRefusal for that of a later Rabfang */
export function refuseFormat(stored: unknown): void {
  if (typeof stored === 'number' && stored <= knownFormat) return;
  throw new StorageRefusal(
    `the database was used by a later Rabfang (format ${JSON.stringify(stored)}; this one knows ${knownFormat}). Start that one, or give this one another DATA_DIR or MONGODB_URI.`,
  );
}
