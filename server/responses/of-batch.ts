// The responses of one batch, as the batch counts them: for no reader, so no scope narrows them.
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
export async function* rowsOfBatch(
  { db }: Reading,
  batch: string,
  from = 0,
): AsyncGenerator<readonly RowOfBatch[]> {
  for (let after = from; ; ) {
    const page = await db
      .model(storedResponses)
      .find({ batch, row: { $gt: after } }, { row: 1 })
      .sort({ row: 1 })
      .limit(pageSize)
      .lean<RowOfBatch[]>();
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
