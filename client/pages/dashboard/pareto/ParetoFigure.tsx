import { useMemo } from 'preact/hooks';
import type { FiguresOf } from '../../../../shared/api/figures.ts';
import { paretoSentence } from '../../../i18n/finding-text.ts';
import { formatInstant, formatNumber, formatPercent } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { eyeOff } from '../../../ui/icons.ts';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { numberColumn, type TableTwin } from '../frame/table-twin.ts';
import { responsesHref } from '../view.ts';

type Topics = FiguresOf<'pareto'>['pareto'];
type Topic = Topics['list'][number] & {
  /** with all before it, of all issues that were looked through */
  readonly together: number;
};

const shown = 10;

/** Few topics that make most: bars, and how much they make together. */
export function ParetoFigure({ reply, view, theme }: FigureInput<'pareto'>) {
  const speech = useI18n();
  const words = speech.t.dashboard.pareto;
  const { pareto } = reply.figures;
  const topics = useMemo(() => withSums(pareto), [pareto]);
  const rows = useMemo(
    () => topics.slice(0, shown).map((topic) => barRow(topic, pareto.issues, theme, speech)),
    [topics, pareto, theme, speech],
  );
  const finding = paretoSentence(reply.claims.pareto[0] ?? null, speech) ?? words.title;
  return (
    <Figure
      how="pareto"
      className="span12"
      finding={finding}
      name={words.title}
      sub={words.sub}
      strip={[
        speech.t.dashboard.nIssues(formatNumber(pareto.issues)),
        words.looked(formatNumber(pareto.responses), formatNumber(pareto.of)),
        words.topics(formatNumber(pareto.topics)),
        words.method,
        speech.t.dashboard.asOf(formatInstant(pareto.asOf, speech.lang)),
      ]}
      reply={reply}
      href={responsesHref(view)}
      twin={twinOf(topics, pareto.issues, speech)}
    >
      {rows.length === 0 ? (
        <EmptyState icon={eyeOff} title={words.none} />
      ) : (
        <BarRows
          rows={rows}
          theme={theme}
          label={finding}
          hint={speech.t.dashboard.chartHint}
          role={speech.t.dashboard.chart}
          rowHeight={44}
          thickness={22}
          labelRoom={200}
          stackOnPhone
        />
      )}
    </Figure>
  );
}

function withSums({ list, issues }: Topics): readonly Topic[] {
  let held = 0;
  return list.map((topic) => {
    held += topic.issues;
    return { ...topic, together: held / issues };
  });
}

const hrefOf = ({ newest }: Topic): string => `#/responses/${newest}`;

function barRow(topic: Topic, all: number, theme: ChartTheme, { t }: Speech): BarRow {
  const words = t.dashboard.pareto;
  const issues = formatNumber(topic.issues);
  const together = formatPercent(topic.together, all);
  return {
    key: topic.newest,
    label: (
      <a href={hrefOf(topic)} class="topic">
        {topic.title}
      </a>
    ),
    bar: {
      x: topic.issues,
      low: null,
      high: null,
      value: issues,
      note: words.together(together),
      fill: theme.mark,
    },
    point: {
      say: words.say(topic.title, issues, formatNumber(topic.responses), together),
      href: hrefOf(topic),
    },
  };
}

function twinOf(topics: readonly Topic[], all: number, { t }: Speech): TableTwin<Topic> {
  const words = t.dashboard.pareto;
  const { columns, percentName } = t.dashboard;
  const part = (name: string, of: (topic: Topic) => number) => ({
    ...numberColumn<Topic>(percentName(name), of, (value) =>
      formatPercent(value, all).slice(0, -1),
    ),
    raw: (topic: Topic) => Number((of(topic) * 100).toFixed(1)),
    sheet: (topic: Topic) =>
      ({ value: Number(of(topic).toFixed(3)), as: 'percentTenths' }) as const,
  });
  return {
    file: 'rabfang-topics',
    rows: topics,
    rowKey: ({ newest, title }) => `${newest} ${title}`,
    // topics of fewer than five responses are not in the list
    isHidden: () => false,
    columns: [
      {
        key: 'topic',
        name: words.topic,
        head: words.topic,
        cell: (topic) => <a href={hrefOf(topic)}>{topic.title}</a>,
        raw: ({ title }) => title,
      },
      numberColumn(columns.issues, ({ issues }) => issues, formatNumber),
      numberColumn(columns.responses, ({ responses }) => responses, formatNumber),
      part(words.share, ({ issues }) => issues / all),
      part(words.cumulative, ({ together }) => together),
    ],
  };
}
