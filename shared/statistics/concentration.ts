// How much of all is with how few.

/**
 * 0 when all have the same, near 1 when one has all; with `weights` (population) against what each would have by its weight.
 * Null when there is nothing. Gini 1914; Lerman & Yitzhaki 1989.
 */
export function gini(values: readonly number[], weights?: readonly number[]): number | null {
  const of = (index: number) => (weights === undefined ? 1 : (weights[index] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const all = values.reduce((sum, _, index) => sum + of(index), 0);
  const order = [...values.keys()].sort(
    (a, b) => (values[a] ?? 0) / of(a) - (values[b] ?? 0) / of(b),
  );
  let [held, area] = [0, 0];
  for (const index of order) {
    const before = held;
    held += (values[index] ?? 0) / total;
    area += (of(index) / all) * (held + before);
  }
  return 1 - area;
}

export interface ParetoPoint {
  /** so many of the largest … */
  readonly units: number;
  readonly of: number;
  /** … are this share of all units … */
  readonly share: number;
  /** … and hold this share of all that was counted, at least the wanted one */
  readonly reached: number;
}

/** The fewest that hold `percent` of all; null when there is nothing. Lorenz 1905. */
export function paretoPoint(values: readonly number[], percent = 80): ParetoPoint | null {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  let [units, held] = [0, 0];
  for (const value of values.toSorted((a, b) => b - a)) {
    // whole numbers: no rounding decides how many they are
    if (100 * held >= percent * total) break;
    held += value;
    units += 1;
  }
  return { units, of: values.length, share: units / values.length, reached: held / total };
}
