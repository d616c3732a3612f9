import { useMemo } from 'preact/hooks';
import {
  type StrategyShare,
  type StrategyShares,
  strategyFinding,
  strategyShares,
} from '../../../../shared/figures/by-strategy.ts';
import { hiddenStrategies } from '../../../../shared/figures/not-for-outside.ts';
import { leastBase } from '../../../../shared/figures/small-numbers.ts';
import { strategySentence } from '../../../i18n/finding-text.ts';
import { formatNumber, formatPercent, formatShare } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { strategyFill } from '../../../ui/charts/patterns.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { TooFew } from '../frame/TooFew.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, partOf, responsesHref } from '../view.ts';

interface StrategyFigureProps extends FigureInput<'by-strategy'> {
  /** said before the chart when some places are not in it */
  readonly missing: string | null;
}

/** Which share of the responses raises each strategy, with its interval. */
export function StrategyFigure({ reply, view, theme, missing }: StrategyFigureProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const shares = useMemo(() => strategyShares(reply), [reply]);
  const hidden = useMemo(() => hiddenStrategies(shares), [shares]);
  const rows = useMemo(
    () => barRows(shares, { view, theme, hidden: theme.paper ? hidden : noneHidden }, speech),
    [shares, view, theme, hidden, speech],
  );
  const finding =
    strategySentence(strategyFinding(reply.claims['by-strategy']), speech) ?? words.strategyTitle;
  return (
    <Figure
      how="strategies"
      className="inner"
      finding={finding}
      name={words.strategyTitle}
      sub={words.strategySub}
      strip={honestyStrip(
        reply,
        { unit: 'responses', unmatched: true, paper: theme.paper },
        speech,
      )}
      reply={reply}
      href={responsesHref(view)}
      twin={twinOf(shares, hidden, view, speech)}
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
          rowHeight={60}
          thickness={28}
          labelRoom={132}
          stackOnPhone
        />
      )}
    </Figure>
  );
}

const noneHidden: ReadonlySet<string> = new Set();

interface Drawn {
  readonly view: DashboardView;
  readonly theme: ChartTheme;
  /** strategies whose numbers are not for outside */
  readonly hidden: ReadonlySet<string>;
}

function barRows(
  { rows, base }: StrategyShares,
  { view, theme, hidden }: Drawn,
  { t, lang }: Speech,
): BarRow[] {
  return rows.map((row) => ({
    key: row.strategy,
    label: <StrategyKey strategy={row.strategy} />,
    bar: {
      ...(hidden.has(row.strategy)
        ? { x: 0, low: null, high: null, value: '', note: t.dashboard.hidden }
        : {
            x: row.share ?? 0,
            low: row.low,
            high: row.high,
            value: formatPercent(row.share ?? 0, base),
            note: t.dashboard.responsesNote(formatNumber(row.responses)),
          }),
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
      ...partOf(view, { strategy: [row.strategy] }),
    },
  }));
}

function twinOf(
  { rows, base }: StrategyShares,
  hidden: ReadonlySet<string>,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<StrategyShare> {
  const { strategy: head, columns } = t.dashboard;
  const percent = (name: string, of: (row: StrategyShare) => number | null) =>
    shareColumn<StrategyShare>(t.dashboard.percentName(name), of, () => base, formatShare);
  return {
    file: 'rabfang-strategies',
    rows,
    rowKey: (row) => row.strategy,
    isHidden: ({ strategy }) => hidden.has(strategy),
    columns: [
      {
        key: 'strategy',
        name: head,
        head,
        cell: ({ strategy }) => (
          <ListLink href={responsesHref(view, { strategy: [strategy] })}>
            <StrategyKey strategy={strategy} />
          </ListLink>
        ),
        raw: ({ strategy }) => strategyName(strategy, lang),
      },
      numberColumn(columns.responses, (row) => row.responses, formatNumber),
      percent(columns.share, (row) => row.share),
      percent(columns.low, (row) => row.low),
      percent(columns.high, (row) => row.high),
      numberColumn(columns.issues, (row) => row.issues, formatNumber),
      numberColumn(columns.affected, (row) => row.affected, formatNumber),
    ],
  };
}
