// A round that takes nothing now says so, with the day in both calendars.
import { finalDayOf, firstDayOf } from '../../shared/survey/round-days.ts';
import { type WhyNotOpen, whyNotOpen } from '../../shared/survey/round-state.ts';
import { formatDay } from '../../shared/text/format-day.ts';
import { type Problem, problem } from '../http/problem.ts';
import type { SurveyRound } from './read-survey.ts';

export const isOpen = (survey: SurveyRound, now: Date): boolean => whyNotOpen(survey, now) === null;

/** What is sent to it is kept by its sender: it is taken once the round is open. */
export function notOpen(survey: SurveyRound, now: Date): Problem {
  const { opensAt, closesAt, stateReason, stateSince } = survey;
  const why = whyNotOpen(survey, now) ?? 'over';
  const [word, day] = said(why, survey);
  const detail =
    day === null
      ? 'The round is closed.'
      : `${word} ${formatDay(day, 'en')} (${formatDay(day, 'th')}).`;
  return problem('survey-closed', { detail, why, opensAt, closesAt, stateReason, stateSince });
}

function said(why: WhyNotOpen, survey: SurveyRound): [string, string | null] {
  const since = firstDayOf(survey.stateSince);
  switch (why) {
    case 'draft':
      return ['The round is not published yet', null];
    case 'closed':
      return ['The round was closed on', since];
    case 'archived':
      return ['The round was put away on', since];
    case 'not-yet':
      return ['The round is not open yet: it opens on', firstDayOf(survey.opensAt)];
    case 'over':
      return ['The round is over: its last day was', finalDayOf(survey.closesAt)];
  }
}
