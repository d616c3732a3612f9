// What happened to a response, in its order, with what each revision changed.
import type { ResponseHistory } from '../../shared/api/responses.ts';
import type { Context } from '../context.ts';
import { changesBetween } from './changes-between.ts';
import { withOlderDecisions } from './decision-pages.ts';
import type { StoredDecision, StoredResponse } from './response.model.ts';
import {
  type Content,
  revisableOf,
  revisionId,
  type StoredRevision,
  storedRevisions,
} from './revision.model.ts';

/** Why files were withdrawn the last time, and when; erased reasons are null. */
export type ReasonsOfFiles = (
  ids: readonly string[],
) => Promise<ReadonlyMap<string, { readonly at: Date; readonly reason: string | null }>>;

/** Newer happenings than fit an answer are all there; of the oldest, as many as fit. */
export async function readHistory(
  context: Pick<Context, 'db'>,
  stored: StoredResponse,
  reasonsOf: ReasonsOfFiles,
): Promise<ResponseHistory> {
  const { history: asStored } = await withOlderDecisions(context, stored);
  const history = await withReasonsOfFiles(asStored, reasonsOf);
  const shown = history.filter(({ decision }) => decision === 'revised').length;
  const contents = await contentsOf(context, stored, shown);
  const sent = {
    what: 'sent' as const,
    by: stored.by,
    at: stored.receivedAt.toISOString(),
    reason: null,
    revision: 1,
    changes: [],
  };
  // counted from the end: of what is left out nothing needs to be known
  let revision = stored.revision ?? 1;
  const items = history.toReversed().map(({ decision, by, at, reason, tier, pointer, office }) => {
    const more = { ...(tier && { tier }), ...(pointer && { pointer }), ...(office && { office }) };
    const entry = { what: decision, ...more, by, at: at.toISOString(), reason };
    if (decision !== 'revised') return { ...entry, revision: null, changes: [] };
    const [before, after] = [contents.get(revision - 1), contents.get(revision)];
    const changes = before && after ? changesBetween(before, after) : [];
    return { ...entry, revision: revision--, changes };
  });
  return { items: [sent, ...items.toReversed()], next: null };
}

/** A file says why it was withdrawn, for all its responses; of an earlier time that it was it no longer does. */
async function withReasonsOfFiles(
  history: readonly StoredDecision[],
  reasonsOf: ReasonsOfFiles,
): Promise<readonly StoredDecision[]> {
  const ids = [...new Set(history.flatMap(({ batch }) => batch ?? []))];
  if (ids.length === 0) return history;
  const reasons = await reasonsOf(ids);
  return history.map((entry) => {
    const why = entry.batch === undefined ? undefined : reasons.get(entry.batch);
    return why && entry.at >= why.at ? { ...entry, reason: why.reason } : entry;
  });
}

async function contentsOf(
  { db }: Pick<Context, 'db'>,
  stored: StoredResponse,
  shown: number,
): Promise<Map<number, Content>> {
  const { _id, revision = 1 } = stored;
  const contents = new Map([[revision, revisableOf(stored)]]);
  const earlier = Array.from({ length: shown }, (_, index) => revision - 1 - index);
  if (earlier.length === 0) return contents;
  const numbers = new Map(earlier.map((number) => [revisionId(_id, number), number]));
  const found = await db
    .model(storedRevisions)
    .find({ _id: { $in: [...numbers.keys()] } })
    .lean<StoredRevision[]>();
  for (const { _id: id, content } of found) contents.set(numbers.get(id) ?? 0, content);
  return contents;
}
