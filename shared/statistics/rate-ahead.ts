// Two counts of events, each of so many people or days: is the first rate higher by more than chance explains?
import { gammaln } from 'simple-statistics';
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

/** The regularised incomplete beta function I_x(a, b), by Lentz' continued fraction. Numerical Recipes 3e, §6.4. */
export function lowerBeta(a: number, b: number, x: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  const scale = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  return x < (a + 1) / (a + b + 2)
    ? (scale * fraction(a, b, x)) / a
    : 1 - (scale * fraction(b, a, 1 - x)) / b;
}

const tiny = 1e-300;
const awayFromZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let h = d;
  for (let m = 1; m < 100_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    h *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return h;
}
