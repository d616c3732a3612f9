// Order statistics and weighted means. Values are finite numbers: what is missing has been left out before.
import { quantileSorted } from 'simple-statistics';

/**
 * The value below which a share p of them lies, null without any. Type 7 is that of R, NumPy and Excel's PERCENTILE.INC;
 * type 6, of SPSS and PERCENTILE.EXC, explains a difference with somebody else's table. Hyndman & Fan 1996.
 */
export function quantile(values: readonly number[], p: number, type: 6 | 7 = 7): number | null {
  // simple-statistics never returns from NaN
  if (values.length === 0 || !(p >= 0 && p <= 1)) return null;
  const sorted = values.toSorted((a, b) => a - b);
  if (type === 7) return quantileSorted(sorted, p);
  const n = sorted.length;
  const at = Math.min(n - 1, Math.max(0, (n + 1) * p - 1));
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

export function medianOf(values: readonly number[]): number | null {
  return values.length === 0
    ? null
    : quantileSorted(
        values.toSorted((a, b) => a - b),
        0.5,
      );
}

/** With the number of equal weights that would tell as much; null without any weight. Kish 1965. */
export function weightedMean(
  values: readonly number[],
  weights: readonly number[],
): { readonly mean: number; readonly effectiveN: number } | null {
  const all = sum(weights);
  if (all === 0) return null;
  return {
    mean: sum(values.map((value, i) => value * (weights[i] ?? 0))) / all,
    effectiveN: (all * all) / sum(weights.map((weight) => weight * weight)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
