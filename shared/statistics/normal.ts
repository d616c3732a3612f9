// The tails of the normal distribution that tests need, to full precision also far out, where 1 − Φ(z) has no digits left.
import { upperGamma } from './gamma.ts';

/** Φ⁻¹(0.975): the 95 % level. The printed 1.96 is not exact enough. */
export const z95 = 1.959963984540054;

/** P(|Z| ≥ |z|) = Q(½, z²/2). */
export function normalTwoSidedP(z: number): number {
  return upperGamma(0.5, (z * z) / 2);
}
