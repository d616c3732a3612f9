// A write whose answer was lost may have been stored or not. What is in doubt is read again until the database says so; until
// its first word no figure is given, and for a while after it late arrivals are still counted.
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { storedResponses } from './response.model.ts';

export interface Doubting extends Pick<Context, 'db'> {
  readonly facts: {
    put(response: Countable): unknown;
    /** no figure is given until what this returns is called */
    inDoubt(): () => void;
  };
}

const againMs = 1000;
/** how long a write that a majority has not confirmed may still arrive */
const lateMs = 30_000;

/** Resolves when it is known what is stored under the ids and the facts have been told; never rejects. */
export async function settleDoubt(context: Doubting, ids: readonly string[]): Promise<void> {
  const settled = context.facts.inDoubt();
  const until = performance.now() + lateMs;
  try {
    let missing = await countAmong(context, ids);
    while (missing === undefined) {
      await wait(againMs, undefined, { ref: false });
      missing = await countAmong(context, ids);
    }
    settled();
    while (missing && missing.length > 0 && performance.now() < until) {
      await wait(2 * againMs, undefined, { ref: false });
      missing = (await countAmong(context, missing)) ?? missing;
    }
  } finally {
    settled();
  }
}

/** Tells the facts what is stored among the ids. Those that are not; undefined when the database does not say. */
async function countAmong(
  { db, facts }: Doubting,
  ids: readonly string[],
): Promise<readonly string[] | undefined> {
  try {
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: ids } }, countableFields)
      .lean<Countable[]>();
    for (const response of found) facts.put(response);
    const there = new Set(found.map(({ _id }) => _id));
    return ids.filter((id) => !there.has(id));
  } catch {
    return undefined; // not reachable yet: asked again
  }
}
