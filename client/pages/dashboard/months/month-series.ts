// Figure 4: each strategy's share of a month's issues. Months without issues are missing and keep their time.
import type { FiguresReply, Filters } from '../../../../shared/api/figures.ts';
import { holm } from '../../../../shared/statistics/adjust-p.ts';
import { mannKendall } from '../../../../shared/statistics/mann-kendall.ts';
import { seasonalMannKendall } from '../../../../shared/statistics/seasonal-trend.ts';
import { type Line, senSlope } from '../../../../shared/statistics/sen-slope.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { leastBase, rankingBase } from '../small-numbers.ts';
import { lastDayOf } from '../view.ts';

export interface Month {
  /** such as `2026-02` */
  readonly month: string;
  /** issues with a strategy */
  readonly issues: number;
  /** all its days are in view and have passed */
  readonly complete: boolean;
  /** few issues: its shares swing by chance */
  readonly thin: boolean;
}

export interface Series {
  readonly strategy: Strategy;
  /** per month */
  readonly issues: readonly number[];
  /** per month, 0–1; null = missing, too few, or not complete */
  readonly shares: readonly (number | null)[];
  readonly line: Line | null;
  /** how much the share changes, 0–1, and in which time; null with too few months */
  readonly change: { readonly share: number; readonly per: 'month' | 'year' } | null;
  /** only where the test says so after correction for all strategies shown */
  readonly verdict: 'up' | 'down' | 'unclear';
}

export interface MonthSeries {
  /**
   * Numbers, and no word about a trend, where shares say little: strategies were chosen, so a share is of each other,
   * or most months have so few issues that their shares swing by chance.
   */
  readonly measure: 'shares' | 'issues';
  readonly months: readonly Month[];
  /** steepest change first */
  readonly series: readonly Series[];
  /** months that have shares */
  readonly usable: number;
  /** issues without a day */
  readonly undated: number;
}

/** months of a row follow each other, which makes p too small: so the bar is higher than 0.05 */
const strict = 0.01;
const alpha = 0.05;

export function monthSeries(reply: FiguresReply, filters: Filters): MonthSeries {
  const rows = (reply.figures['by-month'] ?? []).filter(({ strategy }) => strategy !== 'none');
  const counted = new Map(rows.map((row) => [`${row.month} ${row.strategy}`, row.issues]));
  const shown = strategies.filter((strategy) => filters.strategy?.includes(strategy) ?? true);
  const at = (month: string | null, strategy: Strategy) => counted.get(`${month} ${strategy}`) ?? 0;
  const months = allMonths(rows.flatMap(({ month }) => (month === null ? [] : [month]))).map(
    (month) => {
      const issues = strategies.reduce((sum, strategy) => sum + at(month, strategy), 0);
      const complete = isComplete(month, reply.asOf, filters);
      return { month, issues, complete, thin: issues > 0 && issues < rankingBase };
    },
  );
  const bare = shown.map((strategy) => seriesOf(strategy, months, at));
  return {
    measure: measureOf(months, filters),
    months,
    series: withVerdicts(bare, months),
    usable: months.filter(isUsable).length,
    undated: strategies.reduce((sum, strategy) => sum + at(null, strategy), 0),
  };
}

function measureOf(
  months: readonly Month[],
  { strategy, subPlan }: Filters,
): MonthSeries['measure'] {
  if ((strategy ?? subPlan) !== undefined) return 'issues';
  const complete = months.filter((month) => month.complete && month.issues > 0);
  return complete.filter(({ thin }) => thin).length * 2 > complete.length ? 'issues' : 'shares';
}

function isUsable({ complete, issues }: Month): boolean {
  return complete && issues >= leastBase;
}

type Bare = Pick<Series, 'strategy' | 'issues' | 'shares'>;

function seriesOf(
  strategy: Strategy,
  months: readonly Month[],
  at: (month: string, strategy: Strategy) => number,
): Bare {
  const issues = months.map(({ month }) => at(month, strategy));
  const shares = months.map((month, index) =>
    isUsable(month) ? (issues[index] ?? 0) / month.issues : null,
  );
  return { strategy, issues, shares };
}

function withVerdicts(bare: readonly Bare[], months: readonly Month[]): Series[] {
  const tests = bare.map(({ shares }) => trendOf(shares, months));
  const adjusted = holm(tests.map((test) => test?.p ?? null));
  const series = bare.map((one, index) => {
    const test = tests[index] ?? null;
    const isClear = test !== null && test.p <= strict && (adjusted[index] ?? 1) <= alpha;
    const change = test?.change ?? null;
    const verdict = isClear && change !== null ? direction(change.share) : 'unclear';
    return { ...one, line: senSlope(one.shares), change, verdict } satisfies Series;
  });
  const steepness = ({ line, verdict }: Series) =>
    (verdict === 'unclear' ? 0 : 1) + Math.abs(line?.slope ?? 0);
  return series.toSorted((a, b) => steepness(b) - steepness(a));
}

function direction(change: number): Series['verdict'] {
  return change === 0 ? 'unclear' : change > 0 ? 'up' : 'down';
}

interface Test {
  readonly p: number;
  readonly change: NonNullable<Series['change']>;
}

/** From two years on a month is compared with the same month of other years only. */
function trendOf(shares: readonly (number | null)[], months: readonly Month[]): Test | null {
  if (months.length >= 24) {
    const seasonal = seasonalMannKendall(byYear(shares, months));
    if (seasonal === null) return null;
    return { p: seasonal.p, change: { share: seasonal.slopePerYear, per: 'year' } };
  }
  const test = mannKendall(shares);
  const line = senSlope(shares);
  if (test === null || line === null) return null;
  return { p: test.p, change: { share: line.slope, per: 'month' } };
}

/** Rows of January to December. */
function byYear(shares: readonly (number | null)[], months: readonly Month[]) {
  const years = new Map<string, (number | null)[]>();
  months.forEach(({ month }, at) => {
    const [year = '', number = ''] = month.split('-');
    const row = years.get(year) ?? new Array<number | null>(12).fill(null);
    row[Number(number) - 1] = shares[at] ?? null;
    years.set(year, row);
  });
  return [...years.values()];
}

/** From the first to the last month, also those in between that have nothing. */
function allMonths(known: readonly string[]): string[] {
  const sorted = known.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: string[] = [];
  for (let month = first; month <= last; month = after(month)) months.push(month);
  return months;
}

function after(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** A running month, and one that the chosen days cut, would be compared with whole ones. */
function isComplete(month: string, asOf: string, { from, to }: Filters): boolean {
  const running = new Date(Date.parse(asOf) + 7 * 3_600_000).toISOString().slice(0, 7);
  if (month >= running) return false;
  return (
    (from === undefined || from <= `${month}-01`) && (to === undefined || to >= lastDayOf(month))
  );
}
