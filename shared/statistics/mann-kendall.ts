// Is there a trend in a series? Missing values stay missing and keep their time.
import { normalTwoSidedP } from './normal.ts';

export interface Trend {
  /** concordant minus discordant pairs */
  readonly s: number;
  readonly p: number;
}

/** up to this many values without ties the exact distribution is used */
const exactUpTo = 10;
const leastValues = 4;

/** exact where that can be computed, else by the normal approximation */
export function testTrend(values: readonly (number | null)[]): Trend | null {
  const known = values.filter((value) => value !== null);
  if (known.length < leastValues) return null;
  const hasTies = new Set(known).size < known.length;
  return known.length <= exactUpTo && !hasTies ? mannKendallExact(known) : mannKendall(known);
}

export interface KendallTrend extends Trend {
  readonly n: number;
  readonly varS: number;
  /** τ-b, −1 to 1; null when all are equal */
  readonly tau: number | null;
  readonly z: number;
}

/**
 * Mann–Kendall's test of values in the order of their time, two-sided, by the normal approximation with continuity and tie
 * correction; null with fewer than 4 values. Mann 1945; Kendall 1975; Gilbert 1987, ch. 16.
 */
export function mannKendall(values: readonly (number | null)[]): KendallTrend | null {
  const known = values.filter((value) => value !== null);
  const n = known.length;
  if (n < leastValues) return null;
  const [s, varS] = [scoreOf(known), varianceOf(known)];
  const z = s === 0 || varS === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(varS);
  const pairs = (n * (n - 1)) / 2;
  const untied = pairs - tieSum(known, (size) => (size * (size - 1)) / 2);
  const tau = untied === 0 ? null : s / Math.sqrt(pairs * untied);
  return { n, s, varS, tau, z, p: z === 0 ? 1 : normalTwoSidedP(z) };
}

/** The test with the exact distribution of Kendall; for series without ties. */
export function mannKendallExact(values: readonly number[]): Trend {
  const n = values.length;
  const pairs = (n * (n - 1)) / 2;
  const s = scoreOf(values);
  const discordant = (pairs - Math.abs(s)) / 2;
  // how many orders of n values have 0, 1, 2 … discordant pairs
  let counts = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(counts.length + size - 1).fill(0);
    counts.forEach((count, at) => {
      for (let shift = 0; shift < size; shift++) next[at + shift] = (next[at + shift] ?? 0) + count;
    });
    counts = next;
  }
  const all = counts.reduce((sum, count) => sum + count, 0);
  const tail = counts.slice(0, discordant + 1).reduce((sum, count) => sum + count, 0);
  return { s, p: Math.min(1, (2 * tail) / all) };
}

/** of S, smaller by what ties take from it */
export function varianceOf(values: readonly number[]): number {
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  return (part(values.length) - tieSum(values, part)) / 18;
}

/** over the groups of equal values */
function tieSum(values: readonly number[], of: (size: number) => number): number {
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  return [...groups.values()].reduce((sum, size) => sum + of(size), 0);
}

/** S: concordant minus discordant pairs. */
export function scoreOf(values: readonly number[]): number {
  let s = 0;
  values.forEach((early, i) => {
    for (const late of values.slice(i + 1)) s += Math.sign(late - early);
  });
  return s;
}
