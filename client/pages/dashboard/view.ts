// What the page shows stands in its address: the filters, and the round, which the router looks after. Nothing else knows them.
import { type FilterName, type Filters, filterNames } from '../../../shared/api/figures.ts';
import { lastDayOf } from '../../../shared/text/calendar.ts';

export interface DashboardView {
  readonly filters: Filters;
}

const dayNames: readonly FilterName[] = ['from', 'to'];

function isDay(name: FilterName): name is 'from' | 'to' {
  return dayNames.includes(name);
}

/** Reads what it knows and leaves out the rest; lists come sorted and without doubles. */
export function readView(query: URLSearchParams): DashboardView {
  let filters: Filters = {};
  for (const name of filterNames) {
    const given = query.getAll(name).flatMap((text) => text.split(','));
    const values = [...new Set(given.map((text) => text.trim()).filter((text) => text !== ''))];
    filters = withFilter(filters, name, values.toSorted());
  }
  return { filters };
}

/** Sets or (with an empty list) removes one filter. A day is a list of one. */
export function withFilter(filters: Filters, name: FilterName, values: readonly string[]): Filters {
  const { [name]: _, ...others } = filters;
  if (values.length === 0) return others;
  return { ...others, [name]: isDay(name) ? values[0] : values };
}

/** Chooses the area: a region, a province or, with null, everything that may be seen. */
export function withArea(filters: Filters, kind: 'region' | 'province' | null, id = ''): Filters {
  const anywhere = withFilter(withFilter(filters, 'region', []), 'province', []);
  return kind === null ? anywhere : withFilter(anywhere, kind, [id]);
}

export function filterValues(filters: Filters, name: FilterName): readonly string[] {
  const value = filters[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

/** In the order of the names, so that equal views have equal addresses. */
export function toQuery({ filters }: DashboardView): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const values = filterValues(filters, name);
    if (values.length > 0) query.set(name, values.join(','));
  }
  return query;
}

export function dashboardHref(view: DashboardView): string {
  return hrefOf('/', view);
}

/** The list of responses behind a number: the view's filters with those of the number. */
export function responsesHref(view: DashboardView, more: Filters = {}): string {
  return hrefOf('/responses', { ...view, filters: { ...view.filters, ...more } });
}

function hrefOf(path: string, view: DashboardView): string {
  const query = toQuery(view).toString();
  return query === '' ? `#${path}` : `#${path}?${query}`;
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
