// What is compared stands in the address: the filters of each side behind `a.` and `b.`, and its round where it is another one.
import type { Filters } from '../../../../shared/api/figures.ts';
import { addressOfFilters, filtersOfAddress } from '../../../ui/filters/change-filters.ts';

export const sideNames = ['a', 'b'] as const;
export type SideName = (typeof sideNames)[number];

export interface Side {
  /** null: the round that is looked at */
  readonly survey: string | null;
  readonly filters: Filters;
}

export type Sides = Readonly<Record<SideName, Side>>;

export function readSides(query: URLSearchParams): Sides {
  const side = (name: SideName): Side => {
    const own = [...query].filter(([key]) => key.startsWith(`${name}.`));
    const given = new URLSearchParams(own.map(([key, value]) => [key.slice(2), value]));
    return { survey: given.get('round') || null, filters: filtersOfAddress(given) };
  };
  return { a: side('a'), b: side('b') };
}

export function compareHref(sides: Sides): string {
  const query = new URLSearchParams();
  for (const name of sideNames) {
    const { survey, filters } = sides[name];
    if (survey !== null) query.set(`${name}.round`, survey);
    for (const [key, value] of addressOfFilters(filters)) query.set(`${name}.${key}`, value);
  }
  return query.size === 0 ? '#/compare' : `#/compare?${query}`;
}

/** What a view is first compared as: agencies and citizens of it. */
export function sidesOf(filters: Filters): Sides {
  const of = (respondent: string): Side => ({
    survey: null,
    filters: { ...filters, respondent: [respondent] },
  });
  return { a: of('agency'), b: of('citizen') };
}

export const swapped = ({ a, b }: Sides): Sides => ({ a: b, b: a });
