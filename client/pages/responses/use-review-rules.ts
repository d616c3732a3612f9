// What the person who looks may make of a response in this round: the same rule that the server keeps.
import type { Response } from '../../../shared/api/responses.ts';
import {
  type DecisionName,
  type DecisionOutcome,
  type NotTheirs,
  outcomeOf,
} from '../../../shared/survey/decisions.ts';
import { useSession } from '../../data/session.ts';
import { useSurvey } from '../../data/survey.ts';
import type { Messages } from '../../i18n/messages.ts';

export type Judge = (
  decision: DecisionName,
  response: Response,
) => DecisionOutcome | { readonly not: NotTheirs };

export function useJudge(): Judge {
  const { user } = useSession();
  const { survey } = useSurvey();
  return (decision, response) =>
    user && survey ? outcomeOf(decision, response, survey, user) : { status: decision };
}

/** What the button says that approves: with two tiers whose approval it is. */
export function approveWord(outcome: ReturnType<Judge>, t: Messages): string {
  const words = t.responses.review;
  if ('not' in outcome || outcome.tier === undefined) return words.approve;
  return outcome.tier === 1 ? words.approveForOffice : words.approveNationally;
}
