// Is there a trend in a series? Missing values stay missing and keep their time.
import { normalTwoSidedP } from './normal.ts';

export interface Trend {
  /** concordant minus discordant pairs */
  readonly s: number;
  readonly p: number;
}

/** up to this many values without ties the exact distribution is used */
const exactUpTo = 10;

/** Mann–Kendall's test, two-sided; null with fewer than 4 values. Mann 1945; Kendall 1975; Gilbert 1987, ch. 16. */
export function mannKendall(values: readonly (number | null)[]): Trend | null {
  const known = values.filter((value) => value !== null);
  if (known.length < 4) return null;
  const hasTies = new Set(known).size < known.length;
  return known.length <= exactUpTo && !hasTies ? mannKendallExact(known) : byNormal(known);
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

/** The normal approximation with continuity and tie correction. */
export function byNormal(values: readonly number[]): Trend & { readonly z: number } {
  const s = scoreOf(values);
  const variance = varianceOf(values);
  const z = s === 0 || variance === 0 ? 0 : (s - Math.sign(s)) / Math.sqrt(variance);
  return { s, z, p: z === 0 ? 1 : normalTwoSidedP(z) };
}

export function varianceOf(values: readonly number[]): number {
  const groups = new Map<number, number>();
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1);
  const part = (n: number) => n * (n - 1) * (2 * n + 5);
  const ties = [...groups.values()].reduce((sum, size) => sum + part(size), 0);
  return (part(values.length) - ties) / 18;
}

/** S: concordant minus discordant pairs. */
export function scoreOf(values: readonly number[]): number {
  let s = 0;
  values.forEach((early, i) => {
    for (const late of values.slice(i + 1)) s += Math.sign(late - early);
  });
  return s;
}
