import type { RoundShare } from '../../../../shared/figures/between-rounds.ts';
import type { BetweenViews } from '../../../../shared/figures/between-views.ts';
import { isHiddenBetweenRounds } from '../../../../shared/figures/not-for-outside.ts';
import { decimalsOf, formatNumber, formatShare, formatSignedPoints } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import type { SideName } from './sides.ts';

/** Both shares, their difference in points, and what it lets one say. */
export function compareTwin(
  { compared, apart }: BetweenViews,
  names: Readonly<Record<SideName, string>>,
  { t, lang }: Speech,
): TableTwin<RoundShare> {
  const words = t.showing.compare;
  const least = Math.min(compared.now, compared.before);
  const points = (name: string, of: (row: RoundShare) => number) => {
    const raw = (row: RoundShare) => Number((of(row) * 100).toFixed(decimalsOf(least)));
    const print = (value: number) => formatSignedPoints(value * 100, least);
    return { ...numberColumn<RoundShare>(name, of, print), raw, sheet: raw };
  };
  const verdict = (row: RoundShare) =>
    row.differs ? words.more[row.difference > 0 ? 'b' : 'a'] : words.unclear;
  return {
    file: 'rabfang-compare',
    rows: compared.rows,
    rowKey: ({ strategy }) => strategy,
    isHidden: (row) => isHiddenBetweenRounds(row, compared),
    columns: [
      {
        key: 'strategy',
        name: t.dashboard.strategy,
        head: t.dashboard.strategy,
        cell: ({ strategy }) => <StrategyKey strategy={strategy} />,
        raw: ({ strategy }) => strategyName(strategy, lang),
      },
      ...sideColumns(`ก ${names.a}`, (row) => row.before, compared.before, t),
      ...sideColumns(`ข ${names.b}`, (row) => row.now, compared.now, t),
      points(words.difference, ({ difference }) => difference),
      ...(apart
        ? [
            points(t.dashboard.columns.low, ({ low }) => low),
            points(t.dashboard.columns.high, ({ high }) => high),
            {
              key: 'reads',
              name: words.reads,
              head: words.reads,
              cell: verdict,
              raw: verdict,
              numbers: true,
            },
          ]
        : []),
    ],
  };
}

/** How many responses of a side raise it, and which share of so many that is. */
function sideColumns(
  head: string,
  of: (row: RoundShare) => RoundShare['now'],
  n: number,
  t: Speech['t'],
) {
  const { columns, percentName } = t.dashboard;
  return [
    numberColumn<RoundShare>(
      `${head}: ${columns.responses}`,
      (row) => of(row).responses,
      formatNumber,
    ),
    shareColumn<RoundShare>(
      percentName(head),
      (row) => of(row).share,
      () => n,
      formatShare,
    ),
  ];
}
