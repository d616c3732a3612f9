// Runs a list of operations on an engine and on the naive model, and tells the first difference. A list that differs is shortened.
import { actualOf, type Target } from './actual.ts';
import { expectedOf } from './expected.ts';
import { Failure, inOrder, NaiveCollection } from './naive-collection.ts';
import type { Operation } from './operations.ts';
import { clone, print } from './values.ts';

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
