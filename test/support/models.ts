// The models of an open database, for tests that look at what is stored.
import type { Database } from '../../server/db/database.ts';
import { collections } from '../../server/models.ts';

type Collections = typeof collections;
export type Models = {
  readonly [K in keyof Collections]: ReturnType<typeof modelOf<Collections[K]>>;
};

function modelOf<C extends Collections[keyof Collections]>(
  db: Pick<Database, 'model'>,
  collection: C,
) {
  return db.model<NonNullable<C['document']>>(collection as never);
}

export function modelsOf(db: Pick<Database, 'model'>): Models {
  return Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [name, modelOf(db, collection)]),
  ) as unknown as Models;
}
