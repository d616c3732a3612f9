// Builds an index inside a write: nothing when it is there already, all of it or nothing when it is not.
import { namespaceOf, refuse, serverError } from './errors.ts';
import { type IndexSpec, isThere, sqlOfMisfits, sqlToCreate } from './index-catalogue.ts';
import type { SqliteStore } from './store.ts';

export function buildIndex(store: SqliteStore, collection: string, spec: IndexSpec): void {
  store.create(collection);
  if (isThere(spec, store.indexesOf(collection) ?? [])) return;
  const misfits = store.get({ sql: sqlOfMisfits(collection, spec), values: [] });
  if (Number(misfits?.n) > 0) refuse('an index over arrays or objects', spec.name);
  try {
    store.change(sqlToCreate(collection, spec));
  } catch (error) {
    throw /UNIQUE/.test(String(error))
      ? serverError(
          11_000,
          `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${spec.name}`,
        )
      : error;
  }
}
