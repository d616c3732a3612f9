// How steep a series is: the median of the slopes of all pairs. Missing values stay missing and keep their time.
import { median } from 'simple-statistics';

export interface Line {
  /** change of the value in one step of time */
  readonly slope: number;
  /** value at time 0 */
  readonly intercept: number;
}

/** Sen's slope; null with fewer than 2 values. Sen 1968; Gilbert 1987, ch. 16. */
export function senSlope(values: readonly (number | null)[]): Line | null {
  const slopes = slopesOf(values);
  if (slopes.length === 0) return null;
  const known = timed(values);
  const slope = median(slopes);
  const middle = median(known.map(({ value }) => value));
  return { slope, intercept: middle - slope * median(known.map(({ time }) => time)) };
}

/** Of all pairs of known values, later against earlier. */
export function slopesOf(values: readonly (number | null)[]): number[] {
  const known = timed(values);
  return known.flatMap((early, i) =>
    known.slice(i + 1).map((late) => (late.value - early.value) / (late.time - early.time)),
  );
}

function timed(values: readonly (number | null)[]): { time: number; value: number }[] {
  return values.flatMap((value, time) => (value === null ? [] : [{ time, value }]));
}
