// Takes responses of one batch out again, a page at a time. Can be begun again at any point.
import type { Context } from '../context.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const pageSize = 500;

export type OfBatch = Pick<StoredResponse, '_id' | 'version' | 'receivedAt'> & {
  readonly row: number;
};

/** Deletes those of the batch's responses that `which` names, in the order of their rows. */
export async function removeResponsesOfBatch(
  { db, facts }: Pick<Context, 'db' | 'facts'>,
  batch: string,
  which: (response: OfBatch) => boolean,
): Promise<void> {
  const responses = db.model(storedResponses);
  let after = 0;
  for (;;) {
    const page = await responses
      .find({ batch, row: { $gt: after } }, { version: 1, receivedAt: 1, row: 1 })
      .sort({ row: 1 })
      .limit(pageSize)
      .lean<OfBatch[]>();
    const gone = page.filter(which);
    if (gone.length > 0) await responses.deleteMany({ _id: { $in: gone.map(({ _id }) => _id) } });
    for (const { _id, version } of gone) facts.remove(_id, version + 1);
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.row;
  }
}
