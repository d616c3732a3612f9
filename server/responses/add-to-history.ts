// A change of one stored response: one single-document write, counted at once, and only by whom its place is in scope.
import type { Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { historyWith } from './decision-pages.ts';
import { settleDoubt } from './doubt.ts';
import { inScope } from './read-responses.ts';
import { type StoredDecision, type StoredResponse, storedResponses } from './response.model.ts';

export interface ResponseChange {
  readonly status: StoredResponse['status'];
  readonly changedAt: Date;
  readonly entry: StoredDecision;
  /** the content too, of a revision */
  readonly content?: Partial<StoredResponse>;
}

/** Changes the response when it still has this version; undefined: it has another by now, or is not in scope. */
export async function addToHistory(
  context: Pick<Context, 'db' | 'facts'>,
  scope: Scope,
  before: StoredResponse,
  { status, changedAt, entry, content }: ResponseChange,
): Promise<StoredResponse | undefined> {
  const { _id, version } = before;
  const history = await historyWith(context, before, entry);
  const after = await context.db
    .model(storedResponses)
    .findOneAndUpdate(
      { _id, version, ...inScope(scope) },
      {
        $set: { ...content, status, changedAt, ...history },
        $inc: { version: 1 },
        // somebody has decided on it: no load takes it back any more
        $unset: { attempt: 1 },
      },
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
