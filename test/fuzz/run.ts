// Runs a list of operations on an engine and on the naive model, and tells the first difference. A list that differs is shortened.
import { Failure, inOrder, NaiveCollection, projected } from './naive-collection.ts';
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

/** @returns what differs, or undefined */
export async function firstDifference(
  operations: readonly Operation[],
  target: Target,
): Promise<string | undefined> {
  await target.reset();
  const naive = new NaiveCollection();
  for (const [index, operation] of operations.entries()) {
    if (!isDefined(operation, naive)) continue;
    const expected = outcome(() => expectedOf(operation, naive));
    const actual = await actualOf(operation, target);
    if (expected !== actual) return tell(index, operation, expected, actual);
    const stored = (await target.collection().find({}).sort({ _id: 1 }).toArray())
      .map(print)
      .join('\n');
    const kept = inOrder(naive.documents, { _id: 1 }).map(print).join('\n');
    if (stored !== kept) return tell(index, operation, kept, stored);
  }
  return undefined;
}

/** Takes out operations, half of the list at a time and then fewer, as long as a difference remains. */
export async function shorten(
  operations: readonly Operation[],
  target: Target,
): Promise<readonly Operation[]> {
  let shortest = operations;
  for (
    let size = Math.ceil(operations.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < shortest.length; ) {
      const without = [...shortest.slice(0, from), ...shortest.slice(from + size)];
      if ((await firstDifference(without, target)) === undefined) from += size;
      else shortest = without;
    }
  }
  return shortest;
}

const tell = (index: number, operation: Operation, expected: string, actual: string): string =>
  `operation ${index}: ${print(operation)}\nexpected: ${expected}\nactual:   ${actual}`;

function outcome(run: () => unknown): string {
  try {
    return print(run());
  } catch (error) {
    if (error instanceof Failure) return `fails with ${error.code}`;
    throw error;
  }
}

/** False where MongoDB leaves open what happens: which of several matches, or how much of a failing updateMany. */
function isDefined(operation: Operation, naive: NaiveCollection): boolean {
  switch (operation.kind) {
    case 'updateOne':
    case 'replaceOne':
    case 'deleteOne':
      return naive.find(operation.filter).length <= 1 && !seedsUnclearly(operation);
    case 'updateMany':
      return (
        !seedsUnclearly(operation) &&
        !outcome(() => expectedOf(operation, copyOf(naive))).startsWith('fails')
      );
    case 'findOneAndUpdate':
      return !seedsUnclearly(operation);
    case 'bulkWrite': {
      // the driver sends an unordered list sorted by kind
      if (!operation.ordered && new Set(operation.writes.map(sortOf)).size > 1) return false;
      const copy = copyOf(naive);
      return operation.writes.every((write) => {
        const defined = isDefined(write, copy);
        if (defined) outcome(() => expectedOf(write, copy));
        return defined;
      });
    }
    default:
      return true;
  }
}

const sortOf = ({ kind }: Operation): string =>
  kind.replace(/^update|^replace/, 'change').slice(0, 6);

/** An upsert is compared where its filter names the _id and each path once: else the engine makes an _id, or the server complains. */
function seedsUnclearly(operation: Operation): boolean {
  if (!('upsert' in operation) || !operation.upsert) return false;
  const { filter } = operation;
  return (
    filter._id === undefined ||
    typeof filter._id === 'object' ||
    'o' in filter ||
    '$or' in filter ||
    '$and' in filter ||
    print(filter).includes('$in')
  );
}

function copyOf(naive: NaiveCollection): NaiveCollection {
  const copy = new NaiveCollection();
  copy.documents = clone(naive.documents);
  copy.indexes = naive.indexes;
  return copy;
}

const counts = { inserted: 0, matched: 0, modified: 0, deleted: 0, upserted: 0 };

function expectedOf(operation: Operation, naive: NaiveCollection): unknown {
  switch (operation.kind) {
    case 'insertOne':
      naive.insert(operation.document);
      return { ...counts, inserted: 1 };
    case 'insertMany':
      return expectedBulk(
        operation.documents.map((document) => ({ kind: 'insertOne', document })),
        operation.ordered,
        naive,
      );
    case 'bulkWrite':
      return expectedBulk(operation.writes, operation.ordered, naive);
    case 'updateOne':
    case 'updateMany':
      return expectedUpdate(operation, naive);
    case 'replaceOne':
      return expectedReplace(operation, naive);
    case 'deleteOne':
    case 'deleteMany': {
      const found = naive.find(operation.filter);
      naive.delete(found);
      return { ...counts, deleted: found.length };
    }
    case 'findOneAndUpdate':
      return expectedFindAndUpdate(operation, naive);
    case 'find': {
      const found = inOrder(naive.find(operation.filter), operation.sort);
      const page = operation.limit === 0 ? found : found.slice(0, operation.limit);
      return page.map((document) =>
        Object.keys(operation.projection).length === 0
          ? document
          : projected(document, operation.projection),
      );
    }
    case 'count':
      return naive.find(operation.filter).length;
    case 'createIndex':
      naive.createIndex(operation.index);
      return operation.index.name;
    case 'dropIndex': {
      if (!naive.indexes.some(({ name }) => name === operation.name)) throw new Failure(27);
      naive.indexes = naive.indexes.filter(({ name }) => name !== operation.name);
      return 'dropped';
    }
    case 'reopen':
      return 'reopened';
  }
}

function expectedUpdate(
  { filter, update, upsert }: Operation & { kind: 'updateOne' | 'updateMany' },
  naive: NaiveCollection,
): unknown {
  checkConflicts(update);
  const found = naive.find(filter);
  if (found.length === 0 && upsert) {
    naive.upsert(filter, update);
    return { ...counts, upserted: 1 };
  }
  const modified = found.filter(
    (document) => print(document) !== print(naive.update(document, update)),
  );
  return { ...counts, matched: found.length, modified: modified.length };
}

function checkConflicts(update: Fields): void {
  const paths = Object.values(update).flatMap((fields) => Object.keys(fields as Fields));
  if (
    paths.some((path, index) =>
      paths.some(
        (other, place) => place !== index && (other === path || other.startsWith(`${path}.`)),
      ),
    )
  )
    throw new Failure(40);
}

function expectedReplace(
  { filter, replacement, upsert }: Operation & { kind: 'replaceOne' },
  naive: NaiveCollection,
): unknown {
  const [found] = naive.find(filter);
  if (found !== undefined) {
    naive.put(found, { _id: found._id, ...clone(replacement) });
    return { ...counts, matched: 1, modified: 1 };
  }
  if (!upsert) return counts;
  naive.insert({ _id: filter._id, ...replacement });
  return { ...counts, upserted: 1 };
}

function expectedFindAndUpdate(
  operation: Operation & { kind: 'findOneAndUpdate' },
  naive: NaiveCollection,
): unknown {
  const { filter, update, sort, returnDocument, upsert } = operation;
  checkConflicts(update);
  const [before] = inOrder(naive.find(filter), sort);
  if (before === undefined && !upsert) return null;
  const after = before === undefined ? naive.upsert(filter, update) : naive.update(before, update);
  return (returnDocument === 'after' ? after : before) ?? null;
}

/** The server checks the form of all updates of a list while it runs them: a conflict is one more failing write. */
function expectedBulk(
  writes: readonly Operation[],
  ordered: boolean,
  naive: NaiveCollection,
): unknown {
  const total: { [count: string]: number } = { ...counts };
  const errors: [number, number][] = [];
  for (const [index, write] of writes.entries()) {
    try {
      const result = expectedOf(write, naive) as typeof counts;
      for (const [name, count] of Object.entries(result)) total[name] = (total[name] ?? 0) + count;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      errors.push([index, error.code]);
      if (ordered) break;
    }
  }
  return { ...total, errors };
}

async function actualOf(operation: Operation, target: Target): Promise<string> {
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
