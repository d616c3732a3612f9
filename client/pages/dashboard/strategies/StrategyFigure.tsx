import { useMemo } from 'preact/hooks';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { strategyFill } from '../../../ui/charts/patterns.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-props.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { TooFew } from '../frame/TooFew.tsx';
import type { TableTwin } from '../frame/table-twin.ts';
import { type Speech, strategySentence } from '../sentences.ts';
import { leastBase } from '../small-numbers.ts';
import { type DashboardView, responsesHref } from '../view.ts';
import { strategyFinding } from './strategy-finding.ts';
import { type StrategyShare, type StrategyShares, strategyShares } from './strategy-shares.ts';

/** `missing`: what is said before the chart when some places are not in it */
export function StrategyFigure({
  reply,
  view,
  theme,
  missing,
}: FigureInput & { missing: string | null }) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const shares = useMemo(() => strategyShares(reply, view.filters), [reply, view]);
  const rows = useMemo(() => barRows(shares, view, theme, speech), [shares, view, theme, speech]);
  const finding = strategySentence(strategyFinding(shares), speech);
  return (
    <Figure
      className="inner"
      finding={finding}
      name={words.strategyTitle}
      sub={words.strategySub}
      strip={honestyStrip(reply, { unit: 'responses', unmatched: true }, speech)}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(shares, view, speech)}
    >
      {missing !== null && <Notice kind="warning">{missing}</Notice>}
      {shares.base < leastBase ? (
        <TooFew />
      ) : (
        <BarRows
          rows={rows}
          theme={theme}
          label={finding}
          hint={words.chartHint}
          role={words.chart}
          rowHeight={46}
          thickness={24}
          labelRoom={132}
          stackOnPhone
        />
      )}
    </Figure>
  );
}

function barRows(
  { rows, base }: StrategyShares,
  view: DashboardView,
  theme: ChartTheme,
  { t, lang }: Speech,
): BarRow[] {
  return rows.map((row) => ({
    key: row.strategy,
    label: <StrategyKey strategy={row.strategy} />,
    bar: {
      x: row.share ?? 0,
      low: row.low,
      high: row.high,
      value: formatPercent(row.share ?? 0, base),
      note: t.dashboard.responsesNote(formatNumber(row.responses)),
      fill: strategyFill(row.strategy, theme),
    },
    point: {
      say: t.dashboard.strategySay(
        strategyName(row.strategy, lang),
        formatNumber(row.responses),
        formatNumber(base),
        formatPercent(row.share ?? 0, base),
        formatPercent(row.low ?? 0, base),
        formatPercent(row.high ?? 0, base),
      ),
      href: responsesHref(view, { strategy: [row.strategy] }),
    },
  }));
}

function twinOf(
  { rows, base }: StrategyShares,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<StrategyShare> {
  const words = t.dashboard;
  const share = (value: number | null) => (value === null ? '–' : formatPercent(value, base));
  const ofShare = (name: string, of: (row: StrategyShare) => number | null) => ({
    key: name,
    name,
    head: name,
    numeric: true,
    cell: (row: StrategyShare) => share(of(row)),
    raw: of,
  });
  const ofCount = (name: string, of: (row: StrategyShare) => number) => ({
    key: name,
    name,
    head: name,
    numeric: true,
    cell: (row: StrategyShare) => formatNumber(of(row)),
    raw: of,
  });
  return {
    file: 'rabfang-strategies',
    rows,
    rowKey: (row) => row.strategy,
    columns: [
      {
        key: 'strategy',
        name: words.strategy,
        head: words.strategy,
        cell: ({ strategy }) => (
          <a href={responsesHref(view, { strategy: [strategy] })}>
            <StrategyKey strategy={strategy} />
          </a>
        ),
        raw: ({ strategy }) => strategyName(strategy, lang),
      },
      ofCount(words.columns.responses, (row) => row.responses),
      ofShare(words.columns.share, (row) => row.share),
      ofShare(words.columns.low, (row) => row.low),
      ofShare(words.columns.high, (row) => row.high),
      ofCount(words.columns.issues, (row) => row.issues),
      ofCount(words.columns.affected, (row) => row.affected),
    ],
  };
}
