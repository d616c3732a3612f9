// The normal distribution to full precision, also far out in the tails, where 1 − Φ(z) has no digits left.
import { upperGamma } from './gamma.ts';

/** Φ⁻¹(0.975): the 95 % level. The printed 1.96 is not exact enough. */
export const z95 = 1.959963984540054;

/** P(|Z| ≥ |z|) = Q(½, z²/2). */
export function normalTwoSidedP(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}

/** P(Z ≤ x). */
export function normalCdf(x: number): number {
  const half = normalTwoSidedP(x) / 2;
  return x > 0 ? 1 - half : half;
}

/** The x with P(Z ≤ x) = p, for p in (0, 1): Newton's steps on the small side. */
export function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  // its tail is never above the wanted one, so the steps come from outside and do not overshoot
  let x = Math.sqrt(-2 * Math.log(tail));
  for (let step = 0; step < 60; step++) {
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const by = (normalTwoSidedP(x) / 2 - tail) / density;
    x += by;
    if (Math.abs(by) < 1e-15 * Math.abs(x)) break;
  }
  return p < 0.5 ? -x : x;
}

/** How many standard deviations an interval of this level reaches to either side. */
export function zOfLevel(level: number): number {
  return level === 0.95 ? z95 : normalQuantile(0.5 + level / 2);
}
