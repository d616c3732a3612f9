import { useMemo } from 'preact/hooks';
import type {
  MonthCount,
  StrategySeries,
  TrendClaim,
} from '../../../../shared/figures/by-month.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import { strategyNames } from '../../../../shared/survey/strategies.ts';
import { formatMonth, formatSignedPoints } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { ChartStage } from '../../../ui/charts/ChartStage.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { type LineDrawing, lineConfig } from '../../../ui/charts/line-config.ts';
import { Running } from '../../../ui/Running.tsx';
import type { DashboardView } from '../view.ts';
import { drawingOf, type Measure, pointsOf } from './month-drawing.ts';
import type { SharedScale } from './scale-of.ts';

interface MonthPlotProps {
  readonly months: readonly MonthCount[];
  /** `{month} {strategy}` of numbers that are not for outside */
  readonly hidden: ReadonlySet<string>;
  readonly series: StrategySeries;
  readonly trend: TrendClaim | null;
  readonly scale: SharedScale;
  readonly measure: Measure;
  /** is there enough to speak of a trend at all? */
  readonly isJudged: boolean;
  readonly view: DashboardView;
  readonly theme: ChartTheme;
  /** px at normal letter size */
  readonly height: number;
}

/** One strategy over the months. */
export function MonthPlot(props: MonthPlotProps) {
  const { months, hidden, series, trend, scale, measure, isJudged, view, theme, height } = props;
  const speech = useI18n();
  const words = speech.t.dashboard;
  const drawing = useMemo(
    () => drawingOf(months, series, hidden, scale, measure, theme),
    [months, series, hidden, scale, measure, theme],
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
          {no} <Running text={name} />
        </span>
      </h3>
      {isJudged && <Verdict trend={trend} />}
      <ChartStage
        config={config}
        points={points}
        label={`${name}. ${isJudged ? verdictWord(trend, speech) : ''}`}
        hint={words.chartHint}
        role={words.chart}
        height={(height / 16) * theme.rem}
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
        <> {speech.t.findings.pace[trend.per](formatSignedPoints(trend.points, rankingBase))}</>
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

/** with a two-digit year: a series may span several */
function shortMonth(month: string, lang: Speech['lang']): string {
  return formatMonth(month, lang).replace(/\d\d(\d\d)$/, '$1');
}
