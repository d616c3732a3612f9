// The upper regularised incomplete gamma function: what tails of the normal, χ² and Poisson distributions are made of.
import { gammaln } from 'simple-statistics';

/** a term this small beside the sum can no longer be seen in it */
const unseen = 1e-17;
/** never met: both ways end after some √a steps */
const mostSteps = 100_000;

/**
 * Q(a, x) = Γ(a, x)/Γ(a) for a > 0, x ≥ 0: series below x = a + 1, else Lentz' continued fraction, so that the small side
 * is computed directly. Press et al., Numerical Recipes 3e, §6.2.
 */
export function upperGamma(a: number, x: number): number {
  if (x === 0) return 1;
  const scale = gammaScale(a, x);
  return x < a + 1 ? 1 - scale * series(a, x) : scale * fraction(a, x);
}

/** P(a, x) = 1 − Q(a, x), likewise exact where it is small. */
export function lowerGamma(a: number, x: number): number {
  if (x === 0) return 0;
  const scale = gammaScale(a, x);
  return x < a + 1 ? scale * series(a, x) : 1 - scale * fraction(a, x);
}

/** x^a e^−x / Γ(a); divided by x it is the density */
export function gammaScale(a: number, x: number): number {
  return Math.exp(a * Math.log(x) - x - gammaln(a));
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = a + 1; Math.abs(term) > Math.abs(sum) * unseen && n < a + mostSteps; n += 1) {
    term *= x / n;
    sum += term;
  }
  return sum;
}

function fraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < mostSteps; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return h;
}
