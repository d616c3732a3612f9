// The interval of a share x of n responses.
import { z95 } from './normal.ts';

export interface Interval {
  /** x / n */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's interval without continuity correction, 0 ≤ x ≤ n, both ends in 0–1; null when n = 0.
 * Wilson 1927; Newcombe 1998, Statistics in Medicine 17:857.
 */
export function wilson(x: number, n: number, z: number = z95): Interval | null {
  if (n === 0) return null;
  const p = x / n;
  const zz = z * z;
  const middle = p + zz / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + zz / (4 * n * n));
  const scale = 1 + zz / n;
  // at the ends rounding would leave dust beside 0 and 1
  return {
    share: p,
    low: x === 0 ? 0 : (middle - half) / scale,
    high: x === n ? 1 : (middle + half) / scale,
  };
}

/**
 * The same with continuity correction, for small n and only where somebody asks for it: it is wider than it says.
 * Newcombe 1998, 17:857, method 4.
 */
export function wilsonContinuous(x: number, n: number, z: number = z95): Interval | null {
  if (n === 0) return null;
  const p = x / n;
  const zz = z * z;
  const half = (sign: 1 | -1) => z * Math.sqrt(zz + sign * 2 - 1 / n + 4 * p * (n - x - sign)) + 1;
  const [middle, scale] = [2 * x + zz, 2 * (n + zz)];
  return {
    share: p,
    low: x === 0 ? 0 : Math.max(0, (middle - half(-1)) / scale),
    high: x === n ? 1 : Math.min(1, (middle + half(1)) / scale),
  };
}

export interface ClusteredInterval extends Interval {
  readonly n: number;
  /** how much wider than of as many independent issues */
  readonly designEffect: number;
  readonly effectiveN: number;
}

/**
 * A share of issues: issues of one response are alike. `clusters`: of each response its hits and its issues.
 * Kish 1965; Korn & Graubard 1998; Dean & Pagano 2015.
 */
export function wilsonClustered(
  clusters: readonly (readonly [hits: number, issues: number])[],
  z: number = z95,
): ClusteredInterval | null {
  const k = clusters.length;
  const x = clusters.reduce((sum, [hits]) => sum + hits, 0);
  const n = clusters.reduce((sum, [, issues]) => sum + issues, 0);
  if (n === 0) return null;
  const p = x / n;
  const squares = clusters.reduce((sum, [hits, issues]) => sum + (hits - p * issues) ** 2, 0);
  const variance = ((k / (k - 1)) * squares) / (n * n);
  const designEffect = k < 2 || x === 0 || x === n ? 1 : variance / ((p * (1 - p)) / n);
  const effectiveN = n / Math.max(1, designEffect);
  const interval = wilson(p * effectiveN, effectiveN, z);
  if (interval === null) return null;
  return {
    share: p,
    low: x === 0 ? 0 : interval.low,
    high: x === n ? 1 : interval.high,
    n,
    designEffect,
    effectiveN,
  };
}
