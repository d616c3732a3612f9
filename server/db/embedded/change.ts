// Changes of stored documents. All of it runs inside a transaction that the caller has opened.
import { parseText } from './decode.ts';
import type { EncodedObject } from './encode.ts';
import { serverError } from './errors.ts';
import type { Filter } from './filter.ts';
import { insertableOf } from './insertable.ts';
import type { Sort } from './sort.ts';
import type { DocumentTable, FoundDocument } from './table.ts';
import { applyUpdate, type Update } from './update.ts';
import { checkSeed, replacementFrom, seedFrom } from './upsert.ts';

/** What is to become of a document: its fields changed, or all of it replaced. */
export type DocumentChange = { readonly update: Update } | { readonly replacement: EncodedObject };

export interface Changed {
  readonly before: EncodedObject | undefined;
  readonly after: EncodedObject | undefined;
  readonly matched: number;
  readonly modified: number;
  readonly upserted: boolean;
}

const nothing: Changed = {
  before: undefined,
  after: undefined,
  matched: 0,
  modified: 0,
  upserted: false,
};

export interface ChangeOptions {
  readonly sort?: Sort | undefined;
  readonly upsert?: boolean | undefined;
}

export function changeOne(
  table: DocumentTable,
  filter: Filter,
  change: DocumentChange,
  { sort, upsert }: ChangeOptions,
): Changed {
  if (upsert) checkSeed(filter);
  const found = table.first(filter, sort);
  if (found !== undefined) return changeFound(table, found, change);
  return upsert ? insertInstead(table, filter, change) : nothing;
}

export function changeFound(
  table: DocumentTable,
  found: FoundDocument,
  change: DocumentChange,
): Changed {
  // a copy of its own: who asks for what it was before is given that
  const before = parseText(found.text);
  const id = JSON.stringify(before._id);
  const after = changedFrom(before, change);
  if (JSON.stringify(after._id) !== id) {
    throw serverError(
      66,
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  // MongoDB counts a replacement as a modification even when nothing is different
  const modified = table.replace(found, after) || 'replacement' in change ? 1 : 0;
  return {
    get before() {
      return found.document;
    },
    after,
    matched: 1,
    modified,
    upserted: false,
  };
}

/** Changes `document` itself. */
function changedFrom(document: EncodedObject, change: DocumentChange): EncodedObject {
  if ('replacement' in change) return { _id: document._id ?? null, ...change.replacement };
  applyUpdate(document, change.update, false);
  return document;
}

export function insertInstead(
  table: DocumentTable,
  filter: Filter,
  change: DocumentChange,
): Changed {
  const after =
    'replacement' in change
      ? replacementFrom(filter, change.replacement)
      : seedFrom(filter, change.update);
  table.insert(insertableOf(after));
  return { ...nothing, after, upserted: true };
}

export function changeMany(
  table: DocumentTable,
  rids: readonly number[],
  change: DocumentChange,
): Changed {
  let matched = 0;
  let modified = 0;
  for (const rid of rids) {
    const found = table.byRid(rid);
    if (found === undefined) continue;
    matched++;
    modified += changeFound(table, found, change).modified;
  }
  return { ...nothing, matched, modified };
}

/** What two parts of one change did. */
export function together(one: Changed, other: Changed): Changed {
  const { matched, modified } = other;
  return { ...one, matched: one.matched + matched, modified: one.modified + modified };
}

export function deleted(before: EncodedObject | undefined): Changed {
  return { ...nothing, before, matched: before ? 1 : 0 };
}
