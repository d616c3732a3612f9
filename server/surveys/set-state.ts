// Closing a round early, opening it again, putting it away: each with its reason, which everybody who sends reads.
import type { RoundStateChange } from '../../shared/api/rounds.ts';
import { removePersonalData } from '../../shared/text/personal-data.ts';
import { normaliseLine } from '../../shared/text/thai.ts';
import { problem } from '../http/problem.ts';
import { type Changing, changeRound, findRound } from './change-round.ts';
import type { StoredSurvey } from './survey.model.ts';

/** Asked again it is done already; closed or put away for another reason, that one is said from now on. @throws not-found, reason-needed, round-state for one never published, round-changed */
export async function setRoundState(
  context: Changing,
  id: string,
  { state, reason: given }: RoundStateChange,
  by: string,
): Promise<StoredSurvey> {
  const before = await findRound(context, id);
  const reason = removePersonalData(normaliseLine(given)).text;
  if (reason === '')
    throw problem('reason-needed', { detail: 'Say why; who sends responses reads it.' });
  if (before.state === 'draft')
    throw problem('round-state', { detail: 'Publish it first.', state: before.state });
  if (before.state === state && (state === 'open' || before.stateReason === reason)) return before;
  const states = [...(before.states ?? []), { state, reason, by, at: context.now() }];
  return await changeRound(context, before, { state, stateReason: reason, states });
}
