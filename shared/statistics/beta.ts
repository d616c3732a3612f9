// The regularised incomplete beta function: what tails of the binomial distribution are made of.
import { gammaln } from 'simple-statistics';

/** I_x(a, b), by Lentz' continued fraction. Numerical Recipes 3e, §6.4. */
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

/** The x with I_x(a, b) = p, for p in (0, 1): Newton's steps, halved where they would leave what is known to hold it. */
export function betaQuantile(p: number, a: number, b: number): number {
  const scale = gammaln(a + b) - gammaln(a) - gammaln(b);
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const miss = lowerBeta(a, b, x) - p;
    if (miss < 0) low = x;
    else high = x;
    const density = Math.exp(scale + (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x));
    const next = x - miss / density;
    const to = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(to - x) <= nearest * to) return to;
    x = to;
  }
  return x;
}

/** more digits than the fraction above has */
const nearest = 1e-15;
