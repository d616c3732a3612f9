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

/** MongoDB's codes: an index of this name with other keys or options; none of this name; a build that another one ended */
const builtOtherwise = 86;
const noSuchIndex = 27;
const buildEnded = new Set([117, 276]);
/** when several start at once each may end another's build once */
const mostTries = 20;

async function build(
  collection: Indexed['collection'],
  keys: Keys,
  options: { readonly name?: string },
): Promise<void> {
  const name = options.name ?? Object.entries(keys).flat().join('_');
  for (let tries = 1; ; tries++) {
    try {
      await collection.createIndex(keys, options);
      return;
    } catch (error) {
      const code = codeOf(error);
      if (tries === mostTries || !(code === builtOtherwise || buildEnded.has(code))) throw error;
      if (code === builtOtherwise) await drop(collection, name);
    }
  }
}

/** Another one that starts may have dropped it already. */
async function drop(collection: Indexed['collection'], name: string): Promise<void> {
  try {
    await collection.dropIndex(name);
  } catch (error) {
    if (codeOf(error) !== noSuchIndex) throw error;
  }
}

const codeOf = (error: unknown): number => Number((error as { code?: unknown }).code);

/** mongoose adds `background`, which servers have ignored since 4.2. */
function withoutMongooseOptions(options: object): object {
  return Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'background'));
}
