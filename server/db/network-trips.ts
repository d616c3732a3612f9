// What nearly every request asks of a MongoDB server, in few commands: those that come at the same time go in one. Each command
// costs both sides more than the document in it.
import type { Collection, Database } from './database.ts';
import { takenIds } from './taken-ids.ts';
import { Together } from './together.ts';

type Trips = Pick<Database, 'byId' | 'insert'>;

export function fewTrips(model: Database['model']): Trips {
  const reads = new Map<unknown, Together<string, unknown>>();
  const writes = new Map<unknown, Together<Document, boolean>>();
  return {
    byId: <T>(collection: Collection<T>, id: string) => {
      const together = of(reads, collection, () => new Together(readers(model, collection)));
      return together.ask(id) as Promise<Readonly<T> | null>; // what the collection holds
    },
    insert: <T>(collection: Collection<T>, document: T & Document) =>
      of(writes, collection, () => new Together(writers(model, collection))).ask(document),
  };
}

interface Document {
  readonly _id: string;
}

function of<T>(all: Map<unknown, T>, collection: unknown, make: () => T): T {
  const one = all.get(collection) ?? make();
  all.set(collection, one);
  return one;
}

function readers<T>(model: Database['model'], collection: Collection<T>) {
  return async (ids: readonly string[]): Promise<unknown[]> => {
    const wanted = [...new Set(ids)];
    const found = await model(collection)
      .find({ _id: wanted.length === 1 ? wanted[0] : { $in: wanted } } as object)
      .lean<(Readonly<T> & Document)[]>();
    const byId = new Map(found.map((one) => [one._id, one]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}

/** Whoever brings an id that another one in the same group brings finds it taken. */
function writers<T>(model: Database['model'], collection: Collection<T>) {
  return async (documents: readonly Document[]): Promise<boolean[]> => {
    const first = new Map<string, Document>();
    for (const document of documents)
      if (!first.has(document._id)) first.set(document._id, document);
    const ids = [...first.keys()];
    const taken = await model(collection)
      .collection.insertMany([...first.values()] as never, { ordered: false })
      .then(
        () => new Set<string>(),
        (error: unknown) => {
          const known = takenIds(error, ids);
          if (!known) throw error;
          return known;
        },
      );
    return documents.map((one) => first.get(one._id) === one && !taken.has(one._id));
  };
}
