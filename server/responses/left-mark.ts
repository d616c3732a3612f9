// A response that is taken back is not deleted: a mark stays under its id, so that whoever follows hears of it, whenever they look.
//
//   The id is free at once: who stores another response under it replaces the mark, in one write that names the version of the
//   mark, and goes on counting versions where it stood. So of all that was ever stored under an id each state has a version of its
//   own, whatever the clocks said, and whoever hears of them in any order ends with the last.
//   A mark holds nothing of what was sent. It is forgotten once nobody can still be on the way to it.
import type { Context } from '../context.ts';
import { type Doubting, settleDoubt } from './doubt.ts';
import { type Known, readKnown } from './known.ts';
import { responseFields, type StoredResponse, storedResponses } from './response.model.ts';

type Replacing = Pick<Context, 'db'> & Doubting;

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

/** A response, and the mark under its id. */
export interface InPlaceOf {
  readonly document: StoredResponse;
  readonly mark: Known;
}

/**
 * Stores responses in the places of marks, in one write, through the driver's own collection (our rules have built the documents).
 * Those are left out that somebody else was faster with, or whose marks were forgotten.
 */
export async function replaceMarks(
  context: Replacing,
  pairs: readonly InPlaceOf[],
): Promise<StoredResponse[]> {
  if (pairs.length === 0) return [];
  const wanted = pairs.map(({ document, mark }) => ({ ...document, version: mark.version + 1 }));
  const replacements = wanted.map((replacement) => {
    const { _id, version } = replacement;
    const filter = { _id, version: version - 1, leaving: true };
    return { replaceOne: { filter, replacement } };
  });
  const { collection } = context.db.model(storedResponses);
  try {
    const { matchedCount } = await collection.bulkWrite(replacements as never, { ordered: false });
    const stored = matchedCount === wanted.length ? wanted : await oursAmong(context, wanted);
    for (const one of stored) context.facts.put(one);
    return stored;
  } catch (error) {
    void settleDoubt(context, wanted);
    throw error;
  }
}

/** Those that are stored as we have written them: by this sender, at this moment. */
async function oursAmong(
  context: Replacing,
  wanted: readonly StoredResponse[],
): Promise<StoredResponse[]> {
  const known = await readKnown(
    context,
    wanted.map(({ _id }) => _id),
  );
  return wanted.filter((one) => {
    const stored = known.get(one._id);
    const isThen = stored?.receivedAt.getTime() === one.receivedAt.getTime();
    const isThis = stored?.version === one.version && stored.attempt === one.attempt;
    return isThen && isThis && stored.by === one.by && stored.row === one.row;
  });
}
