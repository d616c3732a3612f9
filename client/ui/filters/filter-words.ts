// The filters in use, in words: what a chip says and what it takes away.
import { type FilterName, type Filters, filterNames } from '../../../shared/api/figures.ts';
import { type Strategy, strategies } from '../../../shared/survey/strategies.ts';
import { formatDay } from '../../i18n/format.ts';
import type { Speech } from '../../i18n/i18n.ts';
import { placeName, strategyName } from '../../i18n/names.ts';
import { filterValues, withFilter } from './change-filters.ts';

export interface ActiveFilter {
  readonly name: FilterName;
  readonly words: string;
  /** the filters without this one */
  readonly without: Filters;
}

/** One entry a value, but one for several levels of severity, in the order of the filters' names. */
export function activeFilters(filters: Filters, speech: Speech): ActiveFilter[] {
  return filterNames.flatMap((name) => {
    const values = filterValues(filters, name);
    if (name === 'severity' && values.length > 1) {
      const words = severitiesWord(values, speech);
      return [{ name, words, without: withFilter(filters, name, []) }];
    }
    return values.map((value) => ({
      name,
      words: wordsOf(name, value, speech),
      without: withFilter(
        filters,
        name,
        values.filter((other) => other !== value),
      ),
    }));
  });
}

export function wordsOf(name: FilterName, value: string, { t, lang }: Speech): string {
  const words = t.dashboard;
  switch (name) {
    case 'province':
    case 'region':
      return placeName(value, lang);
    case 'strategy':
      return isStrategy(value) ? strategyName(value, lang) : t.common.noStrategy;
    case 'severity':
      return severityWord(value, { t, lang });
    case 'respondent':
      return respondentWord(value, { t, lang });
    case 'from':
      return words.since(formatDay(value, lang));
    case 'to':
      return words.until(formatDay(value, lang));
    case 'status':
      return wordFor(t.common.statusFilters, value);
    case 'linked':
      return wordFor(t.common.linkedFilters, value);
    case 'channel':
      return wordFor(t.common.channels, value);
    default:
      return `${words.others[name]} ${value}`;
  }
}

function isStrategy(value: string): value is Strategy {
  return strategies.some((strategy) => strategy === value);
}

function wordFor(names: Readonly<Record<string, string>>, value: string): string {
  return names[value] ?? value;
}

export function severityWord(value: string, { t }: Speech): string {
  const word = t.common.severityWords[Number(value) - 1];
  return word === undefined ? `${t.common.severity}: ${t.common.none}` : `${value} ${word}`;
}

export const severeLevels: readonly string[] = ['4', '5'];

/** Several levels in a few letters: `Severe 4–5`, `Severity 1, 3–5`. */
export function severitiesWord(values: readonly string[], speech: Speech): string {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0) return severityWord(only, speech);
  const words = speech.t.dashboard;
  if (values.join() === severeLevels.join()) return words.severe;
  const known = values.filter((value) => value !== 'none').map(Number);
  const runs: [number, number][] = [];
  for (const level of known) {
    const last = runs.at(-1);
    if (last && last[1] === level - 1) last[1] = level;
    else runs.push([level, level]);
  }
  const levels = runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  if (values.includes('none')) levels.push(speech.t.common.none);
  return words.severeOf(levels.join(', '));
}

export function respondentWord(value: string, { t }: Speech): string {
  if (value === 'agency') return t.common.agency;
  return value === 'citizen' ? t.common.citizen : t.common.none;
}
