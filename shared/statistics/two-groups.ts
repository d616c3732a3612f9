// Agencies against citizens: shares of two groups of responses, several strategies at once.
import { holm } from './adjust-p.ts';
import { fisherExact } from './fisher-exact.ts';
import { normalTwoSidedP, z95 } from './normal.ts';
import { wilson } from './wilson.ts';

export interface Group {
  readonly responses: number;
  /** of them, how many raise each strategy */
  readonly raised: readonly number[];
}

export interface Difference {
  /** first minus second, in shares (0–1); null where a group is empty */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** which test was made; none where nobody or everybody raises it: `p` is null then */
  readonly test: 'z' | 'fisher' | 'none';
  readonly p: number | null;
  /** corrected over the strategies tested */
  readonly pHolm: number | null;
  readonly differs: boolean;
}

/** Newcombe's interval from two Wilson intervals; null where a group is empty. Newcombe 1998, 17:873, method 10. */
export function newcombe(x1: number, n1: number, x2: number, n2: number, z: number = z95) {
  const first = wilson(x1, n1, z);
  const second = wilson(x2, n2, z);
  if (first === null || second === null) return null;
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
}

/** The pooled z test, without continuity; null where a group is empty. */
export function twoProportionZ(
  x1: number,
  n1: number,
  x2: number,
  n2: number,
): { readonly z: number; readonly p: number } | null {
  if (n1 === 0 || n2 === 0) return null;
  const pooled = (x1 + x2) / (n1 + n2);
  if (pooled === 0 || pooled === 1) return { z: 0, p: 1 };
  const z = (x1 / n1 - x2 / n2) / Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  return { z, p: normalTwoSidedP(z) };
}

/** Each strategy tested, z or exact where counts are small, Holm over them. */
export function compareGroups(
  first: Group,
  second: Group,
  alpha = 0.05,
  z: number = z95,
): Difference[] {
  const [n1, n2] = [first.responses, second.responses];
  const tests = first.raised.map((x1, index) => testOf(x1, n1, second.raised[index] ?? 0, n2));
  const adjusted = holm(tests.map(({ p }) => p));
  return tests.map((test, index) => {
    const pHolm = adjusted[index] ?? null;
    const interval = newcombe(first.raised[index] ?? 0, n1, second.raised[index] ?? 0, n2, z);
    return {
      ...(interval ?? { difference: null, low: null, high: null }),
      ...test,
      pHolm,
      differs: pHolm !== null && pHolm <= alpha,
    };
  });
}

/** One-sided p that the first share is not larger; half of the z test's, and all of the exact test's, whose halves differ. */
export function shareAheadP(x1: number, n1: number, x2: number, n2: number): number {
  if (x1 * n2 <= x2 * n1) return 1;
  const least = leastExpected(x1, n1, x2, n2);
  return least < 5
    ? fisherExact(x1, n1 - x1, x2, n2 - x2)
    : (twoProportionZ(x1, n1, x2, n2)?.p ?? 1) / 2;
}

function leastExpected(x1: number, n1: number, x2: number, n2: number): number {
  const [raised, total] = [x1 + x2, n1 + n2];
  return Math.min(raised, total - raised) * (Math.min(n1, n2) / total);
}

function testOf(x1: number, n1: number, x2: number, n2: number): Pick<Difference, 'test' | 'p'> {
  const [raised, total] = [x1 + x2, n1 + n2];
  if (n1 === 0 || n2 === 0 || raised === 0 || raised === total) return { test: 'none', p: null };
  return leastExpected(x1, n1, x2, n2) < 5
    ? { test: 'fisher', p: fisherExact(x1, n1 - x1, x2, n2 - x2) }
    : { test: 'z', p: twoProportionZ(x1, n1, x2, n2)?.p ?? null };
}
