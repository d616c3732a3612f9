// Deletes what has expired (indexes with expireAfterSeconds), once a minute, a few documents at a time.
import type { SqliteStore } from './store.ts';
import { DocumentTable } from './table.ts';

const everyMs = 60_000;
const perTurn = 500;

/** @returns what ends the sweeping */
export function sweepExpired(store: SqliteStore, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    deleteExpired(store, new Date()).catch(onError);
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

export async function deleteExpired(store: SqliteStore, now: Date): Promise<number> {
  let deleted = 0;
  for (const collection of store.collectionNames()) {
    for (const { key, expireAfterSeconds } of store.indexesOf(collection) ?? []) {
      const [path] = Object.keys(key);
      if (path === undefined || expireAfterSeconds === undefined) continue;
      const before = new Date(now.getTime() - expireAfterSeconds * 1000);
      deleted += await deleteBefore(new DocumentTable(store, collection), path, before);
    }
  }
  return deleted;
}

async function deleteBefore(table: DocumentTable, path: string, before: Date): Promise<number> {
  let deleted = 0;
  for (let part = perTurn; part === perTurn; deleted += part) {
    part = await table.store.writes.write(() => {
      const rids = table.rids({ [path]: { $lt: before } }, undefined, perTurn);
      for (const rid of rids) table.delete(rid);
      return rids.length;
    });
  }
  return deleted;
}
