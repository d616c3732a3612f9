// Single documents that nearly every request asks for: read once while they do not change (remembered.ts).
import { type Decoded, decodeDocument } from './decode.ts';
import type { SqliteStore } from './store.ts';
import { DocumentTable } from './table.ts';

export type ReadById = (collection: string, id: string) => Promise<Decoded | null>;

export function readById(store: SqliteStore): ReadById {
  const tables = new Map<string, DocumentTable>();
  return async (collection, id) => {
    const known = store.remembered.get(collection, id);
    if (known) return known;
    const table = tables.get(collection) ?? new DocumentTable(store, collection);
    tables.set(collection, table);
    const found = table.first({ _id: id });
    if (!found) return null;
    const document = decodeDocument(found.document);
    // at once: after a wait it might be what was changed meanwhile
    store.remembered.keep(collection, id, found.rid, document);
    await store.writes.settled();
    return document;
  };
}
