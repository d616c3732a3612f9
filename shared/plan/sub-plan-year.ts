// What one sub-plan was in a fiscal year: its share of what was sorted into any sub-plan, against the year before, by region and by
// quarter. How much is linked differs from year to year, so every share is of what is sorted, never of everything.
import type { CountsOf } from '../api/figures.ts';
import { claimAlpha } from '../figures/claim-level.ts';
import { hiddenOnMap, isSmall } from '../figures/not-for-outside.ts';
import { leastBase, rankingBase } from '../figures/small-numbers.ts';
import { provinceByCode, type RegionId, regionIds } from '../places/provinces.ts';
import { hiddenOf } from '../statistics/hide-small.ts';
import { compareGroups } from '../statistics/two-groups.ts';
import { type Interval, wilson } from '../statistics/wilson.ts';
import { buddhistYears } from '../text/calendar.ts';

/** Asked with the days of the year and with every sub-plan of the round as the filter. */
export const yearFigures = [
  'by-sub-plan',
  'province-sub-plan',
  'month-sub-plan',
  'by-province',
  'by-month',
] as const;
export type YearCounts = CountsOf<(typeof yearFigures)[number]>;

/** First and last day of a fiscal year: 2569 is 2025-10-01 to 2026-09-30. */
export function daysOfFiscalYear(year: number): { readonly from: string; readonly to: string } {
  const ends = year - buddhistYears;
  return { from: `${ends - 1}-10-01`, to: `${ends}-09-30` };
}

export interface RegionShare {
  readonly region: RegionId;
  readonly issues: number;
  readonly responses: number;
  /** responses of the region that are sorted into any sub-plan */
  readonly of: number;
  /** null under 5 of them */
  readonly share: Interval | null;
}

export interface QuarterShare {
  /** fiscal year, and 1 (October to December) to 4 */
  readonly year: number;
  readonly quarter: number;
  readonly issues: number;
  readonly responses: number;
  /** issues that are sorted into any sub-plan */
  readonly of: number;
}

export interface SubPlanYear {
  readonly subPlan: string;
  readonly issues: number;
  readonly responses: number;
  readonly affected: number;
  readonly affectedKnown: number;
  readonly severity: { readonly mean: number | null; readonly n: number };
  /** responses of the year that are sorted into any sub-plan: what the share is of */
  readonly of: number;
  readonly share: Interval | null;
  /** of the year before; null where either year has fewer than 5 sorted responses */
  readonly before: { readonly responses: number; readonly of: number } | null;
  /** this year minus the one before, in shares; `differs`: clear after Holm over all sub-plans, and neither year small */
  readonly change: {
    readonly difference: number;
    readonly low: number;
    readonly high: number;
    readonly differs: boolean;
  } | null;
  /** provinces that raise it */
  readonly provinces: number;
  /** those that say most of it first; none without a sorted response */
  readonly regions: readonly RegionShare[];
  /** of the year before and of this one, in order; those with nothing sorted too */
  readonly quarters: readonly QuarterShare[];
}

/** In the order of `ids`. */
export function subPlanYears(
  ids: readonly string[],
  year: number,
  now: YearCounts,
  before: YearCounts,
): SubPlanYear[] {
  const groups = [now, before].map(({ strip, figures }) => ({
    responses: strip.responses,
    raised: ids.map(
      (id) => figures['by-sub-plan'].find((row) => row.subPlan === id)?.responses ?? 0,
    ),
  }));
  const [here, there] = groups;
  if (!here || !there) return [];
  const tests = compareGroups(here, there, claimAlpha);
  const smallest = Math.min(here.responses, there.responses);
  return ids.map((id, at) => {
    const counts = now.figures['by-sub-plan'].find(({ subPlan }) => subPlan === id);
    const responses = counts?.responses ?? 0;
    const { difference = null, low = null, high = null, differs = false } = tests[at] ?? {};
    const isKnown = smallest >= leastBase && difference !== null && low !== null && high !== null;
    return {
      subPlan: id,
      issues: counts?.issues ?? 0,
      responses,
      affected: counts?.affected ?? 0,
      affectedKnown: counts?.affectedKnown ?? 0,
      severity: counts?.severity ?? { mean: null, n: 0 },
      of: here.responses,
      share: here.responses < leastBase ? null : wilson(responses, here.responses),
      before:
        smallest < leastBase ? null : { responses: there.raised[at] ?? 0, of: there.responses },
      change: isKnown
        ? { difference, low, high, differs: differs && smallest >= rankingBase }
        : null,
      provinces: placesOf(id, now).filter((one) => one.responses > 0).length,
      regions: regionsOf(id, now),
      quarters: [...quartersOf(id, year - 1, before), ...quartersOf(id, year, now)],
    };
  });
}

/** Every province, with what is sorted there. */
function placesOf(id: string, { figures }: YearCounts) {
  const here = new Map(
    figures['province-sub-plan']
      .filter(({ subPlan }) => subPlan === id)
      .map((row) => [row.province, row]),
  );
  return figures['by-province'].map(({ province, responses: of }) => {
    const { issues = 0, responses = 0 } = here.get(province) ?? {};
    return { province, issues, responses, of };
  });
}

/** Codes of provinces that are not named outside, by the rule of the map. */
export const hiddenPlaces = (id: string, counts: YearCounts): ReadonlySet<string> =>
  hiddenOnMap(placesOf(id, counts));

function regionsOf(id: string, counts: YearCounts): RegionShare[] {
  const places = placesOf(id, counts);
  return regionIds
    .map((region) => {
      const those = places.filter(({ province }) => provinceByCode(province)?.region === region);
      const sum = (name: 'issues' | 'responses' | 'of') =>
        those.reduce((n, one) => n + one[name], 0);
      const [responses, of] = [sum('responses'), sum('of')];
      const share = of < leastBase ? null : wilson(responses, of);
      return { region, issues: sum('issues'), responses, of, share };
    })
    .filter(({ of }) => of > 0)
    .sort((a, b) => (b.share?.share ?? -1) - (a.share?.share ?? -1));
}

/** Regions whose numbers are not for outside. */
export const hiddenRegions = ({ regions }: Pick<SubPlanYear, 'regions'>): ReadonlySet<string> =>
  hiddenOnMap(regions.map(({ region, ...counts }) => ({ ...counts, province: region })));

function quartersOf(id: string, year: number, { figures }: YearCounts): QuarterShare[] {
  return [1, 2, 3, 4].map((quarter) => {
    const months = monthsOf(year, quarter);
    const isThen = ({ month }: { readonly month: string | null }) => months.includes(month ?? '');
    const its = figures['month-sub-plan'].filter((row) => row.subPlan === id && isThen(row));
    return {
      year,
      quarter,
      issues: its.reduce((n, { issues }) => n + issues, 0),
      responses: its.reduce((n, { responses }) => n + responses, 0),
      of: figures['by-month'].filter(isThen).reduce((n, { issues }) => n + issues, 0),
    };
  });
}

function monthsOf(year: number, quarter: number): string[] {
  return [0, 1, 2].map((month) => {
    const at = 9 + (quarter - 1) * 3 + month;
    const calendar = year - buddhistYears - 1 + Math.floor(at / 12);
    return `${calendar}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Indexes of quarters whose numbers are not for outside; the quarters of a year add up to it. */
export function hiddenQuarters({ quarters }: Pick<SubPlanYear, 'quarters'>): ReadonlySet<number> {
  const half = quarters.length / 2;
  const lines = [0, half].map((from) => ({
    parts: quarters.slice(from, from + half).map((_, at) => from + at),
    total: null,
  }));
  // many issues of few people tell of those people
  const few = quarters.flatMap(({ responses }, at) => (isSmall(responses) ? [at] : []));
  return hiddenOf(
    quarters.map(({ issues }) => issues),
    lines,
    few,
  );
}
