import {
  classOf,
  type FunnelView,
  type MapClasses,
  type MapMeasure,
  type MapRow,
  mapValue,
} from '../../../../shared/figures/map.ts';
import { formatNumber, formatRate, formatShare } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, shareColumn, type TableTwin, type TwinColumn } from '../frame/table-twin.ts';
import { type DashboardView, responsesHref } from '../view.ts';
import { legendLines } from './legend-lines.ts';
import { formatOnMap } from './map-say.ts';

interface Told {
  readonly measure: MapMeasure;
  readonly shares: boolean;
  readonly hidden: ReadonlySet<string>;
  readonly view: DashboardView;
  readonly classes: MapClasses;
  readonly funnel: FunnelView | null;
}

/** A line a province: what its colour, its place in the funnel and its sentence say. */
export function mapTwin(rows: readonly MapRow[], told: Told, speech: Speech): TableTwin<MapRow> {
  const { t } = speech;
  const colour = colourWords(told.classes, told.measure, speech);
  const usual = usualWords(told.funnel, speech);
  const verdict = (key: 'colour' | 'usual', cell: (row: MapRow) => string): TwinColumn<MapRow> => ({
    key,
    name: t.map[key],
    head: t.map[key],
    cell,
    raw: cell,
    numbers: true,
  });
  return {
    file: 'rabfang-map',
    rows,
    rowKey: ({ province }) => province,
    isHidden: ({ province }) => told.hidden.has(province),
    columns: [
      placeColumn(told.view, speech),
      ...countColumns(speech),
      ...rateColumns(speech),
      ...(told.shares ? shareColumns(speech) : []),
      verdict('colour', colour),
      verdict('usual', usual),
    ],
  };
}

function placeColumn(view: DashboardView, { t, lang }: Speech): TwinColumn<MapRow> {
  return {
    key: 'province',
    name: t.common.province,
    head: t.common.province,
    cell: ({ province }) => (
      <ListLink href={responsesHref(view, { province: [province] })}>
        {placeName(province, lang)}
      </ListLink>
    ),
    raw: ({ province }) => placeName(province, lang),
  };
}

function countColumns({ t }: Speech): TwinColumn<MapRow>[] {
  const { columns, noData } = t.dashboard;
  const count = (name: string, of: (row: MapRow) => number) =>
    numberColumn<MapRow>(name, (row) => (row.reporting ? of(row) : null), formatNumber, noData);
  const people = numberColumn<MapRow>(t.map.people, (row) => row.population, formatNumber);
  return [
    count(columns.issues, ({ issues }) => issues),
    count(columns.responses, ({ responses }) => responses),
    { ...people, numbers: false },
  ];
}

type End = 'value' | 'low' | 'high';

function rateColumns({ t }: Speech): TwinColumn<MapRow>[] {
  const { columns, fewer } = t.dashboard;
  const base = ({ responses }: MapRow) => responses;
  const rate = (name: string, end: End) =>
    shareColumn<MapRow>(name, (row) => row.rate?.[end] ?? null, base, formatRate, fewer);
  return [
    rate(columns.rate, 'value'),
    rate(`${columns.rate}: ${columns.low}`, 'low'),
    rate(`${columns.rate}: ${columns.high}`, 'high'),
    shareColumn(t.map.smoothedColumn, ({ smoothed }) => smoothed, base, formatRate, fewer),
  ];
}

function shareColumns({ t }: Speech): TwinColumn<MapRow>[] {
  const { columns, fewer, percentName } = t.dashboard;
  const share = (name: string, end: End) =>
    shareColumn<MapRow>(
      percentName(name),
      (row) => row.share?.[end] ?? null,
      ({ of }) => of,
      formatShare,
      fewer,
    );
  return [
    share(columns.share, 'value'),
    share(columns.low, 'low'),
    share(columns.high, 'high'),
    numberColumn<MapRow>(
      t.map.residualColumn,
      ({ residual }) => residual,
      (value) => formatOnMap(value, 'residual'),
      fewer,
    ),
  ];
}

function colourWords(classes: MapClasses, measure: MapMeasure, speech: Speech) {
  const lines = legendLines(classes, measure, speech);
  return (row: MapRow) => {
    const value = mapValue(row, measure);
    if (typeof value !== 'number')
      return value === 'no-data' ? speech.t.dashboard.noData : speech.t.dashboard.fewer;
    return lines.find(({ at }) => at === classOf(value, classes.borders))?.range ?? '';
  };
}

function usualWords(funnel: FunnelView | null, { t }: Speech) {
  const places = new Map(funnel?.points.map((point) => [point.row.province, point.place]));
  return ({ province }: MapRow) => {
    const place = places.get(province);
    return place === undefined ? '' : t.map.placeInFunnel[place];
  };
}
