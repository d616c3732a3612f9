import type { FunnelPoint } from '../../../../shared/figures/map.ts';
import { formatNumber, formatRate } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, responsesHref } from '../view.ts';

/** The provinces by size, each with what is usual for it. */
export function funnelTwin(
  points: readonly FunnelPoint[],
  hidden: ReadonlySet<string>,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<FunnelPoint> {
  const { columns, fewer } = t.dashboard;
  const rate = (name: string, of: (point: FunnelPoint) => number | null) =>
    shareColumn<FunnelPoint>(name, of, ({ row }) => row.responses, formatRate, fewer);
  const where = ({ place }: FunnelPoint) => t.map.placeInFunnel[place];
  return {
    file: 'rabfang-funnel',
    rows: points.toSorted((a, b) => a.row.population - b.row.population),
    rowKey: ({ row }) => row.province,
    isHidden: ({ row }) => hidden.has(row.province),
    columns: [
      {
        key: 'province',
        name: t.common.province,
        head: t.common.province,
        cell: ({ row }) => (
          <ListLink href={responsesHref(view, { province: [row.province] })}>
            {placeName(row.province, lang)}
          </ListLink>
        ),
        raw: ({ row }) => placeName(row.province, lang),
      },
      {
        ...numberColumn(t.map.people, ({ row }: FunnelPoint) => row.population, formatNumber),
        numbers: false,
      },
      numberColumn(columns.responses, ({ row }) => row.responses, formatNumber),
      rate(columns.rate, ({ row }) => row.rate?.value ?? null),
      rate(`${t.map.band998}: ${columns.low}`, ({ low }) => low),
      rate(`${t.map.band998}: ${columns.high}`, ({ high }) => high),
      {
        key: 'usual',
        name: t.map.usual,
        head: t.map.usual,
        cell: where,
        raw: where,
        numbers: true,
      },
    ],
  };
}
