import { useMemo } from 'preact/hooks';
import {
  type SeverityCount,
  severityCounts,
  severityFinding,
} from '../../../../shared/figures/by-severity.ts';
import { severitySentence } from '../../../i18n/finding-text.ts';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { severityWord } from '../filters/filter-words.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { numberColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, responsesHref } from '../view.ts';

/** How severe respondents say it is. */
export function SeverityFigure({ reply, view, theme }: FigureInput<'by-severity'>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const rows = useMemo(() => severityCounts(reply), [reply]);
  const bars = useMemo(
    () => rows.map((row) => barRow(row, view, theme, speech)),
    [rows, view, theme, speech],
  );
  const finding =
    severitySentence(severityFinding(reply.claims['by-severity']), speech) ?? words.severityTitle;
  return (
    <Figure
      className="inner"
      finding={finding}
      name={words.severityTitle}
      sub={words.severitySub}
      strip={honestyStrip(reply, { unit: 'issues' }, speech)}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(rows, view, speech)}
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

function barRow(
  row: SeverityCount,
  view: DashboardView,
  theme: ChartTheme,
  speech: Speech,
): BarRow {
  const { level, issues, share } = row;
  const word = severityWord(level, speech);
  const printed = share === null ? '' : formatPercent(share);
  return {
    key: level,
    label: level === 'none' ? speech.t.common.none : word,
    bar: {
      x: issues,
      low: null,
      high: null,
      value: printed || formatNumber(issues),
      note: printed ? formatNumber(issues) : '',
      fill: level === 'none' ? theme.grid : theme.mark,
    },
    point: {
      say: speech.t.dashboard.severitySay(word, formatNumber(issues), printed).trim(),
      href: issues === 0 ? null : responsesHref(view, { severity: [level] }),
    },
  };
}

function twinOf(
  rows: readonly SeverityCount[],
  view: DashboardView,
  speech: Speech,
): TableTwin<SeverityCount> {
  const words = speech.t.dashboard;
  return {
    file: 'rabfang-severity',
    rows,
    rowKey: ({ level }) => level,
    columns: [
      {
        key: 'level',
        name: words.level,
        head: words.level,
        cell: ({ level }) => (
          <a href={responsesHref(view, { severity: [level] })}>{severityWord(level, speech)}</a>
        ),
        raw: ({ level }) => level,
      },
      numberColumn(words.columns.issues, ({ issues }) => issues, formatNumber),
      numberColumn(
        words.columns.share,
        ({ share }) => share,
        (share) => formatPercent(share),
      ),
    ],
  };
}
