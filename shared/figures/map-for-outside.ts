// The rows of a map for where they leave the house with all their digits: nothing in them is made of a number that is hidden.
import type { CountsOf } from '../api/figures.ts';
import { type MapRow, mapRows } from './map.ts';
import { hiddenOnMap } from './not-for-outside.ts';

type Named = Pick<MapRow, 'province' | 'reporting' | 'population'>;
type Numbers = Omit<MapRow, keyof Named>;
export type RowForOutside = Named & { readonly [K in keyof Numbers]: Numbers[K] | null };

/**
 * What compares a province with all is made of the open ones alone. Made of all, it would be as many equations as there are open
 * provinces, and the hidden counts their only solution.
 */
export function mapForOutside(counts: CountsOf<'by-province'>): RowForOutside[] {
  const rows = mapRows(counts);
  const hidden = hiddenOnMap(rows);
  if (hidden.size === 0) return rows;
  const open = counts.figures['by-province'].filter(({ province }) => !hidden.has(province));
  const published = mapRows({ ...counts, figures: { 'by-province': open } });
  return published.map((row, index) =>
    hidden.has(row.province) ? withoutNumbers(rows[index] ?? row) : row,
  );
}

/** Few, or what few could be computed from: all but where it is. */
function withoutNumbers({ province, reporting, population }: MapRow): RowForOutside {
  const none = { issues: null, responses: null, of: null, rate: null };
  return {
    province,
    ...none,
    reporting,
    population,
    smoothed: null,
    share: null,
    residual: null,
  };
}
