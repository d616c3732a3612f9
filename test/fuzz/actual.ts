// What an operation answers on an engine, in the words of expected.ts.
import type { Operation } from './operations.ts';
import { clone, type Fields, print } from './values.ts';

/** As much of the driver's Collection as is compared. */
export interface Target {
  collection(): any;
  /** closes and opens the database, where that makes sense */
  reopen(): Promise<void>;
  /** an empty collection without indexes */
  reset(): Promise<void>;
}

export async function actualOf(operation: Operation, target: Target): Promise<string> {
  try {
    return print(await run(clone(operation), target));
  } catch (error) {
    const { code } = error as { code?: unknown };
    return typeof code === 'number'
      ? `fails with ${code}`
      : `throws ${String((error as Error).stack)}`;
  }
}

const counted = (result: any) => ({
  inserted: result.insertedCount ?? (result.insertedId === undefined ? 0 : 1),
  matched: result.matchedCount ?? 0,
  modified: result.modifiedCount ?? 0,
  deleted: result.deletedCount ?? 0,
  upserted: result.upsertedCount ?? 0,
});

async function run(operation: Operation, target: Target): Promise<unknown> {
  const collection = target.collection();
  switch (operation.kind) {
    case 'insertOne':
      return counted(await collection.insertOne(operation.document));
    case 'insertMany':
      return bulk(() => collection.insertMany(operation.documents, { ordered: operation.ordered }));
    case 'bulkWrite':
      return bulk(() =>
        collection.bulkWrite(operation.writes.map(toWrite), { ordered: operation.ordered }),
      );
    case 'updateOne':
    case 'updateMany':
      return counted(
        await collection[operation.kind](operation.filter, operation.update, {
          upsert: operation.upsert,
        }),
      );
    case 'replaceOne':
      return counted(
        await collection.replaceOne(operation.filter, operation.replacement, {
          upsert: operation.upsert,
        }),
      );
    case 'deleteOne':
    case 'deleteMany':
      return counted(await collection[operation.kind](operation.filter));
    case 'findOneAndUpdate': {
      const { filter, update, ...options } = operation;
      return collection.findOneAndUpdate(filter, update, options);
    }
    case 'find': {
      const { filter, ...options } = operation;
      return collection.find(filter, options).toArray();
    }
    case 'count':
      return collection.countDocuments(operation.filter);
    case 'createIndex': {
      const { name, key, unique, partial } = operation.index;
      return collection.createIndex(key, {
        name,
        ...(unique ? { unique } : {}),
        ...(partial ? { partialFilterExpression: partial } : {}),
      });
    }
    case 'dropIndex':
      await collection.dropIndex(operation.name);
      return 'dropped';
    case 'reopen':
      await target.reopen();
      return 'reopened';
  }
}

function toWrite(operation: Operation): object {
  const { kind, ...rest } = operation as Operation & { filter?: Fields };
  return { [kind]: rest };
}

async function bulk(write: () => Promise<unknown>): Promise<unknown> {
  try {
    return { ...counted(await write()), errors: [] };
  } catch (error) {
    const { result, writeErrors } = error as {
      result?: unknown;
      writeErrors?: { index: number; code: number }[];
    };
    if (result === undefined || writeErrors === undefined) throw error;
    return { ...counted(result), errors: writeErrors.map(({ index, code }) => [index, code]) };
  }
}
