// A response that is taken back is not deleted: a mark stays under its id, so that whoever follows hears of it, whenever they look.
//
//   The id is free at once: who stores another response under it replaces the mark, in one write that names the version of the
//   mark, and goes on counting versions where it stood. So of all that was ever stored under an id each state has a version of its
//   own, whatever the clocks said, and whoever hears of them in any order ends with the last.
//   A mark holds nothing of what was sent. It is forgotten once nobody can still be on the way to it.
import type { Context } from '../context.ts';
import { type Doubting, settleDoubt } from './doubt.ts';
import type { Known } from './known.ts';
import { responseFields, type StoredResponse, storedResponses } from './response.model.ts';

const kept: readonly string[] = [
  '_id',
  'survey',
  'version',
  'receivedAt',
  'changedAt',
  'leaving',
  'leftAt',
];
const sent = Object.keys(responseFields).filter((name) => !kept.includes(name));

/** The change that leaves a mark. */
export const leave = (at: Date) => ({
  $set: { leaving: true, leftAt: at, changedAt: at },
  $unset: Object.fromEntries(sent.map((name) => [name, 1])),
  $inc: { version: 1 },
});

/** Stores a response in the place of a mark; undefined: somebody else has, or the mark was forgotten. */
export async function replaceMark(
  context: Pick<Context, 'db'> & Doubting,
  { _id, version: _version, ...rest }: StoredResponse,
  mark: Known,
): Promise<StoredResponse | undefined> {
  const { version } = mark;
  const after = await context.db
    .model(storedResponses)
    .findOneAndUpdate(
      { _id, version, leaving: true },
      { $set: rest, $unset: { leaving: 1, leftAt: 1 }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean<StoredResponse>()
    .catch((error: unknown) => {
      void settleDoubt(context, [{ _id, version: version + 1 }]);
      throw error;
    });
  if (after) context.facts.put(after);
  return after ?? undefined;
}
