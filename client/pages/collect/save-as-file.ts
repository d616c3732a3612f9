// Puts sets into the person's own hands as a backup file.
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { toBackup } from '../../data/outbox-backup.ts';
import { type GivenSet, newSet } from '../../data/outbox-machine.ts';
import type { OutboxSet } from '../../data/outbox-set.ts';
import { saveFile } from '../../data/save-file.ts';
import { photosNamed } from '../../photos/photo-store.ts';
import { photosForFile } from '../../photos/photos-in-file.ts';

export interface SavedFile {
  readonly photos: number;
  /** photos that are not in it, since this device does not give them out */
  readonly missing: number;
}

/** With the photos that are named, as far as this device gives them out. */
export async function saveAsFile(sets: readonly OutboxSet[], owner: string): Promise<SavedFile> {
  const day = bangkokDay(new Date()).replaceAll('-', '');
  const named = sets.flatMap((set) => (set.state === 'sent' ? [] : photosNamed(set.payload)));
  const nothing = { photos: [], missing: new Set(named).size };
  const { photos, missing } = await photosForFile(owner, sets).catch(() => nothing);
  saveFile(`rabfang-${owner}-${day}.json`, toBackup(sets, owner, photos), 'application/json');
  return { photos: photos.length, missing };
}

export function saveOne(given: GivenSet): Promise<SavedFile> {
  return saveAsFile([newSet(given, Date.now())], given.owner);
}
