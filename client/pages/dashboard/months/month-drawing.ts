// One strategy over the months, as what is drawn and as what its points say.
import type {
  MonthCount,
  MonthSeries,
  StrategySeries,
} from '../../../../shared/figures/by-month.ts';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import type { LineDrawing } from '../../../ui/charts/line-config.ts';
import { type DashboardView, monthFilter, partOf } from '../view.ts';
import type { SharedScale } from './scale-of.ts';

export type Measure = MonthSeries['measure'];

/** null = not plotted: missing, too few, or not complete */
function plottedOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  measure: Measure,
): (number | null)[] {
  if (measure === 'shares') return [...series.shares];
  return months.map(({ complete, issues }, at) =>
    complete && issues > 0 ? (series.issues[at] ?? null) : null,
  );
}

export function drawingOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  hidden: ReadonlySet<string>,
  scale: SharedScale,
  measure: Measure,
  theme: ChartTheme,
): LineDrawing {
  const values = plottedOf(months, series, measure).map((value, at) =>
    hidden.has(`${months[at]?.month} ${series.strategy}`) ? null : value,
  );
  const { line } = series;
  const isShown = measure === 'shares' && line !== null && values.some((value) => value !== null);
  const ends = [
    values.findIndex((value) => value !== null),
    values.findLastIndex((value) => value !== null),
  ] as const;
  const last = values.findLast((value) => value !== null) ?? undefined;
  const onLine = (x: number) => ({ x, y: (line?.intercept ?? 0) + x * (line?.slope ?? 0) });
  const print = (value: number) =>
    measure === 'shares' ? (value * 100).toFixed(1) : formatNumber(value);
  return {
    points: values.map((y, x) => ({ x, y })),
    from: Math.max(0, ends[0]),
    to: ends[1] < 0 ? months.length - 1 : ends[1],
    trend: isShown ? [onLine(ends[0]), onLine(ends[1])] : null,
    thin: months.flatMap(({ thin, complete }, at) =>
      measure === 'shares' && thin && complete ? [at] : [],
    ),
    colour: theme.strategies[series.strategy],
    top: scale.top,
    ticks: scale.ticks,
    tickText: (value) => tickText(value, scale, measure),
    endText: last === undefined ? '' : print(last),
  };
}

/** only the highest carries its unit */
function tickText(value: number, { ticks }: SharedScale, measure: Measure): string {
  if (measure === 'issues') return formatNumber(value);
  const percent = Number((value * 100).toFixed(1));
  return value === ticks.at(-1) ? `${percent}%` : String(percent);
}

/** Of each month that is plotted: what it says, and where it leads. */
export function pointsOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  measure: Measure,
  view: DashboardView,
  { t, lang }: Speech,
) {
  const values = plottedOf(months, series, measure);
  return months.map(({ month, issues }, at) => {
    const value = values[at] ?? null;
    if (value === null) return null;
    const count = formatNumber(series.issues[at] ?? 0);
    const share = formatPercent((series.issues[at] ?? 0) / issues, issues);
    return {
      say: t.dashboard.monthSay(
        formatMonth(month, lang),
        strategyName(series.strategy, lang),
        measure === 'shares' ? share : count,
        count,
      ),
      ...partOf(view, {
        ...monthFilter(view.filters, month),
        strategy: [series.strategy],
      }),
    };
  });
}
