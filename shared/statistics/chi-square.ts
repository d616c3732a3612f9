// The χ² distribution, and what it says of a table of counts: do rows and columns hang together, how strongly, and where.
import { bisect } from './bisect.ts';
import { lowerGamma, upperGamma } from './gamma.ts';
import { againstExpected } from './stands-out.ts';

type Table = readonly (readonly number[])[];

/** P(X ≥ x). */
export function chiSquareUpperP(x: number, df: number): number {
  return upperGamma(df / 2, x / 2);
}

/** The x with P(X ≤ x) = p, for p in (0, 1). */
export function chiSquareQuantile(p: number, df: number): number {
  const isBelow = (x: number) =>
    p < 0.5 ? lowerGamma(df / 2, x / 2) < p : chiSquareUpperP(x, df) > 1 - p;
  let high = df + 1;
  while (isBelow(high)) high *= 2;
  return bisect(0, high, isBelow);
}

export interface Independence {
  readonly statistic: number;
  readonly df: number;
  readonly p: number;
  readonly minExpected: number;
  /** of the cells, 0–1; p is worth showing up to 0.2 and with `minExpected` of at least 1 (Cochran 1954) */
  readonly shareExpectedBelow5: number;
}

/** Pearson's test without Yates' correction; null with fewer than two rows or columns that hold anything. Pearson 1900. */
export function chiSquareIndependence(given: Table): Independence | null {
  const table = withoutEmpty(given);
  const [rows, columns] = [table.map(sum), columnSums(table)];
  if (rows.length < 2 || columns.length < 2) return null;
  const total = sum(rows);
  const expected = rows.map((row) => columns.map((column) => (row * column) / total));
  const cells = expected.flat();
  const statistic = sum(
    expected.flatMap((row, i) => row.map((e, j) => ((table[i]?.[j] ?? 0) - e) ** 2 / e)),
  );
  const df = (rows.length - 1) * (columns.length - 1);
  return {
    statistic,
    df,
    p: chiSquareUpperP(statistic, df),
    minExpected: Math.min(...cells),
    shareExpectedBelow5: cells.filter((e) => e < 5).length / cells.length,
  };
}

/** How strongly rows and columns hang together, 0–1; corrected for what chance alone makes of it. Cramér 1946; Bergsma 2013. */
export function cramersV(
  given: Table,
): { readonly v: number; readonly vCorrected: number | null } | null {
  const test = chiSquareIndependence(given);
  if (test === null) return null;
  const table = withoutEmpty(given);
  const total = sum(table.map(sum));
  const [r, c] = [table.length, table[0]?.length ?? 0];
  const phi2 = test.statistic / total;
  const corrected = Math.max(0, phi2 - test.df / (total - 1));
  const least = Math.min(r - (r - 1) ** 2 / (total - 1), c - (c - 1) ** 2 / (total - 1)) - 1;
  return {
    v: Math.sqrt(phi2 / (Math.min(r, c) - 1)),
    vCorrected: least > 0 ? Math.sqrt(corrected / least) : null,
  };
}

/** How far each cell is from what its row and column let expect, in standard deviations. Haberman 1973. */
export function adjustedResiduals(table: Table): (number | null)[][] {
  const [rows, columns] = [table.map(sum), columnSums(table)];
  const total = sum(rows);
  return table.map((row, i) =>
    row.map((cell, j) => againstExpected(cell, rows[i] ?? 0, columns[j] ?? 0, total).residual),
  );
}

function withoutEmpty(table: Table): number[][] {
  const columns = columnSums(table);
  return table.filter((row) => sum(row) > 0).map((row) => row.filter((_, j) => columns[j] !== 0));
}

function columnSums(table: Table): number[] {
  return (table[0] ?? []).map((_, column) => sum(table.map((row) => row[column] ?? 0)));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
