// What is heard of a response that another process has stored, changed or deleted: the facts are told, and order it by its version.
import type { Context } from '../context.ts';
import type { OpenDatabase } from '../db/database.ts';
import type { ChangesOf } from '../db/watch.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import type { Stamp } from '../following/asked.ts';
import { storedResponses } from './response.model.ts';

type Hearing = Pick<Context, 'db' | 'facts' | 'log'>;

const stampsAtOnce = 5000;

export const watchedResponses: ChangesOf = { collection: storedResponses, fields: countableFields };

/** Which collection it is that holds the responses, where a database tells its changes; undefined: nobody can say. */
export async function collectionOfResponses({ others }: OpenDatabase): Promise<string | undefined> {
  return others.kind === 'told' ? await others.numberOf(storedResponses) : undefined;
}

/** A change that cannot be taken in is no reason to hear no other: the facts remember it, and give no figure any more. */
export function hearResponse({ facts, log }: Hearing, response: Countable): void {
  try {
    facts.put(response);
  } catch (err) {
    log.error({ err, response: response._id }, 'a response cannot be counted');
  }
}

/** The index that finds what was changed lately, and says which version it has, without reading a document. */
export async function prepareStamps({ db }: Pick<Context, 'db'>): Promise<void> {
  await db.model(storedResponses).collection.createIndex({ changedAt: 1, version: 1, _id: 1 });
}

/** What was changed since a time, as who changed it had it, in that order. */
export function stampsSince({ db }: Pick<Context, 'db'>, time: Date): AsyncIterable<Stamp> {
  return db
    .model(storedResponses)
    .find({ changedAt: { $gt: time } }, { version: 1 })
    .sort({ changedAt: 1 })
    .lean<Stamp>()
    .batchSize(stampsAtOnce)
    .cursor();
}

export function isHeardOf({ facts }: Pick<Context, 'facts'>, { _id, version }: Stamp): boolean {
  return (facts.latest(_id)?.version ?? 0) >= version;
}

/** @throws what says that the database cannot be reached */
export async function hearResponses(hearing: Hearing, ids: readonly string[]): Promise<void> {
  const found = await hearing.db
    .model(storedResponses)
    .find({ _id: { $in: ids } }, countableFields)
    .lean<Countable[]>();
  for (const response of found) hearResponse(hearing, response);
}

/**
 * Nobody deletes what still counts, but an operator may; and another response may be stored under the same id meanwhile.
 * @throws what says that the database cannot be reached
 */
export async function hearDeletions(hearing: Hearing, ids: readonly string[]): Promise<void> {
  const { db, facts } = hearing;
  const before = new Map(ids.map((id) => [id, facts.latest(id)]));
  const counted = ids.filter((id) => before.get(id));
  if (counted.length === 0) return;
  const stored = await db
    .model(storedResponses)
    .find({ _id: { $in: counted } }, countableFields)
    .lean<Countable[]>();
  for (const response of stored) hearResponse(hearing, response);
  const there = new Set(stored.map(({ _id }) => _id));
  // what was counted since the database was asked has come since
  for (const id of counted)
    if (!there.has(id) && facts.latest(id)?.version === before.get(id)?.version) facts.forget(id);
}
