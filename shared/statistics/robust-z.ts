// How unusual each of some values is, by median and MAD: one outlier cannot hide itself by moving the mean.
import { medianOf } from './quantile.ts';

/** printed so by Iglewicz & Hoaglin 1993; Φ⁻¹(0.75) to four digits */
export const madToDeviation = 0.6745;

export interface RobustZ<Scale> {
  readonly median: number;
  /** median absolute deviation, as it is */
  readonly mad: number;
  /** what the distances are measured by */
  readonly scale: Scale;
  readonly z: readonly number[];
}

/**
 * Of measurements; |z| > 3.5 is unusual. Where more than half are equal, by the mean absolute deviation. Null without any.
 * Iglewicz & Hoaglin 1993.
 */
export function robustZ(values: readonly number[]): RobustZ<'mad' | 'meanAD' | 'none'> | null {
  const middle = deviations(values);
  if (middle === null) return null;
  const { median, mad, from } = middle;
  const mean = from.reduce((sum, one) => sum + Math.abs(one), 0) / from.length;
  if (mad > 0)
    return { median, mad, scale: 'mad', z: from.map((one) => (madToDeviation * one) / mad) };
  if (mean > 0)
    return { median, mad, scale: 'meanAD', z: from.map((one) => one / (1.253314 * mean)) };
  return { median, mad, scale: 'none', z: from.map(() => 0) };
}

/** Of counts, such as the months of one province: a count cannot surprise by less than its own Poisson noise. */
export function robustZCounts(values: readonly number[]): RobustZ<number> | null {
  const middle = deviations(values);
  if (middle === null) return null;
  const { median, mad, from } = middle;
  const scale = Math.max(mad / madToDeviation, Math.sqrt(Math.max(median, 1)));
  return { median, mad, scale, z: from.map((one) => one / scale) };
}

function deviations(values: readonly number[]) {
  const median = medianOf(values);
  if (median === null) return null;
  const from = values.map((value) => value - median);
  return { median, mad: medianOf(from.map(Math.abs)) ?? 0, from };
}
