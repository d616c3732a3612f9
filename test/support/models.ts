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
  const models = Object.fromEntries(
    Object.entries(collections).map(([name, collection]) => [name, modelOf(db, collection)]),
  ) as unknown as Models;
  return { ...models, responses: withoutMarks(models.responses) };
}

/** A mark of what has left is stored, and no response: only who asks for `leaving` finds it. */
function withoutMarks(model: Models['responses']): Models['responses'] {
  const there = (filter: object = {}) => ({ leaving: { $ne: true }, ...filter });
  const reading: Readonly<Record<string, unknown>> = {
    find: (filter?: object, ...more: []) => model.find(there(filter), ...more),
    findOne: (filter?: object, ...more: []) => model.findOne(there(filter), ...more),
    findById: (_id: string, ...more: []) => model.findOne(there({ _id }), ...more),
    countDocuments: (filter?: object) => model.countDocuments(there(filter)),
  };
  const get = (target: object, name: string) => reading[name] ?? Reflect.get(target, name, target);
  return new Proxy(model, { get: get as ProxyHandler<typeof model>['get'] & object });
}
