import { useMemo } from 'preact/hooks';
import {
  type SeverityCount,
  severityCounts,
  severityFinding,
} from '../../../../shared/figures/by-severity.ts';
import { hiddenLevels } from '../../../../shared/figures/not-for-outside.ts';
import { severitySentence } from '../../../i18n/finding-text.ts';
import { formatNumber, formatPercent, formatShare } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { severityWord } from '../../../ui/filters/filter-words.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, partOf, responsesHref } from '../view.ts';

/** How severe respondents say it is. */
export function SeverityFigure({ reply, view, theme }: FigureInput<'by-severity'>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const rows = useMemo(() => severityCounts(reply), [reply]);
  const base = ratedOf(rows);
  const hidden = useMemo(() => hiddenLevels(rows), [rows]);
  const bars = useMemo(
    () =>
      rows.map((row) => {
        const isHidden = theme.paper && hidden.has(row.level);
        return barRow(row, { base, isHidden }, view, theme, speech);
      }),
    [rows, base, hidden, view, theme, speech],
  );
  const finding =
    severitySentence(severityFinding(reply.claims['by-severity']), speech) ?? words.severityTitle;
  return (
    <Figure
      how="severity"
      className="inner"
      finding={finding}
      name={words.severityTitle}
      sub={words.severitySub}
      strip={honestyStrip(reply, { unit: 'issues', paper: theme.paper }, speech)}
      reply={reply}
      href={responsesHref(view)}
      twin={twinOf(rows, { base, hidden }, view, speech)}
    >
      <BarRows
        rows={bars}
        theme={theme}
        label={finding}
        hint={words.chartHint}
        role={words.chart}
        rowHeight={38}
        thickness={18}
        labelRoom={124}
      />
    </Figure>
  );
}

/** issues that have a level */
function ratedOf(rows: readonly SeverityCount[]): number {
  return rows.reduce((sum, { level, issues }) => sum + (level === 'none' ? 0 : issues), 0);
}

function barRow(
  row: SeverityCount,
  { base, isHidden }: { readonly base: number; readonly isHidden: boolean },
  view: DashboardView,
  theme: ChartTheme,
  speech: Speech,
): BarRow {
  const { level, issues, share } = row;
  const word = severityWord(level, speech);
  const printed = share === null ? '' : formatPercent(share, base);
  return {
    key: level,
    label: level === 'none' ? speech.t.common.none : word,
    bar: {
      x: isHidden ? 0 : issues,
      low: null,
      high: null,
      ...(isHidden
        ? { value: '', note: speech.t.dashboard.hidden }
        : {
            value: printed || formatNumber(issues),
            note: printed ? formatNumber(issues) : '',
          }),
      fill: level === 'none' ? theme.grid : theme.mark,
    },
    point: {
      say: speech.t.dashboard.severitySay(word, formatNumber(issues), printed).trim(),
      ...(issues === 0 && view.filters.severity === undefined
        ? { href: null }
        : partOf(view, { severity: [level] })),
    },
  };
}

function twinOf(
  rows: readonly SeverityCount[],
  { base, hidden }: { readonly base: number; readonly hidden: ReadonlySet<string> },
  view: DashboardView,
  speech: Speech,
): TableTwin<SeverityCount> {
  const words = speech.t.dashboard;
  return {
    file: 'rabfang-severity',
    rows,
    rowKey: ({ level }) => level,
    isHidden: ({ level }) => hidden.has(level),
    columns: [
      {
        key: 'level',
        name: words.level,
        head: words.level,
        cell: ({ level }) => (
          <ListLink href={responsesHref(view, { severity: [level] })}>
            {severityWord(level, speech)}
          </ListLink>
        ),
        raw: ({ level }) => level,
      },
      numberColumn(words.columns.issues, ({ issues }) => issues, formatNumber),
      shareColumn(
        words.percentName(words.columns.share),
        ({ share }) => share,
        () => base,
        formatShare,
      ),
    ],
  };
}
