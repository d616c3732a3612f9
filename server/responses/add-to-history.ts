// A change of one stored response: one single-document write, counted at once, and only by whom its place is in scope.
import type { Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { changeResponse } from './change-response.ts';
import { historyWith } from './decision-pages.ts';
import { inScope } from './read-responses.ts';
import type { StoredDecision, StoredResponse } from './response.model.ts';

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
  const history = await historyWith(context, before, entry);
  const set = { ...content, status, changedAt, ...history };
  return await changeResponse(context, before, set, inScope(scope));
}
