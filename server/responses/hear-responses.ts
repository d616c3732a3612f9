// What is heard of a response that another process has stored, changed or deleted: the facts are told, and order it by its version.
import type { Context } from '../context.ts';
import type { Change, ChangesOf } from '../db/watch.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import type { Stamp } from '../following/asked.ts';
import { storedResponses } from './response.model.ts';

type Hearing = Pick<Context, 'db' | 'facts' | 'log'>;

const stampsAtOnce = 5000;

export const watchedResponses: ChangesOf = { collection: storedResponses, fields: countableFields };

/** @throws what says that the database cannot be reached */
export async function hearResponse(hearing: Hearing, { id, document }: Change): Promise<void> {
  if (document) put(hearing, document as Countable);
  else await hearDeletion(hearing, id);
}

/** A change that cannot be taken in is no reason to hear no other: the facts remember it, and give no figure any more. */
function put({ facts, log }: Hearing, response: Countable): void {
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
  for (const response of found) put(hearing, response);
}

/** Nobody deletes what still counts, but an operator may; and another response may be stored under the same id meanwhile. */
async function hearDeletion(hearing: Hearing, id: string): Promise<void> {
  const { db, facts } = hearing;
  const before = facts.latest(id);
  if (!before) return;
  const stored = await db.model(storedResponses).findById(id, countableFields).lean<Countable>();
  if (stored) put(hearing, stored);
  else if (facts.latest(id)?.version === before.version) facts.forget(id);
}
