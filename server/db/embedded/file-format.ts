// The format of the file, in SQLite's `user_version`: a file of a later Rabfang is refused, one of an earlier is carried over.
import { StorageRefusal } from '../refusal.ts';
import type { Sqlite } from './binding.ts';
import { checksumOf } from './checksum.ts';

/** 1: every document has a checksum, and the file counts its writes */
const format = 1;

const catalogue = `
  CREATE TABLE IF NOT EXISTS _collections (name TEXT PRIMARY KEY);
  CREATE TABLE IF NOT EXISTS _indexes (collection TEXT, name TEXT, spec TEXT, PRIMARY KEY (collection, name));
  CREATE TABLE IF NOT EXISTS _damaged (collection TEXT NOT NULL, id, doc, crc, at TEXT NOT NULL);
`;

/** Only looks. @throws StorageRefusal for what another program or a later Rabfang has written */
export function refuseOtherFormat(sqlite: Sqlite, file: string): void {
  const version = formatOf(sqlite);
  if (version > format)
    throw new StorageRefusal(
      `${file} was written by a later Rabfang (format ${version}; this one knows ${format}). Start that one, or give this one another DATA_DIR.`,
    );
  const names = tables(sqlite);
  if (names.length > 0 && !names.includes('_collections'))
    throw new StorageRefusal(
      `${file} is a database of another program. Give Rabfang a DATA_DIR of its own.`,
    );
}

/** For who only reads. @throws StorageRefusal for what has yet to be carried over */
export function refuseEarlierFormat(sqlite: Sqlite, file: string): void {
  if (formatOf(sqlite) < format)
    throw new StorageRefusal(
      `${file} was written by an earlier Rabfang. Start this one once, and it is carried over.`,
    );
}

/**
 * Makes a new file, or an earlier one, what this Rabfang writes; all of it or nothing.
 * @param onLong told before every document is written anew
 */
export function bringToFormat(sqlite: Sqlite, onLong: () => void): void {
  if (formatOf(sqlite) === format) return;
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    sqlite.exec(catalogue);
    sqlite.function('checksum', (doc) => checksumOf(String(doc)));
    const names = sqlite.prepare('SELECT name FROM _collections').all();
    const without = names.filter(({ name }) => !hasChecksums(sqlite, String(name)));
    if (without.length > 0) onLong();
    for (const { name } of without) {
      sqlite.exec(`ALTER TABLE "${name}" ADD COLUMN crc`);
      sqlite.exec(`UPDATE "${name}" SET crc = checksum(doc)`);
    }
    sqlite.exec(`PRAGMA user_version = ${format}; COMMIT`);
  } catch (error) {
    sqlite.exec('ROLLBACK');
    throw error;
  }
}

function formatOf(sqlite: Sqlite): number {
  return Number(sqlite.prepare('PRAGMA user_version').get()?.user_version);
}

function tables(sqlite: Sqlite): readonly string[] {
  const rows = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  return rows.map(({ name }) => String(name));
}

function hasChecksums(sqlite: Sqlite, collection: string): boolean {
  const columns = sqlite.prepare('SELECT name FROM pragma_table_info(?)').all(collection);
  return columns.some(({ name }) => name === 'crc');
}
