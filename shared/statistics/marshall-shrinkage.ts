// Rates of small places, pulled towards that of all by as much as chance may have moved them: for colour, not for tests.

export interface Shrinkage {
  /** what places differ by beyond chance, per `per`² */
  readonly between: number;
  /** how much of its own rate each keeps, 0–1 */
  readonly weights: readonly number[];
  readonly smoothed: readonly number[];
  readonly global: number;
}

/** Empirical Bayes by moments; null without any count. Marshall 1991, Applied Statistics 40:283. */
export function marshallShrinkage(
  counts: readonly number[],
  populations: readonly number[],
  per = 100_000,
): Shrinkage | null {
  const [count, people] = [sum(counts), sum(populations)];
  if (count === 0) return null;
  const global = count / people;
  const places = counts.map((one, i) => ({
    rate: one / (populations[i] ?? 0),
    of: populations[i] ?? 0,
  }));
  const spread = sum(places.map(({ rate, of }) => of * (rate - global) ** 2)) / people;
  const between = Math.max(0, spread - global / (people / counts.length));
  const weights = places.map(({ of }) => (between === 0 ? 0 : between / (between + global / of)));
  return {
    between: between * per * per,
    weights,
    smoothed: places.map(({ rate }, i) => per * (global + (weights[i] ?? 0) * (rate - global))),
    global: per * global,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
