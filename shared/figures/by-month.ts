// Each strategy's share of a month's issues, and which of them rise or fall. Months without issues are missing and keep their time.
import type { MonthClaim } from '../api/claims.ts';
import type { CountsOf, Filters } from '../api/figures.ts';
import { holm } from '../statistics/adjust-p.ts';
import { testTrend } from '../statistics/mann-kendall.ts';
import { seasonalMannKendall } from '../statistics/seasonal-trend.ts';
import { type Line, senSlope } from '../statistics/sen-slope.ts';
import { type Strategy, strategies } from '../survey/strategies.ts';
import { bangkokDay } from '../text/bangkok-day.ts';
import { lastDayOf } from '../text/calendar.ts';
import { claimAlpha } from './claim-level.ts';
import { monthAxis } from './month-axis.ts';
import { rankingBase } from './small-numbers.ts';

export interface MonthCount {
  /** such as `2026-02` */
  readonly month: string;
  /** issues with a strategy */
  readonly issues: number;
  /** all its days are in view and have passed */
  readonly complete: boolean;
  /** fewer than 30 issues: its shares swing by chance, so it has none */
  readonly thin: boolean;
}

export interface StrategySeries {
  readonly strategy: Strategy;
  /** per month */
  readonly issues: readonly number[];
  /** per month, 0–1; null = missing, under 30, or not complete */
  readonly shares: readonly (number | null)[];
  readonly line: Line | null;
}

export interface MonthSeries {
  /**
   * Numbers, and no word about a trend, where shares say little: strategies were chosen, so a share is of each other,
   * or most months have so few issues that their shares swing by chance.
   */
  readonly measure: 'shares' | 'issues';
  readonly months: readonly MonthCount[];
  /** in the order of the strategies */
  readonly series: readonly StrategySeries[];
  /** months that have shares */
  readonly usable: number;
  /** months with a value of what is measured */
  readonly drawn: number;
  /** issues without a day */
  readonly undated: number;
  /** issues so far from all others that a wrong year is likely: before the first month, and after the last */
  readonly before: number;
  readonly after: number;
}

type Counts = CountsOf<'by-month'>;

export function monthSeries({ asOf, filters, figures }: Counts): MonthSeries {
  const rows = figures['by-month'].filter(({ strategy }) => strategy !== 'none');
  const counted = new Map(rows.map((row) => [`${row.month} ${row.strategy}`, row.issues]));
  // one sub-plan has the issues of few strategies: the others would be empty charts
  const isOfSubPlan = filters.subPlan !== undefined;
  const raised = new Set(rows.map(({ strategy }) => strategy));
  const shown = strategies.filter(
    (strategy) => filters.strategy?.includes(strategy) ?? (!isOfSubPlan || raised.has(strategy)),
  );
  const at = (month: string | null, strategy: Strategy) => counted.get(`${month} ${strategy}`) ?? 0;
  const sumOf = (month: string | null) =>
    strategies.reduce((sum, strategy) => sum + at(month, strategy), 0);
  const known = [...new Set(rows.flatMap(({ month }) => month ?? []))];
  const axis = monthAxis(known.map((month) => ({ month, issues: sumOf(month) })));
  const months = axis.months.map((month) => {
    const issues = sumOf(month);
    const complete = isComplete(month, asOf, filters);
    return { month, issues, complete, thin: issues > 0 && issues < rankingBase };
  });
  const measure = measureOf(months, filters);
  const counting = months.filter(({ complete, issues }) => complete && issues > 0);
  const usable = months.filter(isUsable).length;
  return {
    measure,
    months,
    series: shown.map((strategy) => seriesOf(strategy, months, at)),
    usable,
    drawn: measure === 'shares' ? usable : counting.length,
    undated: sumOf(null),
    before: axis.before,
    after: axis.after,
  };
}

function measureOf(
  months: readonly MonthCount[],
  { strategy, subPlan }: Filters,
): MonthSeries['measure'] {
  if ((strategy ?? subPlan) !== undefined) return 'issues';
  const complete = months.filter((month) => month.complete && month.issues > 0);
  return complete.filter(({ thin }) => thin).length * 2 > complete.length ? 'issues' : 'shares';
}

function isUsable({ complete, issues }: MonthCount): boolean {
  return complete && issues >= rankingBase;
}

function seriesOf(
  strategy: Strategy,
  months: readonly MonthCount[],
  at: (month: string, strategy: Strategy) => number,
): StrategySeries {
  const issues = months.map(({ month }) => at(month, strategy));
  const shares = months.map((month, index) =>
    isUsable(month) ? (issues[index] ?? 0) / month.issues : null,
  );
  return { strategy, issues, shares, line: senSlope(shares) };
}

export type TrendClaim = Exclude<MonthClaim, { code: 'no-trend' }>;

/** fewer months say nothing about a trend */
const leastMonths = 4;

/** Nothing where there are few months, or numbers, which follow how much was collected. */
export function monthClaims(counts: Counts): MonthClaim[] {
  const { series, months, usable, measure } = monthSeries(counts);
  if (usable < leastMonths || measure === 'issues') return [];
  const trends = judgedTrends(series, months).flatMap(({ strategy, line, test, pAdjusted }) => {
    const isClear = test !== null && (pAdjusted ?? 1) <= claimAlpha;
    if (!isClear || test.change === 0) return [];
    const code = test.change > 0 ? ('rises' as const) : ('falls' as const);
    const claim: TrendClaim = { code, strategy, points: test.change * 100, per: test.per };
    return [{ claim, steepness: Math.abs(line?.slope ?? 0) }];
  });
  if (trends.length === 0) return [{ code: 'no-trend', months: usable }];
  return trends.toSorted((a, b) => b.steepness - a.steepness).map(({ claim }) => claim);
}

export interface TrendTest {
  readonly p: number;
  /** of the share, 0–1, in a month or in a year */
  readonly change: number;
  readonly per: TrendClaim['per'];
}

/** Each strategy with its test, and its p corrected for all of them (Holm). */
export function judgedTrends(series: readonly StrategySeries[], months: readonly MonthCount[]) {
  const tests = series.map((one) => trendOf(one, months));
  const adjusted = holm(tests.map((test) => test?.p ?? null));
  return series.map((one, index) => ({
    ...one,
    test: tests[index] ?? null,
    pAdjusted: adjusted[index] ?? null,
  }));
}

/** From two years on a month is compared with the same month of other years only. */
function trendOf(
  { shares, line }: StrategySeries,
  months: readonly MonthCount[],
): TrendTest | null {
  if (months.length >= 24) {
    const seasonal = seasonalMannKendall(byYear(shares, months));
    return seasonal && { p: seasonal.p, change: seasonal.slopePerYear, per: 'year' };
  }
  const test = testTrend(shares);
  if (test === null || line === null) return null;
  return { p: test.p, change: line.slope, per: 'month' };
}

/** Rows of January to December. */
function byYear(shares: readonly (number | null)[], months: readonly MonthCount[]) {
  const years = new Map<string, (number | null)[]>();
  months.forEach(({ month }, at) => {
    const [year = '', number = ''] = month.split('-');
    const row = years.get(year) ?? new Array<number | null>(12).fill(null);
    row[Number(number) - 1] = shares[at] ?? null;
    years.set(year, row);
  });
  return [...years.values()];
}

/** A running month, and one that the chosen days cut, would be compared with whole ones. */
function isComplete(month: string, asOf: string, { from, to }: Filters): boolean {
  if (month >= bangkokDay(new Date(asOf)).slice(0, 7)) return false;
  return (
    (from === undefined || from <= `${month}-01`) && (to === undefined || to >= lastDayOf(month))
  );
}

/** What rises and what falls, steepest first. */
export interface TrendFinding {
  readonly rising: readonly TrendClaim[];
  readonly falling: readonly TrendClaim[];
}

/** null where nothing can be said, the number of months where no trend is clear. */
export function monthFinding(claims: readonly MonthClaim[]): TrendFinding | number | null {
  const [first] = claims;
  if (first === undefined) return null;
  if (first.code === 'no-trend') return first.months;
  const trends = claims.filter((claim): claim is TrendClaim => claim.code !== 'no-trend');
  return {
    rising: trends.filter(({ code }) => code === 'rises'),
    falling: trends.filter(({ code }) => code === 'falls'),
  };
}
