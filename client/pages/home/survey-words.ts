import type { Survey } from '../../../shared/api/surveys.ts';
import { bangkokDay } from '../../../shared/text/dates.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';

const dayMs = 86_400_000;

export function surveyName(survey: Survey, lang: Lang): string {
  return nameIn(survey, lang);
}

/** Whole days until it closes, 0 on the last; null when it is not limited. */
export function daysLeft(survey: Survey, now: number): number | null {
  if (!survey.closesAt) return null;
  return Math.max(0, Math.floor((Date.parse(survey.closesAt) - now) / dayMs));
}

/** How the round stands, in one sentence. */
export function surveyState(survey: Survey, t: Messages, lang: Lang, now: number): string {
  const name = surveyName(survey, lang);
  const words = t.home.survey;
  if (!survey.open) return words.closed(name);
  const days = daysLeft(survey, now);
  if (days === null || !survey.closesAt) return words.open(name);
  if (days === 0) return words.lastDay(name);
  return words.openUntil(
    name,
    formatDay(bangkokDay(new Date(survey.closesAt)), lang),
    formatNumber(days),
  );
}
