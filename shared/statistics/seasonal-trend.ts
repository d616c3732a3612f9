// A trend over years of months: each month is compared with the same month of other years only.

import { median } from 'simple-statistics';
import { scoreOf, varianceOf } from './mann-kendall.ts';
import { normalTwoSidedP } from './normal.ts';
import { slopesOf } from './sen-slope.ts';

export interface SeasonalTrend {
  readonly s: number;
  readonly varS: number;
  readonly z: number;
  readonly p: number;
  /** median change from one year to the next */
  readonly slopePerYear: number;
}

const leastPairs = 10;

/**
 * Rows are years, columns seasons such as the twelve months; null = missing. Null with fewer than 10 pairs.
 * Hirsch, Slack & Smith 1982; Gilbert 1987, ch. 17.
 */
export function seasonalMannKendall(
  table: readonly (readonly (number | null)[])[],
): SeasonalTrend | null {
  const seasons = (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? null));
  const slopes = seasons.flatMap(slopesOf);
  if (slopes.length < leastPairs) return null;
  const known = seasons
    .map((season) => season.filter((value) => value !== null))
    .filter((season) => season.length > 1);
  const s = known.reduce((sum, season) => sum + scoreOf(season), 0);
  const varS = known.reduce((sum, season) => sum + varianceOf(season), 0);
  const z = s === 0 || varS === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
  return { s, varS, z, p: z === 0 ? 1 : normalTwoSidedP(z), slopePerYear: median(slopes) };
}
