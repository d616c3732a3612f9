// A reviewer's decision on one response: one single-document write, with its reason and history, counted at once.
import { setTimeout as wait } from 'node:timers/promises';
import type { NewDecision } from '../../shared/api/responses.ts';
import type { User } from '../../shared/api/session.ts';
import {
  type DecisionName,
  type DecisionOutcome,
  type NotTheirs,
  outcomeOf,
} from '../../shared/survey/decisions.ts';
import { isValuePointer } from '../../shared/survey/value-pointers.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { decisionsOnAResponse, tooMany } from '../http/limits.ts';
import { type Problem, problem } from '../http/problem.ts';
import { addToHistory } from '../responses/add-to-history.ts';
import { withOlderDecisions } from '../responses/decision-pages.ts';
import { onTheWire } from '../responses/on-the-wire.ts';
import { type ResponseAddress, responsesIn } from '../responses/read-responses.ts';
import type { StoredDecision, StoredResponse } from '../responses/response.model.ts';
import { readSurvey } from '../surveys/read-survey.ts';

const tries = 5;
const againMs = 100;

/**
 * Takes the decision, once: one that is stored under its id already is answered with what is stored now.
 * @throws not-found, reason-needed, response-withdrawn, own-response, own-decision, national-decision, decision-conflict, too-many-requests, storage-unavailable
 */
export async function decide(
  context: Context,
  key: ResponseAddress,
  { id, decision, reason, pointer, version }: NewDecision,
  user: User,
): Promise<StoredResponse> {
  const said = { reason: reasonToKeep(decision, reason), ...(pointer && { pointer }) };
  const wanted = { ...(id && { id }), ...said, by: user.username, office: user.office };
  let seen = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await responsesIn(user.scope, context).one(key);
    if (await isTaken(context, before, { ...wanted, decision })) return before;
    if (version !== undefined && before.version !== version) throw decisionConflict(before);
    if (pointer) await refusePointerToNothing(context, before, pointer);
    const { status, tier } = await decidedAs(context, decision, before, user);
    const at = context.now();
    refuseEndless(before, user, at);
    const after = await addToHistory(context, user.scope, before, {
      status,
      changedAt: at,
      entry: { ...wanted, decision: status, ...(tier && { tier }), from: before.status, at },
    });
    if (after) return after;
    // whatever it was that changed it, a majority has not confirmed it yet
    const isHidden = before.version === seen;
    seen = before.version;
    if (isHidden && attempt === tries - 1) throw problem('storage-unavailable', { retryAfter: 2 });
    if (isHidden) await wait(againMs * attempt);
  }
  throw problem('decision-conflict', {
    detail: 'This response is being changed by others. Try again.',
  });
}

/** As it is stored. @throws reason-needed */
export function reasonToKeep(
  decision: NewDecision['decision'],
  reason: string | null | undefined,
): string | null {
  const words = removePersonalData(normaliseText(reason ?? '')).text || null;
  if (decision !== 'approved' && !words)
    throw problem('reason-needed', { detail: 'Say why, so that the sender can mend it.' });
  return words;
}

/** Whether exactly this decision is stored: its first answer was lost. @throws decision-conflict when its id is another one's */
async function isTaken(
  context: Context,
  stored: StoredResponse,
  {
    id,
    decision,
    reason,
    pointer,
    by,
  }: Pick<StoredDecision, 'id' | 'reason' | 'pointer' | 'by'> & { decision: DecisionName },
): Promise<boolean> {
  if (id === undefined) return false;
  const { history } = await withOlderDecisions(context, stored);
  const known = history.find((entry) => entry.id === id);
  if (!known) return false;
  const said = known.decision === 'endorsed' ? 'approved' : known.decision;
  const isSame = known.reason === reason && known.pointer === pointer && known.by === by;
  if (said === decision && isSame) return true;
  throw decisionConflict(stored, 'Another decision is stored under this id.');
}

export function decisionConflict(stored: StoredResponse, detail?: string): Problem {
  return problem('decision-conflict', { ...(detail && { detail }), current: onTheWire(stored) });
}

/** What the decision makes of the response. @throws own-response, own-decision, national-decision when it is not this person's to give */
async function decidedAs(
  context: Context,
  decision: DecisionName,
  stored: StoredResponse,
  user: User,
): Promise<DecisionOutcome> {
  if (stored.withdrawnAt)
    throw problem('response-withdrawn', {
      detail: 'It waits for no decision. Bring it back first.',
    });
  if (stored.erasedAt && decision === 'returned')
    throw problem('response-erased', {
      detail: 'Nobody can mend it any more. Approve or reject it.',
    });
  const outcome = outcomeOf(decision, stored, await readSurvey(context, stored.survey), user);
  if ('not' in outcome) throw problem(outcome.not, { detail: notTheirs[outcome.not] });
  return outcome;
}

/** Two see what counts: who sent it and who approves it, and with two tiers of review who approves it after the office. */
const notTheirs: Readonly<Record<NotTheirs, string>> = {
  'own-response': 'You sent this response. Ask somebody else of your office, or the administrator.',
  'own-decision': 'You gave the decision of the office. Somebody else gives the national one.',
  'national-decision': 'The office has decided. The next decision is the national one.',
};

/** @throws unreadable */
async function refusePointerToNothing(
  context: Context,
  stored: StoredResponse,
  pointer: string,
): Promise<void> {
  const survey = await readSurvey(context, stored.survey);
  if (isValuePointer(pointer, stored.issues.length, survey.questions)) return;
  throw problem('unreadable', {
    detail: `\`pointer\` leads to no value of this response: \`${pointer.slice(0, 100)}\`.`,
    errors: [{ pointer: '/body/pointer' }],
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
