// The one write that changes a stored response: of the version that was seen, counted at once; in doubt, it is read again until known.
import type { UpdateQuery } from 'mongoose';
import type { Context } from '../context.ts';
import { settleDoubt } from './doubt.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

/** `where`: what it must be besides. undefined: it has another version by now, or is not as it must be. */
export async function changeResponse(
  context: Pick<Context, 'db' | 'facts'>,
  { _id, version }: Pick<StoredResponse, '_id' | 'version'>,
  set: NonNullable<UpdateQuery<StoredResponse>['$set']>,
  where: object = {},
): Promise<StoredResponse | undefined> {
  const after = await context.db
    .model(storedResponses)
    .findOneAndUpdate(
      { _id, version, ...where },
      // somebody has changed it: no load takes it back any more
      { $set: set, $inc: { version: 1 }, $unset: { attempt: 1 } },
      { returnDocument: 'after' },
    )
    .lean<StoredResponse>()
    .catch((error: unknown) => {
      void settleDoubt(context, [{ _id, version: version + 1 }]);
      throw error;
    });
  if (!after) return undefined;
  context.facts.put(after);
  return after;
}
