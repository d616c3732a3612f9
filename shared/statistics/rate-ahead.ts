// Two counts of events, each of so many people or days: is the first rate higher by more than chance explains?
import { betaQuantile, lowerBeta } from './beta.ts';
import { normalTwoSidedP } from './normal.ts';

/**
 * One-sided p of equal rates: given a + b events, a follows a binomial distribution, and P(X ≥ a) = I_π(a, b + 1).
 * Przyborowski & Wilenski 1940.
 */
export function rateAheadP(a: number, exposureA: number, b: number, exposureB: number): number {
  if (a === 0) return 1;
  const part = exposureA / (exposureA + exposureB);
  const expected = (a + b) * part;
  const least = Math.min(expected, a + b - expected);
  return least < many
    ? lowerBeta(a, b + 1, part)
    : byNormal(a - 0.5 - expected, expected * (1 - part));
}

/** from so many expected on each side the normal tail tells the same, in a hundredth of the time */
const many = 5000;

function byNormal(above: number, variance: number): number {
  const half = normalTwoSidedP(above / Math.sqrt(variance)) / 2;
  return above > 0 ? half : 1 - half;
}

export interface RateRatio {
  /** the later rate over the earlier; Infinity when nothing was counted before */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/**
 * One count after another, each over its exposure (days, residents): the ratio of the rates with its exact interval, and a
 * two-sided p that cannot contradict it. Null when nothing was counted. Clopper & Pearson 1934; Fay 2010.
 */
export function rateRatio(
  before: number,
  exposureBefore: number,
  after: number,
  exposureAfter: number,
  level = 0.95,
): RateRatio | null {
  if (before + after === 0) return null;
  const tail = (1 - level) / 2;
  const scale = exposureBefore / exposureAfter;
  const part = exposureAfter / (exposureBefore + exposureAfter);
  // each end from its small side, which keeps its digits: odds = π/(1 − π) = (1 − q)/q
  const low = after === 0 ? 0 : betaQuantile(tail, after, before + 1);
  const high = before === 0 ? 0 : betaQuantile(tail, before, after + 1);
  const atMost = before === 0 ? 1 : lowerBeta(before, after + 1, 1 - part);
  const atLeast = after === 0 ? 1 : lowerBeta(after, before + 1, part);
  return {
    ratio: (after / before) * scale,
    low: (low / (1 - low)) * scale,
    high: before === 0 ? Number.POSITIVE_INFINITY : ((1 - high) / high) * scale,
    p: Math.min(1, 2 * Math.min(atMost, atLeast)),
  };
}
