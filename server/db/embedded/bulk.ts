// Lists of writes. Each runs for itself: one that fails leaves the others alone, and in an ordered list ends it.
import type { mongo } from 'mongoose';
import { Turn } from '../turn.ts';
import { changeMany, changeOne, type DocumentChange, insertInstead } from './change.ts';
import { decode } from './decode.ts';
import type { EncodedObject } from './encode.ts';
import { isServerError, refuse } from './errors.ts';
import type { Filter } from './filter.ts';
import { toInsertable } from './insertable.ts';
import { checked } from './options.ts';
import type { Sort } from './sort.ts';
import type { DocumentTable } from './table.ts';
import { compileUpdate } from './update.ts';
import { encodeReplacement } from './upsert.ts';
import { type Bulk, BulkError, finishBulk, newBulk } from './write-results.ts';

/** One write of a list, compiled before anything is written. */
export interface Write {
  readonly operation: unknown;
  readonly run: (bulk: Bulk, index: number) => void;
}

export async function runBulk(
  table: DocumentTable,
  writes: readonly Write[],
  ordered: boolean,
): Promise<mongo.BulkWriteResult> {
  const bulk = newBulk();
  const { perTurn } = table.store;
  const parts: Promise<Bulk>[] = [];
  for (let from = 0; from < writes.length; from += perTurn) {
    const part = table.store.writes.write(() =>
      runPart(writes.slice(from, from + perTurn), from, ordered),
    );
    parts.push(part);
    if (ordered && (await part).writeErrors.length > 0) break;
  }
  // a transaction that is undone as a whole must not leave its counts behind
  const settled = await Promise.allSettled(parts);
  for (const part of settled) {
    if (part.status === 'rejected') throw part.reason;
    merge(bulk, part.value);
  }
  return finishBulk(bulk, ordered);
}

function runPart(writes: readonly Write[], from: number, ordered: boolean): Bulk {
  const bulk = newBulk();
  for (const [index, { run, operation }] of writes.entries()) {
    try {
      run(bulk, from + index);
    } catch (error) {
      if (!isServerError(error)) throw error;
      bulk.writeErrors.push(new BulkError(error, from + index, operation));
      if (ordered) break;
    }
  }
  return bulk;
}

function merge(into: Bulk, part: Bulk): void {
  into.writeErrors.push(...part.writeErrors);
  into.insertedIds.push(...part.insertedIds);
  into.upserted.push(...part.upserted);
  for (const count of ['nInserted', 'nUpserted', 'nMatched', 'nModified', 'nRemoved'] as const)
    into[count] += part[count];
}

/** All of them before any is written: one that cannot be stored refuses the list. */
export async function insertsOf(
  table: DocumentTable,
  documents: readonly { _id?: unknown }[],
  giveId: GiveId,
): Promise<Write[]> {
  const turn = new Turn();
  const writes: Write[] = [];
  for (const document of documents) {
    if (turn.isOver) await turn.giveWay();
    giveId(document);
    writes.push(insertOf(table, document));
  }
  return writes;
}

function insertOf(table: DocumentTable, document: { readonly _id?: unknown }): Write {
  const insertable = toInsertable(document);
  const run = (bulk: Bulk, index: number): void => {
    table.insert(insertable);
    bulk.nInserted++;
    bulk.insertedIds.push({ index, _id: document._id });
  };
  return { operation: document, run };
}

interface Operands {
  readonly document: { _id?: unknown };
  readonly filter: Filter;
  readonly update: unknown;
  readonly replacement: object;
  readonly upsert?: boolean;
  readonly sort?: Sort;
}

type GiveId = (document: { _id?: unknown }) => void;

export function compileOperation(table: DocumentTable, operation: object, giveId: GiveId): Write {
  try {
    return compileChecked(table, operation, giveId);
  } catch (error) {
    if (!isServerError(error)) throw error;
    // the server would find this out when its turn comes
    const run = (): never => {
      throw error;
    };
    return { operation, run };
  }
}

function compileChecked(table: DocumentTable, operation: object, giveId: GiveId): Write {
  const [kind = '', given] = Object.entries(operation)[0] ?? [];
  checked(given, kind);
  const { document, filter, update, replacement, upsert, sort } = given as Operands;
  switch (kind) {
    case 'insertOne':
      giveId(document);
      return insertOf(table, document);
    case 'updateOne':
      return changeOf(
        table,
        operation,
        filter,
        { update: compileUpdate(update) },
        { upsert, sort },
      );
    case 'updateMany':
      return changeAllOf(
        table,
        operation,
        filter,
        { update: compileUpdate(update) },
        upsert === true,
      );
    case 'replaceOne':
      return changeOf(
        table,
        operation,
        filter,
        { replacement: encodeReplacement(replacement) },
        { upsert, sort },
      );
    case 'deleteOne':
      return deleteOf(table, operation, filter, 1);
    case 'deleteMany':
      return deleteOf(table, operation, filter, undefined);
    default:
      return refuse(kind, 'bulkWrite');
  }
}

interface Choice {
  readonly upsert: boolean | undefined;
  readonly sort: Sort | undefined;
}

function changeOf(
  table: DocumentTable,
  operation: object,
  filter: Filter,
  change: DocumentChange,
  choice: Choice,
): Write {
  const run = (bulk: Bulk, index: number): void => {
    const { matched, modified, upserted, after } = changeOne(table, filter, change, choice);
    count(bulk, index, matched, modified, upserted ? after : undefined);
  };
  return { operation, run };
}

function changeAllOf(
  table: DocumentTable,
  operation: object,
  filter: Filter,
  change: DocumentChange,
  upsert: boolean,
): Write {
  const run = (bulk: Bulk, index: number): void => {
    const rids = table.rids(filter);
    const instead = rids.length === 0 && upsert ? insertInstead(table, filter, change) : undefined;
    const { matched, modified } = changeMany(table, rids, change);
    count(bulk, index, matched, modified, instead?.after);
  };
  return { operation, run };
}

function deleteOf(
  table: DocumentTable,
  operation: object,
  filter: Filter,
  limit: number | undefined,
): Write {
  const run = (bulk: Bulk): void => {
    const rids = table.rids(filter, undefined, limit);
    for (const rid of rids) table.delete(rid);
    bulk.nRemoved += rids.length;
  };
  return { operation, run };
}

function count(
  bulk: Bulk,
  index: number,
  matched: number,
  modified: number,
  upserted: EncodedObject | undefined,
): void {
  bulk.nMatched += matched;
  bulk.nModified += modified;
  if (upserted === undefined) return;
  bulk.nUpserted++;
  bulk.upserted.push({ index, _id: decode(upserted._id ?? null, true) });
}
