// What a view is about, in words, for where it leaves the house: above the numbers on paper and in files.
import { createContext } from 'preact';
import type { CountsOf } from '../../../../shared/api/figures.ts';
import type { Scope } from '../../../../shared/api/session.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { areaOf } from '../../../../shared/places/scope.ts';
import { countsFrom } from '../../../../shared/survey/counts-from.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatInstant, formatNumber } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { notOpenText } from '../../../i18n/round-text.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import type { AboutLine } from './table-twin.ts';

/** The lines of the view that is shown: given once by the page, for the files of all its figures. */
export const AboutView = createContext<readonly AboutLine[]>([]);

/** Its name, that it is closed, and what of it counts. */
export function aboutRound(survey: Survey, speech: Speech): string {
  const closed = notOpenText(survey, speech, new Date());
  return [nameIn(survey, speech.lang), closed, countedTier(survey, speech)]
    .filter(Boolean)
    .join(' · ');
}

/** Which tier of review the figures count; null where everything received counts and one decision is all there is. */
export function countedTier(
  round: Pick<Survey, 'countApprovedOnly' | 'reviewTiers'>,
  { t }: Speech,
): string | null {
  const from = countsFrom(round);
  const isOnly = from === 'received' && round.reviewTiers !== 2;
  return isOnly ? null : t.dashboard.countsFrom[from];
}

export function aboutView(
  { filters, strip, asOf, seenUntil }: CountsOf<never>,
  survey: string | null,
  speech: Speech,
): AboutLine[] {
  const words = speech.t.dashboard;
  const { about } = words;
  const { scope, ...chosen } = filters;
  const active = activeFilters(chosen, speech).map((one) => one.words);
  const area = scope === undefined ? [] : scopeWords(scope, speech);
  const counts = [strip.issues, strip.responses].map((count) => outside(count, speech));
  const isChosen = active.length > 0;
  const missing =
    seenUntil === undefined ? [] : [words.behind(formatInstant(seenUntil, speech.lang))];
  return [
    ...(survey === null ? [] : [[about.survey, survey] as const]),
    [about.filters, [...area, ...active].join(' · ') || about.noFilters],
    [about.counted, about.issuesInResponses(counts[0] ?? '', counts[1] ?? '')],
    [
      about.provinces,
      [
        words.reported(
          formatNumber(strip.provincesReporting),
          formatNumber(strip.provincesExpected),
        ),
        ...(isChosen
          ? [
              words.matching(
                formatNumber(strip.provincesMatching),
                formatNumber(strip.provincesReporting),
              ),
            ]
          : []),
      ].join(' · '),
    ],
    [about.asOf, [formatInstant(asOf, speech.lang), ...missing].join(' · ')],
  ];
}

function scopeWords(scope: Scope, { t, lang }: Speech): string[] {
  const area = areaOf(scope);
  return area === null ? [] : [t.dashboard.scope(placeName(area, lang))];
}

/** A count as it may leave the house. */
export function outside(count: number, { t }: Speech): string {
  return count > 0 && count < 5 ? t.dashboard.fewer : formatNumber(count);
}
