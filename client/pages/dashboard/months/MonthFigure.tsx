import { useMemo } from 'preact/hooks';
import {
  type MonthCount,
  type MonthSeries,
  monthFinding,
  monthSeries,
  type StrategySeries,
  type TrendClaim,
} from '../../../../shared/figures/by-month.ts';
import { hiddenMonths } from '../../../../shared/figures/not-for-outside.ts';
import { monthSentence } from '../../../i18n/finding-text.ts';
import { formatMonth, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { clock, eyeOff } from '../../../ui/icons.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, monthFilter, responsesHref } from '../view.ts';
import { MonthPlot } from './MonthPlot.tsx';
import { Outside } from './Outside.tsx';
import './months.css';
import { scaleOf } from './scale-of.ts';

interface MonthFigureProps extends FigureInput<'by-month'> {
  readonly className: string;
  /** of each plot, px at normal letter size */
  readonly height?: number;
}

/** Small multiples with one shared scale: shares, or numbers when one strategy is shown and its share says nothing. */
export function MonthFigure({ reply, view, theme, className, height = 180 }: MonthFigureProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const claims = reply.claims['by-month'];
  const counted = useMemo(() => monthSeries(reply), [reply]);
  const trends = useMemo(() => judged(counted.series, claims), [counted, claims]);
  const hidden = useMemo(() => askedOnce(() => hiddenMonths(counted)), [counted]);
  const { measure, months } = counted;
  // what is left of a line without its small numbers would mislead
  const isKept = theme.paper && measure === 'issues' && hidden().size > 0;
  const scale = useMemo(
    () => scaleOf(counted.series.flatMap((one) => one[measure]).filter((value) => value !== null)),
    [counted, measure],
  );
  const title = measure === 'issues' ? words.monthCountTitle : words.monthTitle;
  return (
    <Figure
      how="months"
      className={className}
      finding={monthSentence(monthFinding(claims), speech) ?? title}
      name={words.monthTitle}
      sub={subLine(counted, speech)}
      strip={honestyStrip(reply, { ...stripOf(counted, speech), paper: theme.paper }, speech)}
      reply={reply}
      href={responsesHref(view)}
      twin={twinOf(counted, hidden, trends, view, speech)}
    >
      <Outside counted={counted} view={view} />
      {counted.drawn < 2 || isKept ? (
        <EmptyState
          icon={isKept ? eyeOff : clock}
          title={isKept ? words.monthsHidden : words.monthShort}
        />
      ) : (
        <div class={trends.length === 1 ? 'trend one' : 'trend'}>
          {trends.map((one) => (
            <MonthPlot
              key={one.series.strategy}
              {...one}
              {...{ months, scale, measure, view, theme, height }}
              hidden={theme.paper ? hidden() : noneHidden}
              isJudged={claims.length > 0}
            />
          ))}
        </div>
      )}
    </Figure>
  );
}

const noneHidden: ReadonlySet<string> = new Set();

/** What only paper and files need, and takes a tenth of a second of many months: made when it is first asked for. */
function askedOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface JudgedSeries {
  readonly series: StrategySeries;
  /** null = no clear trend */
  readonly trend: TrendClaim | null;
}

/** Those with a trend first, the steepest first. */
function judged(
  series: readonly StrategySeries[],
  claims: Parameters<typeof monthFinding>[0],
): readonly JudgedSeries[] {
  const trendOf = (one: StrategySeries) =>
    claims.find(
      (claim): claim is TrendClaim => claim.code !== 'no-trend' && claim.strategy === one.strategy,
    ) ?? null;
  const steepness = ({ series: { line }, trend }: JudgedSeries) =>
    (trend === null ? 0 : 1) + Math.abs(line?.slope ?? 0);
  return series
    .map((one) => ({ series: one, trend: trendOf(one) }))
    .toSorted((a, b) => steepness(b) - steepness(a));
}

function stripOf({ measure, undated }: MonthSeries, { t }: Speech) {
  const method = measure === 'shares' ? { method: t.dashboard.trendMethod } : {};
  return { unit: 'issues', unmatched: true, undated, ...method } as const;
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

type MonthLine = MonthCount & { readonly at: number };

function twinOf(
  { months }: MonthSeries,
  hidden: () => ReadonlySet<string>,
  trends: readonly JudgedSeries[],
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<MonthLine> {
  const words = t.dashboard;
  return {
    file: 'rabfang-months',
    rows: months.map((month, at) => ({ ...month, at })),
    rowKey: ({ month }) => month,
    isHidden: ({ month }, column) =>
      hidden().has(`${month} ${column === words.columns.issues ? 'total' : column}`),
    columns: [
      {
        key: 'month',
        name: words.month,
        head: words.month,
        cell: ({ month, complete }) => (
          <>
            <ListLink href={responsesHref(view, monthFilter(view.filters, month))}>
              {formatMonth(month, lang)}
            </ListLink>
            {!complete && <span class="muted"> {words.incomplete}</span>}
          </>
        ),
        raw: ({ month }) => month,
      },
      numberColumn(words.columns.issues, ({ issues }) => issues, formatNumber),
      ...trends.map(({ series }) => strategyColumn(series, strategyName(series.strategy, lang))),
    ],
  };
}

/** The number, and its share in small where there is one. */
function strategyColumn({ strategy, issues, shares }: StrategySeries, name: string) {
  const column = {
    ...numberColumn<MonthLine>(name, ({ at }) => issues[at] ?? 0, formatNumber),
    key: strategy,
  };
  const cell = ({ at, issues: ofMonth }: MonthLine) => (
    <>
      {formatNumber(issues[at] ?? 0)}
      {shares[at] != null && <span class="muted"> {formatPercent(shares[at] ?? 0, ofMonth)}</span>}
    </>
  );
  return { ...column, cell };
}
