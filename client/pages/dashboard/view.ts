// What the page shows stands in its address: the filters, and the round, which the router looks after. Nothing else knows them.
import { type Filters, filterNames } from '../../../shared/api/figures.ts';
import type { Strategy } from '../../../shared/survey/strategies.ts';
import { lastDayOf } from '../../../shared/text/calendar.ts';
import type { FigurePart } from '../../ui/charts/picking.ts';
import {
  addressOfFilters,
  filtersOfAddress,
  filterValues,
} from '../../ui/filters/change-filters.ts';

export interface DashboardView {
  /** the round that this one is compared with */
  readonly compare: string | null;
  readonly filters: Filters;
}

/** Reads what it knows and leaves out the rest. */
export function readView(query: URLSearchParams): DashboardView {
  return { filters: filtersOfAddress(query), compare: query.get('compare') || null };
}

export function dashboardHref(view: DashboardView): string {
  return hrefOf('/', view);
}

/** The view on one page of paper. */
export function briefHref({ filters }: DashboardView): string {
  return hrefOf('/brief', { compare: null, filters });
}

/** The page of one province, under the filters of the view that are not about places. */
export function provinceHref({ filters }: DashboardView, code: string): string {
  return hrefOf(`/province/${code}`, { compare: null, filters: beyondArea(filters) });
}

/** The page of one strategy, under the other filters of the view. */
export function strategyHref({ filters }: DashboardView, strategy: Strategy): string {
  const { strategy: _, subPlan: __, ...others } = filters;
  return hrefOf(`/strategy/${strategy}`, { compare: null, filters: others });
}

/** The view for a room, at one of its figures. */
export function presentHref({ filters }: DashboardView, figure: string | null = null): string {
  const href = hrefOf('/present', { compare: null, filters });
  return figure === null ? href : `${href}${href.includes('?') ? '&' : '?'}figure=${figure}`;
}

/** The list of responses behind a number: the view's filters with those of the number. */
export function responsesHref(view: DashboardView, more: Filters = {}): string {
  return hrefOf('/responses', { compare: null, filters: { ...view.filters, ...more } });
}

/** A part of a figure: the filters that single it out, and the list of responses behind it. */
export function partOf(view: DashboardView, filters: Filters): FigurePart {
  return { filters, href: responsesHref(view, filters) };
}

function hrefOf(path: string, { filters, compare }: DashboardView): string {
  const query = addressOfFilters(filters);
  if (compare !== null) query.set('compare', compare);
  return query.size === 0 ? `#${path}` : `#${path}?${query}`;
}

/** The filter of one month, within the days already chosen. `month` such as `2026-02`. */
export function monthFilter(filters: Filters, month: string): Filters {
  const first = `${month}-01`;
  const last = lastDayOf(month);
  return {
    from: filters.from !== undefined && filters.from > first ? filters.from : first,
    to: filters.to !== undefined && filters.to < last ? filters.to : last,
  };
}

/** The filter of one place of the heat map. */
export function placeFilter(id: string): Filters {
  return id.startsWith('TH-') ? { province: [id] } : { region: [id] };
}

/** Is anything chosen but the area? Then claims come from a selection somebody made. */
export function isNarrowed(filters: Filters): boolean {
  return filterNames.some((name) => filterValues(filters, name).length > 0);
}

/** What is chosen besides the area. */
export function beyondArea({ province: _, region: __, ...others }: Filters): Filters {
  return others;
}
