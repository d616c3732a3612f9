import type { Survey } from '../../../shared/api/surveys.ts';
import { finalDayOf } from '../../../shared/survey/round-days.ts';
import { nameIn } from '../../../shared/text/names.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Speech } from '../../i18n/i18n.ts';
import type { Lang } from '../../i18n/messages.ts';
import { notOpenText } from '../../i18n/round-text.ts';

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
export function surveyState(survey: Survey, speech: Speech, now: number): string {
  const { lang } = speech;
  const name = surveyName(survey, lang);
  const words = speech.t.home.survey;
  const closed = notOpenText(survey, speech, new Date(now));
  if (closed !== null) return `${name} · ${closed}`;
  const days = daysLeft(survey, now);
  const lastDay = finalDayOf(survey.closesAt);
  if (days === null || lastDay === null) return words.open(name);
  if (days === 0) return words.lastDay(name);
  return words.openUntil(name, formatDay(lastDay, lang), formatNumber(days));
}
