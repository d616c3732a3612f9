// How steep a series is: the median of the slopes of all pairs. Missing values stay missing and keep their time.

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
  const slope = medianOf(slopes);
  const middle = medianOf(known.map(({ value }) => value));
  return { slope, intercept: middle - slope * medianOf(known.map(({ time }) => time)) };
}

/** of at least one value */
function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  return Number.isInteger(half) ? ((sorted[half - 1] ?? Number.NaN) + upper) / 2 : upper;
}
