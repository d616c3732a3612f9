// How steep a series is: the median of the slopes of all pairs. Missing values stay missing and keep their time.
import { varianceOf } from './mann-kendall.ts';
import { zOfLevel } from './normal.ts';
import { medianOf } from './quantile.ts';

export interface Line {
  /** change of the value in one step of time */
  readonly slope: number;
  /** value at time 0 */
  readonly intercept: number;
}

export interface SenSlope extends Line {
  /** the ends of its interval; null when the series is too short for one */
  readonly low: number | null;
  readonly high: number | null;
  readonly pairs: number;
}

/** `times`: of each value, when they are not one step apart. Null with fewer than 2 values. Sen 1968; Gilbert 1987, ch. 16. */
export function senSlope(
  values: readonly (number | null)[],
  times?: readonly number[],
  level = 0.95,
): SenSlope | null {
  const known = timed(values, times);
  const slopes = slopesBetween(known).sort((a, b) => a - b);
  const slope = medianOf(slopes);
  const middle = medianOf(known.map(({ value }) => value));
  const middleTime = medianOf(known.map(({ time }) => time));
  if (slope === null || middle === null || middleTime === null) return null;
  const pairs = slopes.length;
  const reach = zOfLevel(level) * Math.sqrt(varianceOf(known.map(({ value }) => value)));
  const [first, last] = [Math.round((pairs - reach) / 2), Math.round((pairs + reach) / 2) + 1];
  const isInside = first >= 1 && last <= pairs;
  return {
    slope,
    intercept: middle - slope * middleTime,
    low: (isInside ? slopes[first - 1] : null) ?? null,
    high: (isInside ? slopes[last - 1] : null) ?? null,
    pairs,
  };
}

/** Of all pairs of known values, later against earlier. */
export function slopesOf(values: readonly (number | null)[]): number[] {
  return slopesBetween(timed(values));
}

interface Timed {
  readonly time: number;
  readonly value: number;
}

function slopesBetween(known: readonly Timed[]): number[] {
  return known.flatMap((early, i) =>
    known
      .slice(i + 1)
      .filter(({ time }) => time !== early.time)
      .map((late) => (late.value - early.value) / (late.time - early.time)),
  );
}

function timed(values: readonly (number | null)[], times?: readonly number[]): Timed[] {
  return values.flatMap((value, step) =>
    value === null ? [] : [{ time: times?.[step] ?? step, value }],
  );
}
