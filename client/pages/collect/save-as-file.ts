// Puts sets into the person's own hands as a backup file.
import { bangkokDay } from '../../../shared/text/dates.ts';
import { toBackup } from '../../data/outbox-backup.ts';
import { newSet, type OutboxSet, type UnsentSet } from '../../data/outbox-machine.ts';
import { saveFile } from '../../data/save-file.ts';

export function saveAsFile(sets: readonly OutboxSet[], owner: string): void {
  const day = bangkokDay(new Date()).replaceAll('-', '');
  saveFile(`rabfang-${owner}-${day}.json`, toBackup(sets, owner), 'application/json');
}

export function saveOne(given: Pick<UnsentSet, 'id' | 'survey' | 'owner' | 'payload'>): void {
  saveAsFile([newSet(given, Date.now())], given.owner);
}
