import { useMemo } from 'preact/hooks';
import type {
  MonthCount,
  MonthSeries,
  StrategySeries,
  TrendClaim,
} from '../../../../shared/figures/by-month.ts';
import { strategyNames } from '../../../../shared/survey/strategies.ts';
import {
  formatMonth,
  formatNumber,
  formatPercent,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { ChartStage } from '../../../ui/charts/ChartStage.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { type LineDrawing, lineConfig } from '../../../ui/charts/line-config.ts';
import { type DashboardView, monthFilter, responsesHref } from '../view.ts';
import type { SharedScale } from './scale-of.ts';

interface MonthPlotProps {
  readonly months: readonly MonthCount[];
  readonly series: StrategySeries;
  readonly trend: TrendClaim | null;
  readonly scale: SharedScale;
  readonly measure: Measure;
  /** is there enough to speak of a trend at all? */
  readonly isJudged: boolean;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
}

type Measure = MonthSeries['measure'];

/** One strategy over the months. */
export function MonthPlot(props: MonthPlotProps) {
  const { months, series, trend, scale, measure, isJudged, view, theme } = props;
  const speech = useI18n();
  const words = speech.t.dashboard;
  const drawing = useMemo(
    () => drawingOf(months, series, scale, measure, theme),
    [months, series, scale, measure, theme],
  );
  const config = useMemo(() => lineConfig(drawing, theme), [drawing, theme]);
  const points = useMemo(
    () => pointsOf(months, series, measure, view, speech),
    [months, series, measure, view, speech],
  );
  const name = strategyName(series.strategy, speech.lang);
  const { no } = strategyNames[series.strategy];
  return (
    <div>
      <h3>
        <i class={`key k${no}`} aria-hidden="true" />
        <span>
          {no} {name}
        </span>
      </h3>
      {isJudged && <Verdict trend={trend} />}
      <ChartStage
        config={config}
        points={points}
        label={`${name}. ${isJudged ? verdictWord(trend, speech) : ''}`}
        hint={words.chartHint}
        role={words.chart}
        height={(142 / 16) * theme.rem}
      />
      <Ends drawing={drawing} months={months} />
    </div>
  );
}

function verdictWord(trend: TrendClaim | null, { t }: Speech): string {
  if (trend === null) return t.dashboard.unclear;
  return trend.code === 'rises' ? t.dashboard.up : t.dashboard.down;
}

function Verdict({ trend }: { readonly trend: TrendClaim | null }) {
  const speech = useI18n();
  return (
    <p class="verdict">
      <b>{verdictWord(trend, speech)}</b>
      {trend !== null && (
        <> {speech.t.findings.pace[trend.per](formatSignedPoints(trend.points))}</>
      )}
    </p>
  );
}

/** The first and the last month, below the plot. */
function Ends({
  drawing,
  months,
}: {
  readonly drawing: LineDrawing;
  readonly months: readonly MonthCount[];
}) {
  const { lang } = useI18n();
  return (
    <p class="ends" aria-hidden="true">
      {[drawing.from, drawing.to].map((at) => (
        <span key={at}>{shortMonth(months[at]?.month ?? '', lang)}</span>
      ))}
    </p>
  );
}

function valuesOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  measure: Measure,
): (number | null)[] {
  if (measure === 'shares') return [...series.shares];
  return months.map(({ complete, issues }, at) =>
    complete && issues > 0 ? (series.issues[at] ?? null) : null,
  );
}

function drawingOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  scale: SharedScale,
  measure: Measure,
  theme: ChartTheme,
): LineDrawing {
  const values = valuesOf(months, series, measure);
  const { line } = series;
  const isShown = measure === 'shares' && line !== null;
  const ends = [
    values.findIndex((value) => value !== null),
    values.findLastIndex((value) => value !== null),
  ] as const;
  const onLine = (x: number) => ({ x, y: (line?.intercept ?? 0) + x * (line?.slope ?? 0) });
  const print = (value: number) =>
    measure === 'shares' ? (value * 100).toFixed(1) : formatNumber(value);
  return {
    points: values.map((y, x) => ({ x, y })),
    from: Math.max(0, ends[0]),
    to: ends[1],
    trend: isShown ? [onLine(ends[0]), onLine(ends[1])] : null,
    thin: months.flatMap(({ thin, complete }, at) =>
      measure === 'shares' && thin && complete ? [at] : [],
    ),
    colour: theme.strategies[series.strategy],
    top: scale.top,
    ticks: scale.ticks,
    tickText: (value) => tickText(value, scale, measure),
    endText: print(values.findLast((value) => value !== null) ?? 0),
  };
}

/** only the highest carries its unit */
function tickText(value: number, { ticks }: SharedScale, measure: Measure): string {
  if (measure === 'issues') return formatNumber(value);
  const percent = Number((value * 100).toFixed(1));
  return value === ticks.at(-1) ? `${percent}%` : String(percent);
}

/** with a two-digit year: a series may span several */
function shortMonth(month: string, lang: Speech['lang']): string {
  return formatMonth(month, lang).replace(/\d\d(\d\d)$/, '$1');
}

function pointsOf(
  months: readonly MonthCount[],
  series: StrategySeries,
  measure: Measure,
  view: DashboardView,
  { t, lang }: Speech,
) {
  const values = valuesOf(months, series, measure);
  return months.map(({ month, issues }, at) => {
    const value = values[at] ?? null;
    if (value === null) return null;
    const count = formatNumber(series.issues[at] ?? 0);
    const share = formatPercent((series.issues[at] ?? 0) / issues);
    return {
      say: t.dashboard.monthSay(
        formatMonth(month, lang),
        strategyName(series.strategy, lang),
        measure === 'shares' ? share : count,
        count,
      ),
      href: responsesHref(view, {
        ...monthFilter(view.filters, month),
        strategy: [series.strategy],
      }),
    };
  });
}
