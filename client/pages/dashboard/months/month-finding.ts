// What figure 4 lets one say: what rises and what falls, where the test says so.
import type { MonthSeries, Series } from './month-series.ts';

export type MonthFinding =
  /** fewer than four months to look at, or numbers, which follow how much was collected */
  | { readonly kind: 'short' }
  | { readonly kind: 'unclear'; readonly months: number }
  | { readonly kind: 'trend'; readonly up: readonly Series[]; readonly down: readonly Series[] };

export function monthFinding({ series, usable, measure }: MonthSeries): MonthFinding {
  if (usable < 4 || measure === 'issues') return { kind: 'short' };
  const up = series.filter(({ verdict }) => verdict === 'up');
  const down = series.filter(({ verdict }) => verdict === 'down');
  if (up.length + down.length === 0) return { kind: 'unclear', months: usable };
  return { kind: 'trend', up, down };
}
