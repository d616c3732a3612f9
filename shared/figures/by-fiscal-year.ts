// The months by the years of the budget, which begin in October and are called by the Buddhist year they end in.
import type { CountsOf, FiguresOf } from '../api/figures.ts';
import { buddhistYears } from '../text/calendar.ts';

type Row = FiguresOf<'by-fiscal-year'>['by-fiscal-year'][number];

export function fiscalYearRows({ figures }: CountsOf<'by-month'>): Row[] {
  const rows = new Map<string, Row>();
  for (const { month, strategy, issues } of figures['by-month']) {
    const year = month === null ? null : fiscalYearOf(month);
    const key = `${year} ${strategy}`;
    rows.set(key, { year, strategy, issues: issues + (rows.get(key)?.issues ?? 0) });
  }
  return [...rows.values()];
}

/** `month` such as `2026-02` → 2569 */
export function fiscalYearOf(month: string): number {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year + (number >= 10 ? 1 : 0) + buddhistYears;
}
