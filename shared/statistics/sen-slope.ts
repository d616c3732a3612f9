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
  const known = values.flatMap((value, time) => (value === null ? [] : [{ time, value }]));
  if (known.length < 2) return null;
  const slopes = known.flatMap((early, i) =>
    known.slice(i + 1).map((late) => (late.value - early.value) / (late.time - early.time)),
  );
  const slope = median(slopes);
  const middle = median(known.map(({ value }) => value));
  return { slope, intercept: middle - slope * median(known.map(({ time }) => time)) };
}
