// A place that a restore or a move has not finished filling: nobody works with it before everything is there and compared.
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { StorageRefusal } from '../db/refusal.ts';
import { type StoredTransfer, storedTransfers } from './transfer.model.ts';

export type Unfinished = Pick<StoredTransfer, 'kind' | 'from' | 'name'>;

export async function readUnfinished(db: Database): Promise<Unfinished | undefined> {
  return (
    (await db.model(storedTransfers).findById('unfinished').lean<StoredTransfer>()) ?? undefined
  );
}

/** @throws StorageRefusal */
export async function refuseUnfinished(db: Database): Promise<void> {
  const unfinished = await readUnfinished(db);
  if (unfinished) throw new StorageRefusal(`${sayUnfinished(unfinished)}.`);
}

export function sayUnfinished({ kind, name }: Unfinished): string {
  return kind === 'restore'
    ? `restoring ${name} into this database has not been finished: run it again (npm run restore -- ${name}), and it goes on`
    : `moving ${name} into this database has not been finished: run the same "npm run move" again, and it goes on`;
}

/** Of two who begin at once, one does. @throws StorageRefusal */
export async function markUnfinished(db: Database, unfinished: Unfinished): Promise<void> {
  try {
    await db.model(storedTransfers).create({ _id: 'unfinished', ...unfinished });
  } catch (error) {
    if (isDuplicateKey(error)) return refuseUnfinished(db);
    throw error;
  }
}

export async function markFinished(db: Database): Promise<void> {
  await db.model(storedTransfers).deleteOne({ _id: 'unfinished' });
}
