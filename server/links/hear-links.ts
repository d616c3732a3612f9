// Links as the facts count them: all at the start, and what another process has changed since.
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import type { ChangesOf } from '../db/watch.ts';
import type { IssueLinks } from '../facts/link-overlay.ts';
import type { Stamp } from '../following/asked.ts';
import { type StoredIssueLinks, storedLinks } from './link.model.ts';

type Countable = Pick<
  StoredIssueLinks,
  '_id' | 'response' | 'issue' | 'links' | 'version' | 'changedAt'
>;
type Hearing = Pick<Context, 'db' | 'facts'>;

const fields = {
  response: 1,
  issue: 1,
  version: 1,
  changedAt: 1,
  'links.subPlan': 1,
  'links.project': 1,
  'links.rule': 1,
} as const;
const atOnce = 1000;
const stampsAtOnce = 5000;

export const watchedLinks: ChangesOf = { collection: storedLinks, fields };

/** Those of an issue as a set. */
export function toIssueLinks({ response, issue, links, ...rest }: Countable): IssueLinks {
  const subPlans = links.flatMap(({ subPlan }) => subPlan ?? []);
  return {
    response,
    issue,
    subPlans: subPlans.filter((id) => id !== 'none'),
    projects: links.flatMap(({ project }) => project ?? []),
    fitsNone: subPlans.includes('none'),
    rules: [...new Set(links.flatMap(({ rule }) => rule ?? []))],
    version: rest.version,
    changedAt: rest.changedAt,
  };
}

/** In the parts that the database gives them in. */
export async function* everyLink(db: Database): AsyncGenerator<readonly IssueLinks[]> {
  const { collection } = db.model(storedLinks);
  const cursor = collection.find({}, { projection: fields, batchSize: atOnce });
  try {
    // what is asked for are these fields
    while (await cursor.hasNext())
      yield (cursor.readBufferedDocuments() as unknown as Countable[]).map(toIssueLinks);
  } finally {
    await cursor.close();
  }
}

export function hearLinks({ facts }: Pick<Context, 'facts'>, stored: Countable): void {
  facts.links.put(toIssueLinks(stored));
}

/** Those of some responses, for who compares them with the facts. */
export async function countedLinksOf(
  { db }: Pick<Context, 'db'>,
  responses: readonly string[],
): Promise<IssueLinks[]> {
  const found = await db
    .model(storedLinks)
    .find({ response: { $in: responses } }, fields)
    .lean<Countable[]>();
  return found.map(toIssueLinks);
}

/** The index that finds what was changed lately. */
export async function prepareLinkStamps({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.model(storedLinks).collection.createIndex({ changedAt: 1, version: 1, _id: 1 });
}

/** In the order of the times that they bear. */
export function linkStampsSince({ db }: Pick<Context, 'db'>, time: Date): AsyncIterable<Stamp> {
  return db
    .model(storedLinks)
    .find({ changedAt: { $gt: time } }, { version: 1 })
    .sort({ changedAt: 1 })
    .lean<Stamp>()
    .batchSize(stampsAtOnce)
    .cursor();
}

/** @throws what says that the database cannot be reached */
export async function hearLinksOf(hearing: Hearing, ids: readonly string[]): Promise<void> {
  const found = await hearing.db
    .model(storedLinks)
    .find({ _id: { $in: ids } }, fields)
    .lean<Countable[]>();
  for (const stored of found) hearLinks(hearing, stored);
}
