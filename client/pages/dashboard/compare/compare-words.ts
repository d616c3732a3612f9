// What the two sides are called, and what their difference says.

import type { Survey } from '../../../../shared/api/surveys.ts';
import { clearestChange } from '../../../../shared/figures/between-rounds.ts';
import type { BetweenViews } from '../../../../shared/figures/between-views.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { formatSignedPoints } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { spokenStrategyName } from '../../../i18n/names.ts';
import { activeFilters } from '../../../ui/filters/filter-words.ts';
import type { Side, SideName, Sides } from './sides.ts';

/** Only what tells the sides apart is in their names, or everything where that is nothing. */
export function sideNamesOf(
  sides: Sides,
  surveys: readonly Survey[],
  speech: Speech,
): Readonly<Record<SideName, string>> {
  const all = { a: partsOf(sides.a, surveys, speech), b: partsOf(sides.b, surveys, speech) };
  const only = (own: readonly string[], others: readonly string[]) => {
    const apart = own.filter((part) => !others.includes(part));
    return (apart.length > 0 ? apart : own).join(' · ') || speech.t.dashboard.wholeCountry;
  };
  return { a: only(all.a, all.b), b: only(all.b, all.a) };
}

function partsOf({ survey, filters }: Side, surveys: readonly Survey[], speech: Speech): string[] {
  const round = surveys.find(({ id }) => id === survey);
  return [
    ...(round ? [nameIn(round, speech.lang)] : []),
    ...activeFilters(filters, speech).map(({ words }) => words),
  ];
}

/** null: there are no shares to compare. */
export function differenceSentence(
  { compared, apart }: BetweenViews,
  names: Readonly<Record<SideName, string>>,
  { t, lang }: Speech,
): string | null {
  const words = t.showing.compare;
  if (compared.rows.length === 0) return null;
  if (!apart) return words.notApart;
  const clear = clearestChange(compared);
  if (clear === null) return words.nothingClear(names.a, names.b);
  const [more, less] = clear.difference > 0 ? [names.b, names.a] : [names.a, names.b];
  const size = formatSignedPoints(
    Math.abs(clear.difference) * 100,
    Math.min(compared.now, compared.before),
  ).replace('+', '');
  return words.finding(more, spokenStrategyName(clear.strategy, lang), less, size);
}
