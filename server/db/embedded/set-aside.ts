// Documents that are no longer what was stored. They are taken out of their collection and kept, with when and where from, so that
// nothing is made of them and nothing of them is lost; whoever keeps counts is told.
import type { SetAside } from '../database.ts';
import type { SqlRow } from './binding.ts';
import { isWhole } from './checksum.ts';
import { parseText } from './decode.ts';
import type { Sql } from './filter.ts';
import { sqlToCreate, sqlToDrop } from './index-catalogue.ts';
import type { SqliteStore } from './store.ts';

/** Takes rows out of their collection. Those that were changed or deleted meanwhile stay out of it. */
export async function setAside(
  store: SqliteStore,
  collection: string,
  rids: readonly number[],
): Promise<readonly SetAside[]> {
  const at = new Date();
  const found = brokenAmong(store, collection, rids);
  if (found.length === 0) return [];
  const statements = sqlToMove(
    collection,
    found.map(({ rid }) => Number(rid)),
    at,
  );
  const move = (around: (moving: readonly Sql[]) => readonly Sql[]) =>
    store.writes.write(() => store.change(around(statements)));
  try {
    await move((moving) => moving);
  } catch {
    // an index cannot find the row by what it says now, so the indexes are taken away and built anew: seconds for a million rows
    const indexes = store.indexesOf(collection) ?? [];
    await move((moving) => [
      ...indexes.flatMap((spec) => sqlToDrop(collection, spec)),
      { sql: `REINDEX "${collection}"`, values: [] },
      ...moving,
      ...indexes.flatMap((spec) => sqlToCreate(collection, spec)),
    ]);
  }
  return found.map((row) => ({ collection, id: nameOf(row), at }));
}

/** Those that have not been stored again since. */
export function allSetAside(store: SqliteStore): readonly SetAside[] {
  const rows = store.all({ sql: 'SELECT collection, id, doc, crc, at FROM _damaged', values: [] });
  return rows
    .map((row) => ({ row, collection: String(row.collection), id: nameOf(row) }))
    .filter(({ collection, id }) => !isThere(store, collection, id))
    .map(({ row, collection, id }) => ({ collection, id, at: new Date(String(row.at)) }));
}

/** All of a small collection. */
export function brokenIn(store: SqliteStore, collection: string): readonly number[] {
  if (store.indexesOf(collection) === undefined) return [];
  const sql = `SELECT rid, id, doc, crc FROM "${collection}"`;
  return store
    .all({ sql, values: [] })
    .filter(isBroken)
    .map(({ rid }) => Number(rid));
}

const isBroken = (row: SqlRow): boolean => !isWhole(row) || String(row.id) !== nameOf(row);

function brokenAmong(
  store: SqliteStore,
  collection: string,
  rids: readonly number[],
): readonly SqlRow[] {
  const sql = `SELECT rid, id, doc, crc FROM "${collection}" WHERE rid IN (SELECT value FROM json_each(?))`;
  const rows = store.all({ sql, values: [JSON.stringify(rids)] });
  return rows.filter(isBroken);
}

function sqlToMove(collection: string, rids: readonly number[], at: Date): readonly Sql[] {
  const among = JSON.stringify(rids);
  const where = `FROM "${collection}" WHERE rid IN (SELECT value FROM json_each(?))`;
  return [
    {
      sql: `INSERT INTO _damaged (collection, id, doc, crc, at) SELECT ?, id, doc, crc, ? ${where}`,
      values: [collection, at.toISOString(), among],
    },
    { sql: `DELETE ${where}`, values: [among] },
  ];
}

/** A whole document knows its name best: then it is the row that has it wrong. */
function nameOf(row: SqlRow): string {
  return String((isWhole(row) ? parseText(String(row.doc))._id : row.id) ?? '');
}

function isThere(store: SqliteStore, collection: string, id: string): boolean {
  if (store.indexesOf(collection) === undefined) return false;
  return (
    store.get({ sql: `SELECT 1 FROM "${collection}" WHERE id = ?`, values: [id] }) !== undefined
  );
}
