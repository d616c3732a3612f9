import { useMemo } from 'preact/hooks';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { clock } from '../../../ui/icons.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-props.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import type { TableTwin } from '../frame/table-twin.ts';
import { monthSentence, type Speech } from '../sentences.ts';
import { type DashboardView, monthFilter, responsesHref } from '../view.ts';
import { MonthPlot } from './MonthPlot.tsx';
import { monthFinding } from './month-finding.ts';
import type { Month, MonthSeries } from './month-series.ts';
import { scaleOf } from './scale-of.ts';

interface MonthFigureProps extends Omit<FigureInput, 'inView'> {
  readonly series: MonthSeries;
}

/** Small multiples with one shared scale: shares, or numbers when one strategy is shown and its share says nothing. */
export function MonthFigure({ reply, view, theme, series }: MonthFigureProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const finding = monthFinding(series);
  const { measure } = series;
  const scale = useMemo(
    () => scaleOf(series.series.flatMap((one) => one[measure]).filter((value) => value !== null)),
    [series, measure],
  );
  return (
    <Figure
      className="span12"
      finding={measure === 'issues' ? words.monthCountTitle : monthSentence(finding, speech)}
      name={words.monthTitle}
      sub={subLine(series, speech)}
      strip={honestyStrip(
        reply,
        {
          unit: 'issues',
          unmatched: true,
          undated: series.undated,
          ...(measure === 'shares' ? { method: words.trendMethod } : {}),
        },
        speech,
      )}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(series, view, speech)}
    >
      {series.usable < 2 ? (
        <EmptyState icon={clock} title={words.monthShort} />
      ) : (
        <div class={series.series.length === 1 ? 'trend one' : 'trend'}>
          {series.series.map((one) => (
            <MonthPlot
              key={one.strategy}
              months={series.months}
              series={one}
              scale={scale}
              measure={measure}
              judged={finding.kind !== 'short'}
              view={view}
              theme={theme}
            />
          ))}
        </div>
      )}
    </Figure>
  );
}

function subLine({ months, measure }: MonthSeries, { t, lang }: Speech): string {
  const words = t.dashboard;
  const [first, last] = [
    months.find(({ complete }) => complete),
    months.findLast(({ complete }) => complete),
  ];
  if (first === undefined || last === undefined) return words.monthRunning;
  return [
    (measure === 'shares' ? words.monthSub : words.monthCountSub)(
      formatMonth(first.month, lang),
      formatMonth(last.month, lang),
    ),
    measure === 'shares' &&
      months.some(({ thin, complete }) => thin && complete) &&
      words.monthThin,
    months.some(({ complete }) => !complete) && words.monthRunning,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

type TwinRow = Month & { readonly at: number };

function twinOf(
  { months, series }: MonthSeries,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<TwinRow> {
  const words = t.dashboard;
  return {
    file: 'rabfang-months',
    rows: months.map((month, at) => ({ ...month, at })),
    rowKey: ({ month }) => month,
    columns: [
      {
        key: 'month',
        name: words.month,
        head: words.month,
        cell: ({ month, complete }) => (
          <>
            <a href={responsesHref(view, monthFilter(view.filters, month))}>
              {formatMonth(month, lang)}
            </a>
            {!complete && <span class="muted"> {words.incomplete}</span>}
          </>
        ),
        raw: ({ month }) => month,
      },
      {
        key: 'issues',
        name: words.columns.issues,
        head: words.columns.issues,
        numeric: true,
        cell: ({ issues }) => formatNumber(issues),
        raw: ({ issues }) => issues,
      },
      ...series.map((one) => {
        const name = strategyName(one.strategy, lang);
        return {
          key: one.strategy,
          name,
          head: name,
          numeric: true,
          cell: ({ at }: TwinRow) => (
            <>
              {formatNumber(one.issues[at] ?? 0)}
              {one.shares[at] != null && (
                <span class="muted"> {formatPercent(one.shares[at] ?? 0)}</span>
              )}
            </>
          ),
          raw: ({ at }: TwinRow) => one.issues[at] ?? 0,
        };
      }),
    ],
  };
}
