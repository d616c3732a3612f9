// What the issues of one response are linked to, with everything that was ever linked and taken back.
import type { ResponseLinks } from '../../shared/api/links.ts';
import type { Context } from '../context.ts';
import { hearLinks } from './hear-links.ts';
import { type StoredIssueLinks, storedLinks } from './link.model.ts';

/** In the order of the issues' ids; the reader has seen that the response is theirs to see. */
export async function linksOfResponse(
  { db }: Pick<Context, 'db'>,
  response: string,
): Promise<ResponseLinks> {
  const found = await db.model(storedLinks).find({ response }).lean<StoredIssueLinks[]>();
  const items = found
    .sort((a, b) => (a._id < b._id ? -1 : 1))
    .map(({ issue, links, history }) => ({
      issue,
      fitsNone: links.some(({ subPlan }) => subPlan === 'none'),
      links: links.filter(({ subPlan }) => subPlan !== 'none').map(timed),
      history: history.map(timed),
    }));
  return { items, next: null };
}

const timed = <T extends { readonly at: Date }>(one: T) => ({ ...one, at: one.at.toISOString() });

/** As they are stored, of some responses, by `issueKey`. For who changes them. */
export async function linksOfResponses(
  { db }: Pick<Context, 'db'>,
  responses: readonly string[],
): Promise<ReadonlyMap<string, StoredIssueLinks>> {
  const found = await db
    .model(storedLinks)
    .find({ response: { $in: responses } })
    .lean<StoredIssueLinks[]>();
  return new Map(found.map((one) => [one._id, one]));
}

/** Reasons are words of people: they go with the words of the response. Who read them before may not write them back: it is a new version. */
export async function forgetLinkReasons(
  context: Pick<Context, 'db' | 'facts' | 'now'>,
  response: string,
): Promise<void> {
  const model = context.db.model(storedLinks);
  const without = <T extends object>(one: T) => ({ ...one, reason: null });
  for (const stored of await model.find({ response }).lean<StoredIssueLinks[]>()) {
    const { _id, version, links, history } = stored;
    if (history.every(({ reason }) => reason === null)) continue;
    const next = { links: links.map(without), history: history.map(without) };
    const set = { ...next, version: version + 1, changedAt: context.now() };
    const after = await model
      .findOneAndUpdate({ _id, version }, { $set: set }, { returnDocument: 'after' })
      .lean<StoredIssueLinks>();
    if (after) hearLinks(context, after);
    // it was linked otherwise meanwhile: once more
    else await forgetLinkReasons(context, response);
  }
}
