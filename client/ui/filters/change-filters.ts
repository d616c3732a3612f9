// Filters changed one at a time. Nothing else knows that a day is one and everything else a list.
import { type FilterName, type Filters, filterNames } from '../../../shared/api/figures.ts';
import { provinceByCode } from '../../../shared/places/provinces.ts';

const dayNames: readonly FilterName[] = ['from', 'to'];

function isDay(name: FilterName): name is 'from' | 'to' {
  return dayNames.includes(name);
}

/** As an address has them: what it knows is read, the rest left out; lists come sorted and without doubles. */
export function filtersOfAddress(query: URLSearchParams): Filters {
  let filters: Filters = {};
  for (const name of filterNames) {
    const given = query.getAll(name).flatMap((text) => text.split(','));
    const values = [...new Set(given.map((text) => text.trim()).filter((text) => text !== ''))];
    filters = withFilter(filters, name, values.toSorted());
  }
  return filters;
}

/** In the order of the names, so that equal filters have equal addresses. */
export function addressOfFilters(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const values = filterValues(filters, name);
    if (values.length > 0) query.set(name, values.join(','));
  }
  return query;
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

/**
 * The filters with a part of a figure picked: it takes the place of what was chosen of the same kind; what is chosen already is taken
 * away. A province takes the place of a region, and the other way round; but of several provinces a region leaves those in it.
 */
export function withPart(filters: Filters, picked: Filters): Filters {
  const part = withinChosen(filters, picked);
  const names = filterNames.filter((name) => filterValues(part, name).length > 0);
  const isChosen = names.every(
    (name) => filterValues(filters, name).join() === filterValues(part, name).join(),
  );
  let next = filters;
  for (const name of names) {
    if (name === 'province' || name === 'region') next = withArea(next, null);
    next = withFilter(next, name, isChosen ? [] : filterValues(part, name));
  }
  return next;
}

/** What a figure shows of a region are the provinces in view: a press does not lead beyond them. */
function withinChosen({ province = [] }: Filters, part: Filters): Filters {
  const { region, ...others } = part;
  if (region === undefined) return part;
  const inside = province.filter((code) =>
    region.some((one) => one === provinceByCode(code)?.region),
  );
  return inside.length === 0 ? part : { ...others, province: inside };
}
