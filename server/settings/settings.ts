// Single values the server keeps for itself.
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { storedSettings } from './setting.model.ts';

export async function readSetting(db: Database, id: string): Promise<unknown> {
  return (await db.model(storedSettings).findById(id).lean())?.value;
}

/** Of a setting that is a number: never down again. */
export async function raiseSetting(db: Database, id: string, value: number): Promise<void> {
  await db.model(storedSettings).updateOne({ _id: id, value: { $lt: value } }, { $set: { value } });
}

/** Sets it once: a value that is there stays. */
export async function putSettingOnce(db: Database, id: string, value: unknown): Promise<void> {
  try {
    await db.model(storedSettings).collection.insertOne({ _id: id as never, value });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
}

/** Of a setting that may change while the server runs, and that nearly every request asks for: as it is stored now. */
export async function settingNow(db: Database, id: string): Promise<unknown> {
  return (await db.byId(storedSettings, id))?.value;
}

/** A setting that people change. */
export async function putSetting(db: Database, id: string, value: unknown): Promise<void> {
  await putSettingOnce(db, id, value);
  await db.model(storedSettings).updateOne({ _id: id }, { $set: { value } });
}

export async function dropSetting(db: Database, id: string): Promise<void> {
  await db.model(storedSettings).deleteOne({ _id: id });
}

/** Of settings that say since when they are there (`at`), and whose ids begin alike: those from before a time. */
export async function dropSettingsBefore(db: Database, prefix: string, at: Date): Promise<void> {
  const ids = { $gt: prefix, $lt: `${prefix}\uffff` };
  await db.model(storedSettings).deleteMany({ _id: ids, 'value.at': { $lt: at } });
}
