// Older decisions on a response, in documents of their own: a response document never outgrows what a database takes.
import type { Context } from '../context.ts';
import { type StoredDecisionPage, storedDecisionPages } from './decision-page.model.ts';
import type { StoredDecision, StoredResponse } from './response.model.ts';

/** decisions that stand in the response itself; once there are so many, the older half leaves */
const mostInResponse = 100;
const aPage = mostInResponse / 2;
/** bytes of older decisions that are shown */
const shownBytes = 1_000_000;

type WithHistory = Pick<StoredResponse, '_id' | 'history' | 'earlierDecisions'>;

const pageId = (response: string, first: number) => `${response}:${String(first).padStart(6, '0')}`;

/**
 * What the response's history becomes with one more decision. A page is written before the response lets go of it and is the same
 * whoever writes it, so a crash between the two, or two reviewers at once, lose nothing and show nothing twice.
 */
export async function historyWith(
  { db }: Pick<Context, 'db'>,
  { _id, history, earlierDecisions = 0 }: WithHistory,
  entry: StoredDecision,
): Promise<Required<Pick<StoredResponse, 'history' | 'earlierDecisions'>>> {
  if (history.length < mostInResponse) return { history: [...history, entry], earlierDecisions };
  const decisions = history.slice(0, aPage);
  await db
    .model(storedDecisionPages)
    .updateOne({ _id: pageId(_id, earlierDecisions) }, { $set: { decisions } }, { upsert: true });
  return {
    history: [...history.slice(aPage), entry],
    earlierDecisions: earlierDecisions + aPage,
  };
}

/** The response with its older decisions too, as far as they fit an answer; `earlierDecisions` says how many do not. */
export async function withOlderDecisions(
  { db }: Pick<Context, 'db'>,
  stored: StoredResponse,
): Promise<StoredResponse> {
  let { history, earlierDecisions = 0 } = stored;
  let bytes = 0;
  while (earlierDecisions > 0 && bytes < shownBytes) {
    const first = earlierDecisions - aPage;
    const page = await db
      .model(storedDecisionPages)
      .findById(pageId(stored._id, first))
      .lean<StoredDecisionPage>();
    if (!page) break;
    bytes += Buffer.byteLength(JSON.stringify(page.decisions));
    history = [...page.decisions, ...history];
    earlierDecisions = first;
  }
  return { ...stored, history, earlierDecisions };
}

/** Every page of older decisions; one more than are known, for a decision that was overtaken. */
async function pagesOfDecisions(
  { db }: Pick<Context, 'db'>,
  { _id, earlierDecisions = 0 }: Pick<StoredResponse, '_id' | 'earlierDecisions'>,
): Promise<readonly StoredDecisionPage[]> {
  const ids = Array.from({ length: earlierDecisions / aPage + 1 }, (_, index) =>
    pageId(_id, index * aPage),
  );
  return await db
    .model(storedDecisionPages)
    .find({ _id: { $in: ids } })
    .lean<StoredDecisionPage[]>();
}

/** Writes each older decision as `change` has it. May be done again at any time. */
export async function changeDecisionPages(
  context: Pick<Context, 'db'>,
  stored: Pick<StoredResponse, '_id' | 'earlierDecisions'>,
  change: (decision: StoredDecision) => StoredDecision,
): Promise<void> {
  for (const { _id, decisions } of await pagesOfDecisions(context, stored))
    await context.db
      .model(storedDecisionPages)
      .updateOne({ _id }, { $set: { decisions: decisions.map(change) } });
}
