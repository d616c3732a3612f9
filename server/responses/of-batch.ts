// The responses of one batch, as the batch counts them: for no reader, so no scope narrows them.
import type { Scope } from '../../shared/api/session.ts';
import { isInScope } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

type Reading = Pick<Context, 'db'>;

const pageSize = 500;

export type RowOfBatch = Pick<StoredResponse, '_id'> & { readonly row: number };
type Origin = Pick<StoredResponse, '_id' | 'batch' | 'office'>;

/** Who stored these, by id; what is not stored, or only held, or has left, is not there. */
export async function originsOf(
  { db }: Reading,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Origin>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .model(storedResponses)
    .find(
      { _id: { $in: ids }, held: { $ne: true }, leaving: { $ne: true } },
      { batch: 1, office: 1 },
    )
    .lean<Origin[]>();
  return new Map(found.map((one) => [one._id, one]));
}

/** Which rows of a batch after this one are stored under it, in pages, in their order. */
export function rowsOfBatch(
  context: Reading,
  batch: string,
  from = 0,
): AsyncGenerator<readonly RowOfBatch[]> {
  return pagesOfBatch(context, batch, from, { row: 1 });
}

interface PlacedRow extends RowOfBatch, Pick<StoredResponse, 'held' | 'leaving'> {
  /** absent: somebody else has written it */
  readonly place?: { readonly province?: string };
}

/** Whether all that a batch has stored is of places in this scope: as it is stored, whatever the facts of one process have heard of. */
export async function isBatchWithin(
  context: Reading,
  batch: string,
  scope: Scope,
): Promise<boolean> {
  const fields = { row: 1, 'place.province': 1, held: 1, leaving: 1 } as const;
  for await (const page of pagesOfBatch<PlacedRow>(context, batch, 0, fields))
    for (const { place, held, leaving } of page)
      if (!held && !leaving && !isInScope(scope, place?.province ?? '')) return false;
  return true;
}

async function* pagesOfBatch<Row extends RowOfBatch>(
  { db }: Reading,
  batch: string,
  from: number,
  fields: Readonly<Record<string, 1>>,
): AsyncGenerator<readonly Row[]> {
  for (let after = from; ; ) {
    const page = await db
      .model(storedResponses)
      .find({ batch, row: { $gt: after } }, fields)
      .sort({ row: 1 })
      .limit(pageSize)
      .lean<Row[]>();
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.row;
  }
}

/** Whether anything is stored under a batch. */
export async function isAnyStored(context: Reading, batch: string, from = 0): Promise<boolean> {
  for await (const _page of rowsOfBatch(context, batch, from)) return true;
  return false;
}

/** These responses whole, in the same order. */
export async function responsesAt(
  { db }: Reading,
  rows: readonly RowOfBatch[],
): Promise<StoredResponse[]> {
  if (rows.length === 0) return [];
  const found = await db
    .model(storedResponses)
    .find({ _id: { $in: rows.map(({ _id }) => _id) } })
    .lean<StoredResponse[]>();
  const byId = new Map(found.map((stored) => [stored._id, stored]));
  return rows.flatMap(({ _id }) => byId.get(_id) ?? []);
}
