// A reviewer's decision on one response: one single-document write, with its reason and history, counted at once.
import type { NewDecision } from '../../shared/api/responses.ts';
import type { User } from '../../shared/api/session.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { decisionsOnAResponse, tooMany } from '../http/limits.ts';
import { problem } from '../http/problem.ts';
import { addToHistory } from '../responses/add-to-history.ts';
import { onTheWire } from '../responses/on-the-wire.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredDecision, StoredResponse } from '../responses/response.model.ts';
import { readSurvey } from '../surveys/read-survey.ts';

const tries = 5;

/** @throws not-found, reason-needed, own-response, decision-conflict, too-many-requests */
export async function decide(
  context: Context,
  key: { survey: string; id: string },
  { decision, reason, version }: NewDecision,
  user: User,
): Promise<StoredResponse> {
  const words = removePersonalData(normaliseText(reason ?? '')).text || null;
  if (decision !== 'approved' && !words) {
    throw problem('reason-needed', { detail: 'Say why, so that the sender can mend it.' });
  }
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await responsesIn(user.scope, context).one(key);
    if (version !== undefined && before.version !== version) {
      throw problem('decision-conflict', { current: onTheWire(before) });
    }
    if (decision === 'approved') await refuseOwn(context, before, user);
    const at = context.now();
    refuseEndless(before, user, at);
    const entry: StoredDecision = { decision, reason: words, by: user.username, at };
    const after = await addToHistory(context, user.scope, before, {
      status: decision,
      changedAt: at,
      entry,
    });
    if (after) return after;
  }
  throw problem('decision-conflict', {
    detail: 'This response is being changed by others. Try again.',
  });
}

/** Two see what counts: who sent it and who approves it, unless the survey says otherwise. */
async function refuseOwn(context: Context, { survey, by }: StoredResponse, user: User) {
  if (by !== user.username || (await readSurvey(context, survey)).approveOwn) return;
  throw problem('own-response', {
    detail: 'You sent this response. Ask somebody else of your office, or the administrator.',
  });
}

/** The response itself remembers who decided on it, and when. */
function refuseEndless({ history }: StoredResponse, { username }: User, at: Date): void {
  const { most, within } = decisionsOnAResponse;
  const since = at.getTime() - within;
  const own = history.filter((entry) => entry.by === username && entry.at.getTime() > since);
  const [first] = own;
  if (first && own.length >= most) throw tooMany((first.at.getTime() - since) / 1000);
}
