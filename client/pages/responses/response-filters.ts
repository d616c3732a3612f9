// The filters of the list, as they stand in the address: the same names as on the dashboard.

import { type FilterName, filterNames, issueFilters } from '../../../shared/api/figures.ts';
import type { IssueFilters } from '../../../shared/survey/issue-filter.ts';
import { type Strategy, strategyNames } from '../../../shared/survey/strategies.ts';
import { formatDay } from '../../i18n/format.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { placeName, strategyName } from '../../i18n/names.ts';

export interface Chip {
  readonly name: FilterName;
  readonly value: string;
  /** such as “จังหวัด เชียงใหม่” */
  readonly text: string;
  /** the address without it */
  readonly without: string;
}

/** Only the filters, in one order, so that the same view has the same address. */
export function filtersFrom(query: URLSearchParams): URLSearchParams {
  const filters = new URLSearchParams();
  for (const name of filterNames) {
    const values = query.getAll(name).flatMap((value) => value.split(','));
    for (const value of values.filter(Boolean)) filters.append(name, value);
  }
  return filters;
}

/** The part of the filters that is about single issues. */
export function issueFiltersOf(filters: URLSearchParams): IssueFilters {
  const lists = issueFilters
    .filter((name) => filters.has(name))
    .map((name) => [name, filters.getAll(name)]);
  return Object.fromEntries(lists);
}

export function addressOfList(filters: URLSearchParams, list = '/responses'): string {
  return filters.size > 0 ? `${list}?${filters}` : list;
}

/** What tells the list from another, as it stands behind the `?`: its filters, and the page of it. */
export function listQuery(query: URLSearchParams): string {
  const list = filtersFrom(query);
  const after = query.get('after');
  if (after) list.set('after', after);
  return `${list}`;
}

/** One response of a list, which is kept with it. */
export function addressOfResponse(id: string, list: string): string {
  return list === '' ? `/responses/${id}` : `/responses/${id}?${list}`;
}

/** One for each value. */
export function chipsOf(filters: URLSearchParams, t: Messages, lang: Lang): readonly Chip[] {
  return [...filters].map(([name, value]) => {
    const filter = name as FilterName;
    const without = new URLSearchParams(
      [...filters].filter(([other, same]) => other !== name || same !== value),
    );
    return {
      name: filter,
      value,
      text: `${t.responses.filterNames[filter]} ${valueText(filter, value, t, lang)}`,
      without: addressOfList(without),
    };
  });
}

function valueText(name: FilterName, value: string, t: Messages, lang: Lang): string {
  if (name === 'linked') return (t.common.linkedFilters as Record<string, string>)[value] ?? value;
  if (value === 'none') return t.common.none;
  switch (name) {
    case 'province':
    case 'region':
      return placeName(value, lang);
    case 'strategy':
      return Object.hasOwn(strategyNames, value) ? strategyName(value as Strategy, lang) : value;
    case 'respondent':
      return value === 'agency' || value === 'citizen' ? t.common[value] : value;
    case 'severity':
      return `${value} ${t.common.severityWords[Number(value) - 1] ?? ''}`.trim();
    case 'status':
      return (t.common.statusFilters as Record<string, string>)[value] ?? value;
    case 'channel':
      return (t.common.channels as Record<string, string>)[value] ?? value;
    case 'from':
    case 'to':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDay(value, lang) : value;
    case 'batch':
      return value.slice(0, 8);
    default:
      return value;
  }
}
