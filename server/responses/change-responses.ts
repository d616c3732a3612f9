// Many stored responses changed in one list of writes, each by its version as one alone is (change-response.ts): a file of 100,000 rows
// is withdrawn in some hundred of them.
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { settleDoubt } from './doubt.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

export interface VersionedChange {
  readonly before: Countable;
  readonly set: Partial<StoredResponse>;
}

/** False: some have another version by now, and which is found by reading them again; the others are changed. */
export async function changeResponses(
  context: Pick<Context, 'db' | 'facts'>,
  changes: readonly VersionedChange[],
): Promise<boolean> {
  if (changes.length === 0) return true;
  const responses = context.db.model(storedResponses);
  const writes = changes.map(({ before: { _id, version }, set }) => ({
    updateOne: {
      filter: { _id, version },
      // somebody has changed it: no load takes it back any more
      update: { $set: set, $inc: { version: 1 }, $unset: { attempt: 1 } },
    },
  }));
  try {
    const { matchedCount } = await responses.collection.bulkWrite(writes as never, {
      ordered: false,
    });
    const all = matchedCount === changes.length;
    const now = all ? changes.map(asChanged) : await readAgain(context, changes);
    for (const response of now) context.facts.put(response);
    return all;
  } catch (error) {
    void settleDoubt(
      context,
      changes.map(({ before: { _id, version } }) => ({ _id, version: version + 1 })),
    );
    throw error;
  }
}

const asChanged = ({ before, set }: VersionedChange): Countable => ({
  ...before,
  ...set,
  version: before.version + 1,
});

function readAgain(
  { db }: Pick<Context, 'db'>,
  changes: readonly VersionedChange[],
): Promise<readonly Countable[]> {
  return db
    .model(storedResponses)
    .find({ _id: { $in: changes.map(({ before }) => before._id) } }, countableFields)
    .lean<Countable[]>();
}
