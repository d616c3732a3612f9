// Fisher's exact test of a 2 × 2 table, two-sided.

/** tables this much more probable than the observed one still count as no more probable */
const slack = 1 + 1e-7;

/**
 * p of the table [[a, b], [c, d]]: the sum over all tables with its margins that are no more probable.
 * Weights grow by the ratio of neighbours from the observed table, so it stays exact for any counts.
 * Fisher 1935; Agresti 2007, §2.6.
 */
export function fisherExact(a: number, b: number, c: number, d: number): number {
  const row = a + b;
  const column = a + c;
  const total = a + b + c + d;
  const least = Math.max(0, row + column - total);
  const most = Math.min(row, column);
  let all = 1;
  let asRare = 1;
  const walk = (step: 1 | -1, end: number) => {
    let weight = 1;
    for (let x = a; x !== end; x += step) {
      weight *= ratio(x, step, row, column, total);
      // what is left cannot be seen in double precision; beyond the largest double p is 0
      if (weight < 1e-20 * all || weight === Number.POSITIVE_INFINITY) break;
      all += weight;
      if (weight <= slack) asRare += weight;
    }
  };
  walk(1, most);
  walk(-1, least);
  return Math.min(1, asRare / all);
}

/** P(x + step) / P(x) of the hypergeometric distribution */
function ratio(x: number, step: 1 | -1, row: number, column: number, total: number): number {
  return step === 1
    ? ((row - x) * (column - x)) / ((x + 1) * (total - row - column + x + 1))
    : (x * (total - row - column + x)) / ((row - x + 1) * (column - x + 1));
}
