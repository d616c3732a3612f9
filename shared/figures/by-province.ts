// The provinces, by issues or by issues per 100,000 registered residents, and how much comes from how few of them.
import type { ProvinceClaim } from '../api/claims.ts';
import type { CountsOf } from '../api/figures.ts';
import type { Province } from '../places/provinces.ts';
import { provincesInView } from './provinces-in-view.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export type ProvinceMeasure = 'issues' | 'rate';

export interface ProvinceCount {
  readonly province: Province;
  readonly issues: number;
  readonly responses: number;
  /** issues per 100,000 registered residents; null under 5 issues */
  readonly rate: number | null;
  /** no counted response: missing, not zero */
  readonly silent: boolean;
}

type Counts = CountsOf<'by-province'>;

/** Highest first; without a value last, in the order of codes. */
export function provinceCounts(counts: Counts, measure: ProvinceMeasure): ProvinceCount[] {
  const sums = new Map(counts.figures['by-province'].map((row) => [row.province, row]));
  const rows = provincesInView(counts.filters, counts.filters.scope).map((province) => {
    const { issues = 0, responses = 0 } = sums.get(province.code) ?? {};
    const rate = issues < leastBase ? null : (issues * 100_000) / province.population;
    return { province, issues, responses, rate, silent: responses === 0 };
  });
  const value = (row: ProvinceCount) => (measure === 'issues' ? row.issues : (row.rate ?? -1));
  return rows.toSorted((a, b) => Number(a.silent) - Number(b.silent) || value(b) - value(a));
}

/** Provinces in view without a counted response, in the order of their codes. */
export function silentProvinces({ filters, figures }: Counts): Province[] {
  const reporting = new Set(
    figures['by-province'].filter(({ responses }) => responses > 0).map(({ province }) => province),
  );
  return provincesInView(filters, filters.scope).filter(({ code }) => !reporting.has(code));
}

/** how many provinces are looked at together */
export const topCount = 10;

export function provinceClaims(counts: Counts): ProvinceClaim[] {
  return [...concentration(counts), ...mostForPopulation(counts)];
}

function concentration(counts: Counts): ProvinceClaim[] {
  const rows = provinceCounts(counts, 'issues');
  const total = sumOf(rows, ({ issues }) => issues);
  const reporting = rows.filter((row) => !row.silent);
  // the first ten of eleven are no news
  if (total < rankingBase || reporting.length < 2 * topCount) return [];
  const top = rows.slice(0, topCount);
  const people = ({ province }: ProvinceCount) => province.population;
  return [
    {
      code: 'concentrated',
      provinces: topCount,
      issues: sumOf(top, ({ issues }) => issues) / total,
      people: sumOf(top, people) / sumOf(rows, people),
    },
  ];
}

function mostForPopulation(counts: Counts): ProvinceClaim[] {
  const rows = provinceCounts(counts, 'rate');
  const [first] = rows;
  const reporting = rows.filter((row) => !row.silent);
  if (first === undefined || first.rate === null || reporting.length < 2) return [];
  return [{ code: 'most-for-population', province: first.province.code, rate: first.rate }];
}

function sumOf(rows: readonly ProvinceCount[], of: (row: ProvinceCount) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** What is said of the provinces by this measure; null where nothing can be said. */
export function provinceFinding(
  claims: readonly ProvinceClaim[],
  measure: ProvinceMeasure,
): ProvinceClaim | null {
  const code = measure === 'issues' ? 'concentrated' : 'most-for-population';
  return claims.find((claim) => claim.code === code) ?? null;
}
