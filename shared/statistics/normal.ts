// The tails of the normal distribution that tests need, to full precision also far out, where 1 − Φ(z) has no digits left.

/** Φ⁻¹(0.975): the 95 % level. The printed 1.96 is not exact enough. */
export const z95 = 1.959963984540054;

/** ln Γ(½) */
const lnGammaHalf = 0.5 * Math.log(Math.PI);

/**
 * P(|Z| ≥ |z|) = Q(½, z²/2), the upper regularised incomplete gamma function:
 * series below x = a + 1, else Lentz' continued fraction. Press et al., Numerical Recipes 3e, §6.2.
 */
export function normalTwoSidedP(z: number): number {
  const x = (z * z) / 2;
  if (x === 0) return 1;
  const scale = Math.exp(-x + 0.5 * Math.log(x) - lnGammaHalf);
  return x < 1.5 ? 1 - scale * series(x) : scale * fraction(x);
}

function series(x: number): number {
  let term = 2;
  let sum = term;
  for (let a = 1.5; Math.abs(term) > Math.abs(sum) * 1e-17; a += 1) {
    term *= x / a;
    sum += term;
  }
  return sum;
}

function fraction(x: number): number {
  const tiny = 1e-300;
  let b = x + 0.5;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i++) {
    const an = -i * (i - 0.5);
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
