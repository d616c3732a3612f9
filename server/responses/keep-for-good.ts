// Responses that somebody is told of as they stand, whoever stored them: no load takes them back any more.
import type { Context } from '../context.ts';
import { attemptsOf } from '../leases/under-way.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

/** Returns the ids of those that could not be kept: they leave, or have left. */
export async function keepForGood(
  { db }: Pick<Context, 'db'>,
  stored: readonly StoredResponse[],
): Promise<string[]> {
  const { underWay, justEnded } = await attemptsOf(db, stored);
  const unsure = stored.filter(
    ({ attempt = '' }) => underWay.has(attempt) || justEnded.has(attempt),
  );
  const keep = async ({ _id, attempt }: StoredResponse) => {
    const there = { _id, attempt, leaving: { $ne: true }, held: { $ne: true } } as object;
    const { matchedCount } = await db
      .model(storedResponses)
      .updateOne(there, { $unset: { attempt: 1 } });
    return matchedCount === 1 ? [] : [_id];
  };
  return (await Promise.all(unsure.map(keep))).flat();
}
