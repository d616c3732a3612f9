// Whoever's words are erased is not spoken of in the reason of a decision of many either. The responses that were decided with it keep
// it in their own histories; of one under way it is still needed, and is asked for again.
import type { Context } from '../context.ts';
import { storedDecisionsOfMany } from './decision-of-many.model.ts';

/** `decisions`: ids as they stand in the history of a response. */
export async function forgetReasons(
  { db }: Pick<Context, 'db'>,
  decisions: readonly string[],
): Promise<void> {
  if (decisions.length === 0) return;
  await db
    .model(storedDecisionsOfMany)
    .updateMany(
      { _id: { $in: decisions }, state: { $in: ['done', 'stopped', 'taken-back'] } },
      { $set: { reason: null } },
    );
}
