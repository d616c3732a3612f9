// What an operation answers and leaves behind, by the naive collection.
import { Failure, inOrder, type NaiveCollection, projected } from './naive-collection.ts';
import type { Operation } from './operations.ts';
import { clone, type Fields, print } from './values.ts';

const counts = { inserted: 0, matched: 0, modified: 0, deleted: 0, upserted: 0 };

export function expectedOf(operation: Operation, naive: NaiveCollection): unknown {
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
