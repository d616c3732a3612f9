import { useMemo } from 'preact/hooks';
import { strategyNames } from '../../../../shared/survey/strategies.ts';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { ChartStage } from '../../../ui/charts/ChartStage.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { type LineDrawing, lineConfig } from '../../../ui/charts/line-config.ts';
import { type Speech, signedPoints } from '../sentences.ts';
import { type DashboardView, monthFilter, responsesHref } from '../view.ts';
import type { Month, Series } from './month-series.ts';
import type { Scale } from './scale-of.ts';

interface MonthPlotProps {
  readonly months: readonly Month[];
  readonly series: Series;
  readonly scale: Scale;
  readonly measure: 'shares' | 'issues';
  /** is there enough to speak of a trend at all? */
  readonly judged: boolean;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
}

export function MonthPlot(props: MonthPlotProps) {
  const { months, series, scale, measure, judged, view, theme } = props;
  const speech = useI18n();
  const { t, lang } = speech;
  const drawing = useMemo(
    () => drawingOf(months, series, scale, measure, theme),
    [months, series, scale, measure, theme],
  );
  const config = useMemo(() => lineConfig(drawing, theme), [drawing, theme]);
  const points = useMemo(
    () => pointsOf(months, series, measure, view, speech),
    [months, series, measure, view, speech],
  );
  const name = strategyName(series.strategy, lang);
  const { no } = strategyNames[series.strategy];
  return (
    <div>
      <h3>
        <i class={`key k${no}`} aria-hidden="true" />
        <span>
          {no} {name}
        </span>
      </h3>
      {judged && <Verdict series={series} />}
      <ChartStage
        config={config}
        points={points}
        label={`${name}. ${judged ? t.dashboard[series.verdict] : ''}`}
        hint={t.dashboard.chartHint}
        role={t.dashboard.chart}
        height={(142 / 16) * theme.rem}
      />
      <Ends drawing={drawing} months={months} />
    </div>
  );
}

function Verdict({ series }: { readonly series: Series }) {
  const { t } = useI18n();
  const { verdict, change } = series;
  const words = t.dashboard;
  return (
    <p class="verdict">
      <b>{words[verdict]}</b>
      {verdict !== 'unclear' && change !== null && (
        <> {words.pace[change.per](signedPoints(change.share * 100))}</>
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
  readonly months: readonly Month[];
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

type Measure = MonthPlotProps['measure'];

function valuesOf(months: readonly Month[], series: Series, measure: Measure): (number | null)[] {
  if (measure === 'shares') return [...series.shares];
  return months.map(({ complete, issues }, at) =>
    complete && issues > 0 ? (series.issues[at] ?? null) : null,
  );
}

function drawingOf(
  months: readonly Month[],
  series: Series,
  scale: Scale,
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
function tickText(value: number, { ticks }: Scale, measure: Measure): string {
  if (measure === 'issues') return formatNumber(value);
  const percent = Number((value * 100).toFixed(1));
  return value === ticks.at(-1) ? `${percent}%` : String(percent);
}

/** with a two-digit year: a series may span several */
function shortMonth(month: string, lang: Speech['lang']): string {
  return formatMonth(month, lang).replace(/\d\d(\d\d)$/, '$1');
}

function pointsOf(
  months: readonly Month[],
  series: Series,
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
