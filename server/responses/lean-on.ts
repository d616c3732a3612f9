// What a newcomer may be told about a response that a load has stored which is still under way, and may take it back.
//
//   Each response has one owner (batch, attempt) and room for one heir. Whoever is told `same` has become the heir before, by an
//   update that names the owner it saw; undoing an attempt takes back only what has no heir, by a condition of the same single
//   document, and hands the rest over to the heir (undo-attempt.ts). So of the two one finds nothing and looks again, and nobody
//   was told that something is stored which then vanishes.
//   What an all-or-nothing load holds is nowhere counted, and nobody was told of it: who brings the same content for good takes
//   it, and the holder becomes the heir. Another all-or-nothing load becomes the heir of the holder: should that give up, it
//   holds it itself; should it come to its own end first, it takes it (release-held.ts). So whatever such a load has leaned on
//   is there when it comes to its end, with the content it has seen.
//   A third one: the response stays for good, whoever is undone; while it is only held, a third holder has to come later.
import { type Doubting, settleDoubt } from './doubt.ts';
import type { Known } from './known.ts';
import { type Heir, type Origin, type StoredResponse, storedResponses } from './response.model.ts';

/** `again`: it is no more what it was, or not yet settled: look again */
export type Leant =
  | { readonly outcome: 'new'; readonly stored: StoredResponse }
  | { readonly outcome: 'same' }
  | 'again';

/** `before` has the content of `document`, and its attempt is under way. */
export async function leanOn(
  context: Doubting,
  document: StoredResponse,
  before: Known,
): Promise<Leant> {
  // a load meets what it has stored itself
  if (before.attempt === document.attempt) return { outcome: 'same' };
  const third = before.heir !== undefined && before.heir.attempt !== document.attempt;
  if (!before.held) return await inherit(context, document, before, third);
  if (!document.held) return await takeHeld(context, document, before, third);
  return third ? 'again' : await inherit(context, document, before, false);
}

/** As it was seen: by its owner and its heir. */
function unchanged({ _id, attempt, heir }: Known) {
  const sameHeir = { 'heir.attempt': heir?.attempt ?? null };
  return { _id, attempt, leaving: { $ne: true }, ...sameHeir } as const;
}

async function inherit(
  { db }: Doubting,
  document: StoredResponse,
  before: Known,
  forGood: boolean,
): Promise<Leant> {
  const stays = { $unset: { attempt: 1 } } as const;
  const change =
    forGood || document.attempt === undefined ? stays : { $set: { heir: asHeir(document) } };
  const held = before.held ? true : { $ne: true };
  const { matchedCount } = await db
    .model(storedResponses)
    .updateOne({ ...unchanged(before), held } as object, change);
  return matchedCount === 1 ? { outcome: 'same' } : 'again';
}

async function takeHeld(
  context: Doubting,
  document: StoredResponse,
  before: Known,
  forGood: boolean,
): Promise<Leant> {
  const { _id, version: _version, attempt, ...rest } = document;
  const owned = attempt !== undefined && !forGood;
  const after = await context.db
    .model(storedResponses)
    .findOneAndUpdate(
      { ...unchanged(before), held: true } as object,
      {
        $set: { ...rest, ...(owned && { attempt, heir: asHeir(before) }) },
        $unset: { held: 1, ...(!owned && { attempt: 1, heir: 1 }) },
        $inc: { version: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean<StoredResponse>()
    .catch((error: unknown) => {
      void settleDoubt(context, [{ _id, version: before.version + 1 }]);
      throw error;
    });
  if (!after) return 'again';
  context.facts.put(after);
  return { outcome: 'new', stored: after };
}

/** Who stored a response, as its heir. */
export function asHeir(leaning: Origin & { readonly held?: boolean }): Heir {
  const { office, by, batch, row, line, attempt, held = false } = leaning;
  return { office, by, batch, row, line, held, ...(attempt !== undefined && { attempt }) };
}
