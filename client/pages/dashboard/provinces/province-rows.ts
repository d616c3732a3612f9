// Figure 2: the provinces, by issues or by issues per 100,000 registered residents.
import type { FiguresReply } from '../../../../shared/api/figures.ts';
import type { Province } from '../../../../shared/places/provinces.ts';
import { leastBase } from '../small-numbers.ts';

export type ProvinceMeasure = 'issues' | 'rate';

export interface ProvinceRow {
  readonly province: Province;
  readonly issues: number;
  readonly responses: number;
  /** issues per 100,000 registered residents; null under 5 issues */
  readonly rate: number | null;
  /** no counted response: missing, not zero */
  readonly silent: boolean;
}

/** Highest first; without a value last, in the order of codes. */
export function provinceRows(
  reply: FiguresReply,
  inView: readonly Province[],
  measure: ProvinceMeasure,
): ProvinceRow[] {
  const sums = new Map((reply.figures['by-province'] ?? []).map((row) => [row.province, row]));
  const rows = inView.map((province) => {
    const { issues = 0, responses = 0 } = sums.get(province.code) ?? {};
    const rate = issues < leastBase ? null : (issues * 100_000) / province.population;
    return { province, issues, responses, rate, silent: responses === 0 };
  });
  const value = (row: ProvinceRow) => (measure === 'issues' ? row.issues : (row.rate ?? -1));
  return rows.toSorted((a, b) => Number(a.silent) - Number(b.silent) || value(b) - value(a));
}
