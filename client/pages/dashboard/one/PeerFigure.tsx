// A province beside those like it: of the same large region, about as many people, the same days and filters.
import { useMemo } from 'preact/hooks';
import type { FiguresReplyOf, Filters } from '../../../../shared/api/figures.ts';
import type { MapRow } from '../../../../shared/figures/map.ts';
import { hiddenOnMap } from '../../../../shared/figures/not-for-outside.ts';
import type { PeerRow } from '../../../../shared/figures/peers.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useQuery } from '../../../data/use-query.ts';
import { formatNumber, formatRate } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { peerSentence } from '../../../i18n/peer-sentence.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import type { ChartTheme } from '../../../ui/charts/chart-theme.ts';
import { ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { Figure } from '../frame/Figure.tsx';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { provinceHref, responsesHref } from '../view.ts';

interface PeerFigureProps {
  readonly code: string;
  readonly survey: string;
  /** the filters of the page that are not about places */
  readonly others: Filters;
  readonly theme: ChartTheme;
  /** of the page’s other figures */
  readonly asOf: string;
}

const names = ['peers', 'map'] as const;

export function PeerFigure(props: PeerFigureProps) {
  const { code, survey, others, asOf } = props;
  const words = useI18n().t.focus;
  const query = useQuery(figuresPath(survey, names, addressOfFilters(others)), asOf);
  const { data, error, refetch } = query;
  const reply = useMemo(() => data && exactly(names, data), [data]);
  const row = reply?.figures.peers.find(({ province }) => province === code);
  if (!reply && error)
    return (
      <section class="fig inner no-print" aria-label={words.peersName}>
        <h2>{words.peersName}</h2>
        <ProblemState problem={error} onRetry={refetch} />
      </section>
    );
  return reply && row?.against ? <Compared {...props} reply={reply} row={row} /> : null;
}

interface ComparedProps extends PeerFigureProps {
  readonly reply: FiguresReplyOf<(typeof names)[number]>;
  readonly row: PeerRow;
}

function Compared({ code, others, theme, reply, row }: ComparedProps) {
  const speech = useI18n();
  const words = speech.t.focus;
  const rows = useMemo(() => besidePeers(reply.figures.map, row), [reply, row]);
  const hidden = useMemo(() => hiddenOnMap(reply.figures.map), [reply]);
  const bars = useMemo(
    () => rows.map((one) => barOf(one, code, { others, theme, hidden }, speech)),
    [rows, code, others, theme, hidden, speech],
  );
  const isClear = reply.claims.peers.some(({ province }) => province === code);
  const finding = peerSentence(row, isClear, speech);
  const method = `${words.peersMethod} · ${speech.t.dashboard.population}`;
  return (
    <Figure
      how="peers"
      className="inner"
      finding={finding}
      name={words.peersName}
      sub={words.peersSub}
      strip={honestyStrip(reply, { unit: 'responses', method, paper: theme.paper }, speech)}
      reply={reply}
      href={responsesHref({ compare: null, filters: others })}
      twin={twinOf(rows, hidden, others, speech)}
    >
      <BarRows
        rows={bars}
        theme={theme}
        label={finding}
        hint={speech.t.dashboard.chartHint}
        role={speech.t.dashboard.chart}
        rowHeight={34}
        thickness={18}
        labelRoom={112}
      />
    </Figure>
  );
}

/** It and its peers, the highest rate first; few last. */
function besidePeers(all: readonly MapRow[], { province, peers }: PeerRow): MapRow[] {
  const wanted = new Set([province, ...peers]);
  return all
    .filter((one) => wanted.has(one.province))
    .toSorted((a, b) => (b.rate?.value ?? -1) - (a.rate?.value ?? -1));
}

interface BarInput {
  readonly others: Filters;
  readonly theme: ChartTheme;
  readonly hidden: ReadonlySet<string>;
}

function barOf(
  row: MapRow,
  code: string,
  { others, theme, hidden }: BarInput,
  speech: Speech,
): BarRow {
  const { t, lang } = speech;
  const { province, rate, responses } = row;
  const isHidden = theme.paper && hidden.has(province);
  const shown = isHidden ? null : rate;
  const print = (value: number) => formatRate(value, responses);
  const name = placeName(province, lang);
  const view = { compare: null, filters: others };
  return {
    key: province,
    label: province === code ? <b>{name}</b> : <a href={provinceHref(view, province)}>{name}</a>,
    bar: {
      x: shown?.value ?? 0,
      low: shown?.low ?? null,
      high: shown?.high ?? null,
      value: shown === null ? '' : print(shown.value),
      note: isHidden
        ? t.dashboard.hidden
        : shown === null
          ? t.dashboard.fewer
          : t.dashboard.countNote(formatNumber(responses)),
      fill: province === code ? theme.mark : theme.grid,
      outlined: province !== code,
    },
    point: {
      say:
        shown === null
          ? t.map.funnelFew(name)
          : `${name}: ${t.map.rate(print(shown.value), print(shown.low), print(shown.high))}`,
      href: responsesHref(view, { province: [province] }),
    },
  };
}

function twinOf(
  rows: readonly MapRow[],
  hidden: ReadonlySet<string>,
  others: Filters,
  { t, lang }: Speech,
): TableTwin<MapRow> {
  const { columns, fewer } = t.dashboard;
  const rate = (name: string, end: 'value' | 'low' | 'high') =>
    shareColumn<MapRow>(
      name,
      (row) => row.rate?.[end] ?? null,
      (row) => row.responses,
      formatRate,
      fewer,
    );
  return {
    file: 'rabfang-peers',
    rows,
    rowKey: ({ province }) => province,
    isHidden: ({ province }) => hidden.has(province),
    columns: [
      {
        key: 'province',
        name: t.common.province,
        head: t.common.province,
        cell: ({ province }) => (
          <a href={responsesHref({ compare: null, filters: others }, { province: [province] })}>
            {placeName(province, lang)}
          </a>
        ),
        raw: ({ province }) => placeName(province, lang),
      },
      numberColumn(columns.responses, ({ responses }) => responses, formatNumber),
      {
        ...numberColumn(t.map.people, ({ population }: MapRow) => population, formatNumber),
        numbers: false,
      },
      rate(columns.rate, 'value'),
      rate(columns.low, 'low'),
      rate(columns.high, 'high'),
    ],
  };
}
