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
