// Puts sets into the person's own hands as a backup file.
import { bangkokDay } from '../../../shared/text/dates.ts';
import { toBackup } from '../../data/outbox-backup.ts';
import { newSet, type OutboxSet, type UnsentSet } from '../../data/outbox-machine.ts';

export function saveAsFile(sets: readonly OutboxSet[], owner: string): void {
  const url = URL.createObjectURL(new Blob([toBackup(sets, owner)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `rabfang-${owner}-${bangkokDay(new Date()).replaceAll('-', '')}.json`;
  link.click();
  // the browser has to have begun reading before the address is taken back
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function saveOne(given: Pick<UnsentSet, 'id' | 'survey' | 'owner' | 'payload'>): void {
  saveAsFile([newSet(given, Date.now())], given.owner);
}
