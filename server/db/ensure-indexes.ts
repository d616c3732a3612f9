// Builds the indexes that the models declare, by the same lines on both engines. Building one that exists does nothing.
// On a sharded MongoDB the shard key of responses is { _id: 'hashed' }; the operator sets it once with
// sh.shardCollection('<database>.responses', { _id: 'hashed' }). No other index is unique, so nothing else hangs on it.
import type { IndexDefinition, IndexOptions } from 'mongoose';

/** As much of a model as building its indexes takes. */
interface Indexed {
  readonly schema: { indexes(): [IndexDefinition, IndexOptions][] };
  readonly collection: {
    createIndex(keys: Readonly<Record<string, 1 | -1>>, options: object): Promise<string>;
  };
  createCollection(): Promise<unknown>;
}

export async function ensureIndexes(models: readonly Indexed[]): Promise<void> {
  for (const model of models) {
    await model.createCollection();
    for (const [keys, options] of model.schema.indexes()) {
      await model.collection.createIndex(
        keys as Record<string, 1 | -1>,
        withoutMongooseOptions(options),
      );
    }
  }
}

/** mongoose adds `background`, which servers have ignored since 4.2. */
function withoutMongooseOptions(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'background'));
}
