// Which cells of a table place × strategy stand out, on responses. A response may raise several strategies,
// so each cell is its own 2 × 2 table: here against elsewhere, raised against not.
import { benjaminiHochberg } from './adjust-p.ts';
import { fisherExact } from './fisher-exact.ts';

export interface JudgedCell {
  readonly row: number;
  readonly column: number;
  readonly observed: number;
  /** what the row would have if it were like all rows together */
  readonly expected: number;
  /** adjusted residual, for colour and direction only; null where a margin is nothing or everything */
  readonly residual: number | null;
  /** corrected over all testable cells; null = too few to judge */
  readonly pAdjusted: number | null;
  readonly standsOut: 'high' | 'low' | null;
}

/** All that was counted, also outside the rows shown. */
export interface Whole {
  readonly responses: number;
  /** of them, how many raise each strategy */
  readonly raised: readonly number[];
}

export const usualRule = { alpha: 0.05, minExpected: 5, minCount: 5, minRatio: 1.25 };

/**
 * `responses[i]` of row i, of them `raised[i][j]` raise strategy j; `whole`: what the rows are compared with. Row by row.
 * Haberman 1973 (residual), Fisher 1935, Benjamini & Hochberg 1995.
 */
export function standsOut(
  responses: readonly number[],
  raised: readonly (readonly number[])[],
  whole: Whole = sumsOf(responses, raised),
  rule = usualRule,
): JudgedCell[] {
  const total = whole.responses;
  const cells = raised.flatMap((row, i) =>
    row.map((observed, j) => {
      const of = responses[i] ?? 0;
      const column = whole.raised[j] ?? 0;
      const { expected, residual } = againstExpected(observed, of, column, total);
      const testable = residual !== null && expected >= rule.minExpected;
      const p = testable
        ? fisherExact(observed, of - observed, column - observed, total - of - column + observed)
        : null;
      return { row: i, column: j, observed, expected, residual, p };
    }),
  );
  const adjusted = benjaminiHochberg(cells.map(({ p }) => p));
  return cells.map(({ p: _, ...cell }, index) => {
    const pAdjusted = adjusted[index] ?? null;
    return { ...cell, pAdjusted, standsOut: direction(cell, pAdjusted, rule) };
  });
}

function direction(
  cell: { readonly observed: number; readonly expected: number },
  p: number | null,
  rule: { readonly alpha: number; readonly minCount: number; readonly minRatio: number },
): 'high' | 'low' | null {
  if (p === null || p > rule.alpha) return null;
  const ratio = cell.observed / cell.expected;
  if (ratio >= rule.minRatio && cell.observed >= rule.minCount) return 'high';
  return ratio <= 1 / rule.minRatio ? 'low' : null;
}

/**
 * How many responses a cell would have if its row were like all rows, and how far it is from that: the adjusted residual
 * (O − E) / √(E (1 − row/N) (1 − column/N)), null where a margin is 0 or N.
 */
export function againstExpected(
  observed: number,
  row: number,
  column: number,
  total: number,
): { readonly expected: number; readonly residual: number | null } {
  const expected = total === 0 ? 0 : (row * column) / total;
  if (row <= 0 || column <= 0 || row >= total || column >= total) {
    return { expected, residual: null };
  }
  const spread = Math.sqrt(expected * (1 - row / total) * (1 - column / total));
  return { expected, residual: (observed - expected) / spread };
}

function sumsOf(responses: readonly number[], raised: readonly (readonly number[])[]): Whole {
  const columns = (raised[0] ?? []).map((_, column) => sum(raised.map((row) => row[column] ?? 0)));
  return { responses: sum(responses), raised: columns };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
