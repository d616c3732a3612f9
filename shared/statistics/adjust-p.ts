// p values of several tests of one figure, corrected for their number. The order is kept; null = not tested, stays null.

/** Indexes of the tested values, smallest p first. */
function tested(p: readonly (number | null)[]): { index: number; p: number }[] {
  return p
    .flatMap((value, index) => (value === null ? [] : [{ index, p: value }]))
    .sort((a, b) => a.p - b.p);
}

/** Holm's step-down: the chance of any false claim stays below the level. Holm 1979. */
export function holm(p: readonly (number | null)[]): (number | null)[] {
  const order = tested(p);
  const adjusted = [...p];
  let before = 0;
  order.forEach((test, rank) => {
    before = Math.max(before, Math.min(1, (order.length - rank) * test.p));
    adjusted[test.index] = before;
  });
  return adjusted;
}

/** Benjamini and Hochberg's step-up: the expected share of false claims stays below the level. 1995. */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const order = tested(p);
  const adjusted = [...p];
  let after = 1;
  order.toReversed().forEach((test, fromLast) => {
    after = Math.min(after, (test.p * order.length) / (order.length - fromLast));
    adjusted[test.index] = after;
  });
  return adjusted;
}
