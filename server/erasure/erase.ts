// The words of a response are erased for whom they are about: a list of steps, each of which may be done again. What is to be looked for
// is noted first, as hashes, so that whoever goes on after a crash finds every copy although the words are gone.
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import { eraseRows } from '../batches/erase-rows.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { forgetLinkReasons } from '../links/read-links.ts';
import { erasePhotos } from '../photos/erase-photos.ts';
import { withOlderDecisions } from '../responses/decision-pages.ts';
import { type ErasedBy, eraseEarlier, eraseResponse } from '../responses/erase-content.ts';
import { type ResponseReader, responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { forgetReasons } from '../review/forget-reasons.ts';
import { copiesOf, findCopies } from './copies.ts';
import { type StoredErasure, storedErasures } from './erasure.model.ts';

const tries = 5;

export type Erasing = Pick<Context, 'db' | 'facts' | 'now'>;

/** @throws reason-needed */
export function readReason(given: string): string {
  const reason = removePersonalData(normaliseLine(given)).text;
  if (reason === '') throw problem('reason-needed', { detail: 'Say who asked for it, or why.' });
  return reason;
}

export interface ErasedNow {
  readonly stored: StoredResponse;
  /** how many rows of files lost their words */
  readonly rows: number;
  /** false: somebody was first, and copies were looked for once more */
  readonly byUs: boolean;
}

/** Erases it everywhere; once: asked again it only looks for copies again. */
export async function erase(
  context: Erasing,
  reader: ResponseReader,
  address: { readonly survey: string; readonly id: string },
  who: Omit<ErasedBy, 'at'>,
): Promise<ErasedNow> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await reader.one(address);
    if (before.erasedAt) {
      const { _id } = before;
      const noted = await context.db.model(storedErasures).findById(_id).lean<StoredErasure>();
      return { stored: before, rows: await goOn(context, before, noted), byUs: false };
    }
    const at = context.now();
    const erasure = await copiesOf(context, before, at);
    await note(context, erasure);
    const stored = await eraseResponse(context, before, { ...who, at });
    if (stored) return { stored, rows: await goOn(context, stored, erasure), byUs: true };
  }
  throw problem('decision-conflict', { detail: 'This response is being changed by others.' });
}

/** What was noted of a content that was changed since is added to. */
async function note({ db }: Erasing, erasure: StoredErasure): Promise<void> {
  const erasures = db.model(storedErasures);
  try {
    await erasures.collection.insertOne(erasure as never);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // whoever was stopped here, or has just been overtaken: this looks for all that the response ever said
    const { _id, ...rest } = erasure;
    await erasures.updateOne({ _id }, { $set: rest });
  }
}

async function goOn(
  context: Erasing,
  stored: StoredResponse,
  erasure: StoredErasure | null,
): Promise<number> {
  await eraseEarlier(context, stored);
  await erasePhotos(context, stored._id);
  await forgetLinkReasons(context, stored._id);
  const { history } = await withOlderDecisions(context, stored);
  await forgetReasons(
    context,
    history.flatMap(({ id }) => id ?? []),
  );
  const rows = erasure ? await eraseRows(context, stored.survey, findCopies([erasure])) : 0;
  await context.db.withoutTraces();
  return rows;
}

/** Does the steps after the first again, for several of one survey at once; of those whose first step was not done nothing. */
export async function eraseCopies(
  context: Erasing,
  survey: string,
  erasures: readonly StoredErasure[],
): Promise<void> {
  const reader = responsesIn({ kind: 'all' }, context);
  const begun = new Set<string>();
  for await (const stored of reader.each(erasures.map(({ _id }) => _id))) {
    if (!stored.erasedAt) continue;
    begun.add(stored._id);
    await eraseEarlier(context, stored);
    await erasePhotos(context, stored._id);
    await forgetLinkReasons(context, stored._id);
  }
  const known = erasures.filter(({ _id }) => begun.has(_id));
  if (known.length > 0) await eraseRows(context, survey, findCopies(known));
}
