// Opens the file of a folder: nobody else's, nobody reading it, of this format, with everything that was acknowledged.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { StorageRefusal } from '../refusal.ts';
import {
  Acknowledged,
  type Acknowledging,
  acknowledgingNothing,
  sqlToCount,
} from './acknowledged.ts';
import { openSqlite, type Sqlite } from './binding.ts';
import { readMark } from './commit-mark.ts';
import { bringToFormat, refuseEarlierFormat, refuseOtherFormat } from './file-format.ts';
import { lockFolder, lockName } from './lock.ts';
import { openingFailure } from './opening-failure.ts';
import { makePrivateFile, makePrivateFolder } from './private-folder.ts';
import { isEmpty, lookAt, refuseLoss } from './refuse-loss.ts';

export const fileName = 'rabfang.sqlite';

export interface OpenFile {
  readonly sqlite: Sqlite;
  readonly acknowledging: Acknowledging;
  /** it was empty, so there is nothing to look through */
  readonly isNew: boolean;
  release(): void;
}

// auto_vacuum is left off: space comes back for other documents, and the file is never rewritten under a running server;
// secure_delete: what is overwritten or deleted is written over with zeros, so that words that are erased are gone from free space
const settings = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 20;
  PRAGMA secure_delete = ON;
  PRAGMA journal_size_limit = ${64 * 1024 * 1024};
  PRAGMA cache_size = ${-16 * 1024};
  PRAGMA temp_store = MEMORY;
`;

export interface OpeningFile {
  /** how many acknowledged writes may be missing */
  readonly acceptLoss?: number | undefined;
  /** told in a sentence what takes long, and what may matter later */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** @throws StorageRefusal */
export function openFile(folder: string, options: OpeningFile = {}): OpenFile {
  let release = (): void => undefined;
  try {
    makePrivateFolder(folder);
    makePrivateFile(join(folder, lockName));
    release = lockFolder(folder).release;
    return { ...openLocked(folder, options), release };
  } catch (error) {
    release();
    throw openingFailure(error, folder, fileName);
  }
}

/** Opens it only to read, also beside the server that writes to it. @throws StorageRefusal */
export function openFileToRead(folder: string): OpenFile {
  const file = join(folder, fileName);
  try {
    if (isEmpty(file)) throw new StorageRefusal(`There is no database in ${folder}.`);
    const sqlite = openSqlite(file, { readOnly: true });
    refuseOtherFormat(sqlite, file);
    refuseEarlierFormat(sqlite, file);
    sqlite.exec('PRAGMA busy_timeout = 2000');
    const release = () => undefined;
    return { sqlite, acknowledging: acknowledgingNothing, isNew: false, release };
  } catch (error) {
    throw openingFailure(error, folder, fileName);
  }
}

function openLocked(
  folder: string,
  { acceptLoss, onNotice = () => undefined }: OpeningFile,
): Omit<OpenFile, 'release'> {
  const file = join(folder, fileName);
  // Before SQLite first opens it, and nowhere after: closing a file gives up every lock that this process has on it, and SQLite would
  // believe that it still has them. What SQLite puts beside it takes its mode from it.
  makePrivateFile(file);
  const mark = readMark(folder);
  const looked = lookAt(file);
  refuseLoss(folder, fileName, mark, looked, acceptLoss);
  const sqlite = openSqlite(file);
  try {
    sqlite.exec(settings);
    bringToFormat(sqlite, () => onNotice(carryingOver(file)));
    sqlite.exec(sqlToCount());
    const acknowledging = new Acknowledged(sqlite, file, mark, onNotice);
    return { sqlite, acknowledging, isNew: looked.empty };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

const carryingOver = (file: string): string =>
  `${file} (${Math.ceil(statSync(file).size / 1e6)} MB) is of an earlier Rabfang: each of its documents gets a checksum now, once, which takes seconds to minutes a million. Should it be stopped, it begins again at the next start.`;
