// What nearly every request asks of a MongoDB server, in few commands: those that come at the same time go in one. Each command
// costs both sides more than the document in it.
import type { Collection, Database } from './database.ts';
import { Together } from './together.ts';

export function fewTrips(model: Database['model']): Database['byId'] {
  const reads = new Map<unknown, Together<string, unknown>>();
  return <T>(collection: Collection<T>, id: string) => {
    const together = reads.get(collection) ?? new Together(readers(model, collection));
    reads.set(collection, together);
    return together.ask(id) as Promise<Readonly<T> | null>; // what the collection holds
  };
}

function readers<T>(model: Database['model'], collection: Collection<T>) {
  return async (ids: readonly string[]): Promise<unknown[]> => {
    const wanted = [...new Set(ids)];
    const found = await model(collection)
      .find({ _id: wanted.length === 1 ? wanted[0] : { $in: wanted } } as object)
      .lean<(Readonly<T> & { readonly _id: string })[]>();
    const byId = new Map(found.map((one) => [one._id, one]));
    return ids.map((id) => byId.get(id) ?? null);
  };
}
