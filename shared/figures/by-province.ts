// The provinces, by number, by registered residents, or by share of what they sent; how much comes from how few of them, and
// whether the first can be told from the others.
import type { ProvinceClaim } from '../api/claims.ts';
import type { Bounded } from '../api/derived-figures.ts';
import { type CountsOf, type Filters, issueFilters } from '../api/figures.ts';
import type { Province } from '../places/provinces.ts';
import { poissonRate } from '../statistics/poisson-rate.ts';
import { wilson } from '../statistics/wilson.ts';
import { provinceOrders } from './province-order.ts';
import { provincesInView } from './provinces-in-view.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

/** `rate`: responses per 100,000 registered residents; `share`: of the responses received there */
export type ProvinceMeasure = 'issues' | 'rate' | 'share';

/** What is counted of a province. */
export interface ProvinceSums {
  readonly province: Province;
  readonly issues: number;
  readonly responses: number;
  /** responses received there before looking at what their issues are about */
  readonly of: number;
  /** nothing of it counts in this round: missing, not zero */
  readonly silent: boolean;
}

/** With what is shown of it, which claims do without: intervals of millions take their time. */
export interface ProvinceCount extends ProvinceSums {
  /** null under 5 responses */
  readonly rate: Bounded | null;
  /** 0–1; null under a base of 5 */
  readonly share: Bounded | null;
}

type Counts = CountsOf<'by-province'>;

/** A share says something only where issues were chosen: without that it is all of what was received. */
export function hasShares(filters: Filters): boolean {
  return issueFilters.some((name) => filters[name] !== undefined);
}

/** What is shown first: what does not follow how much was collected, where there is such a measure. */
export function usualMeasure(filters: Filters): ProvinceMeasure {
  return hasShares(filters) ? 'share' : 'issues';
}

/** In the order of their codes. */
export function provinceSums({ filters, figures }: Counts): ProvinceSums[] {
  const sums = new Map(figures['by-province'].map((row) => [row.province, row]));
  return provincesInView(filters, filters.scope).map((province) => {
    const { issues = 0, responses = 0, of = 0, reporting } = sums.get(province.code) ?? {};
    return { province, issues, responses, of, silent: reporting !== true };
  });
}

function withIntervals(row: ProvinceSums): ProvinceCount {
  const { province, responses, of } = row;
  const rate = responses < leastBase ? null : poissonRate(responses, province.population);
  const share = of < leastBase ? null : wilson(responses, of);
  return {
    ...row,
    rate: rate && { ...rate, value: rate.rate },
    share: share && { ...share, value: share.share },
  };
}

export function measured(row: ProvinceCount, measure: ProvinceMeasure): number | null {
  return measure === 'issues' ? row.issues : (row[measure]?.value ?? null);
}

/** Highest first; few beside what has enough to be ranked, and those without a value last. */
export function provinceCounts(counts: Counts, measure: ProvinceMeasure): ProvinceCount[] {
  const isShare = measure === 'share';
  const group = (row: ProvinceCount) => {
    if (row.silent) return 3;
    if (measured(row, measure) === null) return 2;
    return isShare && row.of < rankingBase ? 1 : 0;
  };
  return provinceSums(counts)
    .map(withIntervals)
    .toSorted(
      (a, b) =>
        group(a) - group(b) ||
        (measured(b, measure) ?? 0) - (measured(a, measure) ?? 0) ||
        b.of - a.of,
    );
}

/** Provinces in view that have sent nothing that counts in this round, in the order of their codes. */
export function silentProvinces(counts: Counts): Province[] {
  return provinceSums(counts).flatMap(({ silent, province }) => (silent ? [province] : []));
}

/** Provinces that report, and have nothing that matches the filters. */
export function unmatchedProvinces(counts: Counts): Province[] {
  return provinceSums(counts).flatMap(({ silent, responses, province }) =>
    !silent && responses === 0 ? [province] : [],
  );
}

/** how many provinces are looked at together */
export const topCount = 10;

export function provinceClaims(counts: Counts): ProvinceClaim[] {
  const rows = provinceSums(counts);
  const reporting = rows.filter(({ silent }) => !silent);
  return [
    ...(hasShares(counts.filters) ? [] : concentration(rows)),
    ...provinceOrders(reporting, hasShares(counts.filters)),
  ];
}

function concentration(all: readonly ProvinceSums[]): ProvinceClaim[] {
  const rows = all.toSorted((a, b) => b.issues - a.issues);
  const total = sumOf(rows, ({ issues }) => issues);
  const matching = rows.filter((row) => row.responses > 0);
  // the first ten of eleven are no news
  if (total < rankingBase || matching.length < 2 * topCount) return [];
  const top = rows.slice(0, topCount);
  const people = ({ province }: ProvinceSums) => province.population;
  return [
    {
      code: 'concentrated',
      provinces: topCount,
      issues: sumOf(top, ({ issues }) => issues) / total,
      people: sumOf(top, people) / sumOf(rows, people),
    },
  ];
}

function sumOf(rows: readonly ProvinceSums[], of: (row: ProvinceSums) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

export type OrderOfProvinces = Extract<ProvinceClaim, { code: 'first' }>;

/** Which provinces are first by this measure, and whether that is more than chance; null where nothing can be said. */
export function provinceOrder(
  claims: readonly ProvinceClaim[],
  measure: ProvinceMeasure,
): OrderOfProvinces | null {
  return (
    claims.find(
      (claim): claim is OrderOfProvinces => claim.code === 'first' && claim.measure === measure,
    ) ?? null
  );
}

/** What is said of the provinces by this measure; null where nothing can be said. */
export function provinceFinding(
  claims: readonly ProvinceClaim[],
  measure: ProvinceMeasure,
): ProvinceClaim | null {
  const concentrated = claims.find(({ code }) => code === 'concentrated');
  return (measure === 'issues' && concentrated) || provinceOrder(claims, measure);
}
