// Which places may be among the first few, when chance moves all of them.

const alpha = 0.05;

/**
 * Indexes of those that may belong to the first k of `values` (highest first): fewer than k others are clearly ahead.
 * `aheadP(i, j)`: one-sided p that i is not ahead of j. With Bonferroni's correction for the k(n − 1) comparisons of the true
 * first k with all others, the chance that any of them is left out stays below 5 %, however the order was found:
 * comparisons with the best, Hsu 1984, for the best k as in Mogstad, Romano, Shaikh & Wilhelm 2024.
 */
export function mayBeFirst(
  values: readonly number[],
  k: number,
  aheadP: (i: number, j: number) => number,
): number[] {
  const n = values.length;
  const level = alpha / (k * Math.max(1, n - 1));
  const order = values.map((_, index) => index).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  return order.filter((j, rank) => {
    let ahead = 0;
    for (let before = 0; before < rank && ahead < k; before++) {
      if (aheadP(order[before] ?? 0, j) <= level) ahead += 1;
    }
    return ahead < k;
  });
}
