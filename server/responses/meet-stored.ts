// Responses whose ids are taken: what a newcomer is told, once that cannot become untrue any more.
import { attemptsOf } from '../leases/under-way.ts';
import { settleDoubt } from './doubt.ts';
import type { Inserted, Inserting } from './insert-responses.ts';
import { holds, type Known, readKnown } from './known.ts';
import { leanOn } from './lean-on.ts';
import { replaceMarks } from './left-mark.ts';
import type { StoredResponse } from './response.model.ts';
import { freeLeftHeld } from './undo-attempt.ts';

/**
 * What is stored under the ids of these documents. Of those that are not settled nothing is said, they are to be tried again;
 * `late`: who holds an id with other content was waited for long enough.
 */
export async function meetStored(
  context: Inserting,
  documents: readonly StoredResponse[],
  late: boolean,
): Promise<Map<string, Inserted>> {
  const ids = documents.map(({ _id }) => _id);
  const { known, underWay } = await readSettled(context, ids);
  const all = [...known.values()];
  // stored by a write whose answer was lost, or by another process
  const unheard = all.filter(
    (stored) => !stored.held && !stored.leaving && !context.facts.knows(stored),
  );
  if (unheard.length > 0) await settleDoubt(context, unheard);
  const outcomes = new Map<string, Inserted>();
  const inPlaces = documents.flatMap((document) => {
    const mark = known.get(document._id);
    return mark?.leaving ? [{ document, mark }] : [];
  });
  for (const stored of await replaceMarks(context, inPlaces))
    outcomes.set(stored._id, { outcome: 'new', stored });
  const meet = async (document: StoredResponse) => {
    if (outcomes.has(document._id)) return;
    const before = known.get(document._id);
    const met = before && (await meetOne(context, document, before, underWay));
    const waits = late && before?.held && !isSame(before, document);
    if (met) outcomes.set(document._id, met);
    else if (waits) outcomes.set(document._id, { outcome: 'different', stored: before });
  };
  // beside each other: the embedded database makes their changes durable in one go
  await Promise.all(documents.map(meet));
  return outcomes;
}

function isSame(before: Known, { digest, survey }: StoredResponse): boolean {
  return holds(before, digest) && before.survey === survey;
}

interface Settled {
  readonly known: ReadonlyMap<string, Known>;
  readonly underWay: ReadonlySet<string>;
}

/** What is known, as it was when the attempts that are not under way had ended already: before, they might yet have left. */
async function readSettled(context: Inserting, ids: readonly string[]): Promise<Settled> {
  const first = await readKnown(context, ids);
  const attempts = await attemptsOf(context.db, [...first.values()]);
  if (attempts.justEnded.size === 0) return { known: first, underWay: attempts.underWay };
  const known = await readKnown(context, ids);
  // an attempt that began meanwhile is looked at the next time
  for (const [id, { attempt }] of known) if (attempt !== first.get(id)?.attempt) known.delete(id);
  return { known, underWay: attempts.underWay };
}

/** undefined: to be tried again */
async function meetOne(
  context: Inserting,
  document: StoredResponse,
  before: Known,
  underWay: ReadonlySet<string>,
): Promise<Inserted | undefined> {
  const mayLeave = before.attempt !== undefined && underWay.has(before.attempt);
  // somebody else was faster with the mark, or it is forgotten
  if (before.leaving) return undefined;
  if (before.held && !mayLeave) {
    await freeLeftHeld(context, before);
    return undefined;
  }
  // what is held may be gone in a moment, and its id free
  if (!isSame(before, document))
    return before.held ? undefined : { outcome: 'different', stored: before };
  if (!mayLeave) return { outcome: 'same', stored: before };
  const leant = await leanOn(context, document, before);
  if (leant === 'again') return undefined;
  return leant.outcome === 'new' ? leant : { ...leant, stored: before, leaning: true };
}
