// One process per DATA_DIR: a lock that the operating system takes back with the process, however that ends.
import { join } from 'node:path';
import { StorageRefusal } from '../refusal.ts';
import { openSqlite, type Sqlite } from './binding.ts';
import { isBusy } from './errors.ts';

export const lockName = 'rabfang.lock';

/** @throws StorageRefusal when another process, or another connection of this one, uses the folder */
export function lockFolder(folder: string): { release(): void } {
  const file = openSqlite(join(folder, lockName));
  try {
    // without a journal nothing is left behind that would have to be recovered
    file.exec('PRAGMA journal_mode = MEMORY; PRAGMA busy_timeout = 200; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    throw isBusy(error) ? new StorageRefusal(inUse(folder)) : error;
  }
  return { release: () => release(file) };
}

function release(file: Sqlite): void {
  file.exec('ROLLBACK');
  file.close();
}

const inUse = (folder: string): string =>
  `The data in ${folder} is in use by another Rabfang. Stop that one first, or give this one a DATA_DIR of its own.`;
