// Builds the indexes that the models declare, by the same lines on both engines. Building one that exists does nothing; one that
// an earlier version built otherwise is built anew. An index that is declared no more stays: it may be the operator's own.
// On a sharded MongoDB the shard key of responses is { _id: 'hashed' }; the operator sets it once with
// sh.shardCollection('<database>.responses', { _id: 'hashed' }). No other index is unique, so nothing else hangs on it.
import type { IndexDefinition, IndexOptions } from 'mongoose';

type Keys = Readonly<Record<string, 1 | -1>>;

/** As much of a model as building its indexes takes. */
interface Indexed {
  readonly schema: { indexes(): [IndexDefinition, IndexOptions][] };
  readonly collection: {
    createIndex(keys: Keys, options: object): Promise<string>;
    dropIndex(name: string): Promise<unknown>;
  };
  createCollection(): Promise<unknown>;
}

export async function ensureIndexes(models: readonly Indexed[]): Promise<void> {
  for (const model of models) {
    await model.createCollection();
    for (const [keys, options] of model.schema.indexes()) {
      await build(model.collection, keys as Keys, withoutMongooseOptions(options));
    }
  }
}

/** The server's code for an index of this name with other keys or options. */
const builtOtherwise = 86;

async function build(
  collection: Indexed['collection'],
  keys: Keys,
  options: { readonly name?: string },
): Promise<void> {
  try {
    await collection.createIndex(keys, options);
  } catch (error) {
    if ((error as { code?: unknown }).code !== builtOtherwise) throw error;
    await collection.dropIndex(options.name ?? Object.entries(keys).flat().join('_'));
    await collection.createIndex(keys, options);
  }
}

/** mongoose adds `background`, which servers have ignored since 4.2. */
function withoutMongooseOptions(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'background'));
}
