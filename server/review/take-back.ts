// Taking back a decision: the state before it comes back by one more entry of the history; nothing of the history goes.
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { addToHistory } from '../responses/add-to-history.ts';
import { type ResponseAddress, responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { decisionConflict } from './decide.ts';

const tries = 5;

interface Taken extends ResponseAddress {
  /** the id that it was sent under */
  readonly decision: string;
}

/**
 * Once: sent again, it is answered with what is stored now.
 * @throws not-found, decision-conflict when something else happened since, or when it was somebody else's
 */
export async function takeBack(
  context: Context,
  { decision, ...address }: Taken,
  user: User,
): Promise<StoredResponse> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await responsesIn(user.scope, context).one(address);
    const last = before.history.at(-1);
    const isMine = last?.id === decision && last.by === user.username;
    if (isMine && last.decision === 'taken-back') return before;
    if (!isMine || last.from === undefined) throw decisionConflict(before);
    const at = context.now();
    const after = await addToHistory(context, user.scope, before, {
      status: last.from,
      changedAt: at,
      entry: {
        id: decision,
        decision: 'taken-back',
        from: before.status,
        reason: null,
        by: user.username,
        at,
      },
    });
    if (after) return after;
  }
  throw decisionConflict(await responsesIn(user.scope, context).one(address));
}
