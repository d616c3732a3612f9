import type { ProvinceCount } from '../../../../shared/figures/by-province.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import { formatNumber, formatRate, formatShare } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { placeName } from '../../../i18n/names.ts';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, responsesHref } from '../view.ts';
import { standingWord } from './province-bars.tsx';
import type { standingOf } from './standing.ts';

interface Told {
  readonly hidden: ReadonlySet<string>;
  /** is a share of what was received more than all of it? */
  readonly shares: boolean;
  readonly view: DashboardView;
  readonly standing: ReturnType<typeof standingOf>;
}

export function provinceTwin(
  rows: readonly ProvinceCount[],
  { hidden, shares, view, standing }: Told,
  speech: Speech,
): TableTwin<ProvinceCount> {
  const { t, lang } = speech;
  const { columns, judged } = t.dashboard;
  const { count, share, rate } = makers(speech);
  const result = (row: ProvinceCount) => {
    const where = standing(row.province.code, row.of >= rankingBase);
    return where === null ? '' : standingWord(where, speech);
  };
  return {
    file: 'rabfang-provinces',
    rows,
    rowKey: ({ province }) => province.code,
    isHidden: ({ province }) => hidden.has(province.code),
    columns: [
      {
        key: 'province',
        name: t.common.province,
        head: t.common.province,
        cell: ({ province }) => (
          <ListLink href={responsesHref(view, { province: [province.code] })}>
            {placeName(province.code, lang)}
          </ListLink>
        ),
        raw: ({ province }) => placeName(province.code, lang),
      },
      count(columns.issues, (row) => row.issues),
      count(columns.responses, (row) => row.responses),
      ...(shares
        ? [
            count(columns.of, (row) => row.of),
            share(columns.share, 'value'),
            share(columns.low, 'low'),
            share(columns.high, 'high'),
          ]
        : []),
      rate(columns.rate, 'value'),
      rate(`${columns.rate}: ${columns.low}`, 'low'),
      rate(`${columns.rate}: ${columns.high}`, 'high'),
      { key: 'result', name: judged, head: judged, cell: result, raw: result, numbers: true },
    ],
  };
}

type End = 'value' | 'low' | 'high';

/** Columns of counts, and of shares and rates with the ends of their intervals. */
function makers({ t }: Speech) {
  const { noData, fewer, percentName } = t.dashboard;
  return {
    count: (name: string, of: (row: ProvinceCount) => number) =>
      numberColumn<ProvinceCount>(
        name,
        (row) => (row.silent ? null : of(row)),
        formatNumber,
        noData,
      ),
    share: (name: string, end: End) =>
      shareColumn<ProvinceCount>(
        percentName(name),
        (row) => row.share?.[end] ?? null,
        ({ of }) => of,
        formatShare,
      ),
    rate: (name: string, end: End) =>
      shareColumn<ProvinceCount>(
        name,
        (row) => row.rate?.[end] ?? null,
        ({ responses }) => responses,
        formatRate,
        fewer,
      ),
  };
}
