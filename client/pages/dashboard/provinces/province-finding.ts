// What figure 2 lets one say: how much comes from how few provinces, beside their share of the people.
import type { ProvinceMeasure, ProvinceRow } from './province-rows.ts';

export type ProvinceFinding =
  | { readonly kind: 'plain' }
  /** shares 0–1 of all issues and of all registered residents in view */
  | {
      readonly kind: 'top';
      readonly count: number;
      readonly issues: number;
      readonly people: number;
    }
  | { readonly kind: 'rate'; readonly first: ProvinceRow };

export const topCount = 10;

export function provinceFinding(
  rows: readonly ProvinceRow[],
  measure: ProvinceMeasure,
): ProvinceFinding {
  const total = rows.reduce((sum, row) => sum + row.issues, 0);
  const reporting = rows.filter((row) => !row.silent);
  if (measure === 'rate') {
    const first = rows[0];
    return first === undefined || first.rate === null || reporting.length < 2
      ? { kind: 'plain' }
      : { kind: 'rate', first };
  }
  // the first ten of eleven are no news
  if (total < 30 || reporting.length < 2 * topCount) return { kind: 'plain' };
  const top = rows.slice(0, topCount);
  const people = rows.reduce((sum, row) => sum + row.province.population, 0);
  return {
    kind: 'top',
    count: topCount,
    issues: top.reduce((sum, row) => sum + row.issues, 0) / total,
    people: top.reduce((sum, row) => sum + row.province.population, 0) / people,
  };
}
