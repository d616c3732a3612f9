// Each issue's links are one document and one write on top of the version that was read: of two who change them at once, the second reads
// again and decides anew.
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { type StoredIssueLinks, storedLinks } from './link.model.ts';

/** What is to stand in a document of links. */
export type LinksWanted = Pick<StoredIssueLinks, 'links' | 'history'>;

export interface LinksKey {
  readonly survey: string;
  /** `{response}#{issue}` */
  readonly key: string;
}

const tries = 10;
/** what ever happened to one issue stands in one document: who links and unlinks for ever is stopped */
export const mostChanges = 500;

/**
 * `decide` says what is to stand there, by what stands there; undefined: it stays. Whoever writes tells the facts.
 * @returns what was written; undefined: nothing changes @throws decision-conflict when others change it again and again
 */
export async function rewriteLinks(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { survey, key }: LinksKey,
  decide: (before: LinksWanted) => LinksWanted | undefined,
  known?: StoredIssueLinks | null,
): Promise<StoredIssueLinks | undefined> {
  const model = db.model(storedLinks);
  for (let left = tries; left > 0; left--) {
    const isFirst = left === tries;
    const before =
      isFirst && known !== undefined ? known : await model.findById(key).lean<StoredIssueLinks>();
    const wanted = decide(before ?? { links: [], history: [] });
    if (!wanted) return undefined;
    const next = { ...wanted, changedAt: now() };
    const after = before
      ? await model
          .findOneAndUpdate(
            { _id: key, version: before.version },
            { $set: { ...next, version: before.version + 1 } },
            { returnDocument: 'after' },
          )
          .lean<StoredIssueLinks>()
      : await insertFirst(db, { ...partsOfLinkKey(key), survey, ...next, version: 1 });
    if (after) return after;
  }
  throw problem('decision-conflict', { detail: 'These issues are being linked by others.' });
}

export function partsOfLinkKey(key: string) {
  const at = key.indexOf('#');
  return { _id: key, response: key.slice(0, at), issue: key.slice(at + 1) };
}

async function insertFirst(
  db: Context['db'],
  links: StoredIssueLinks,
): Promise<StoredIssueLinks | null> {
  try {
    await db.model(storedLinks).collection.insertOne(links as never);
    return links;
  } catch (error) {
    if (isDuplicateKey(error)) return null; // somebody was first
    throw error;
  }
}
