// Single values the server keeps for itself.
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { storedSettings } from './setting.model.ts';

export async function readSetting(db: Database, id: string): Promise<unknown> {
  return (await db.model(storedSettings).findById(id).lean())?.value;
}

export async function forgetSetting(db: Database, id: string): Promise<void> {
  await db.model(storedSettings).deleteOne({ _id: id });
}

/** Sets it once: a value that is there stays. */
export async function putSettingOnce(db: Database, id: string, value: unknown): Promise<void> {
  try {
    await db.model(storedSettings).collection.insertOne({ _id: id as never, value });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}
