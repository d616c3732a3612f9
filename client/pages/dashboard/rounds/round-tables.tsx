// The rows and columns of two rounds side by side, and the sentence above them.
import type { CountsOf } from '../../../../shared/api/figures.ts';
import {
  type BetweenRounds,
  clearestChange,
  type RoundShare,
} from '../../../../shared/figures/between-rounds.ts';
import { isHiddenBetweenRounds } from '../../../../shared/figures/not-for-outside.ts';
import { formatNumber, formatShare, formatSignedPoints } from '../../../i18n/format.ts';
import { capitalised } from '../../../i18n/grammar.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import type { TableColumn } from '../../../ui/DataTable.tsx';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';

export interface HeadRow {
  readonly name: string;
  readonly now: number;
  readonly before: number;
}

export function headRows(
  now: CountsOf<never>,
  before: CountsOf<never>,
  { t }: Speech,
): readonly HeadRow[] {
  const words = t.dashboard;
  const row = (name: string, of: (one: CountsOf<never>) => number) => ({
    name: capitalised(name),
    now: of(now),
    before: of(before),
  });
  return [
    row(words.countedIssues, ({ strip }) => strip.issues),
    row(words.countedResponses, ({ strip }) => strip.responses),
    row(words.rounds.reporting, ({ strip }) => strip.provincesReporting),
  ];
}

export function headColumns({ t }: Speech): TableColumn<HeadRow>[] {
  const words = t.dashboard.rounds;
  return [
    { key: 'name', head: words.number, cell: ({ name }) => name },
    { key: 'before', head: words.before, numeric: true, cell: (row) => formatNumber(row.before) },
    { key: 'now', head: words.now, numeric: true, cell: (row) => formatNumber(row.now) },
    {
      key: 'difference',
      head: words.difference,
      numeric: true,
      // who collects more gets more: counts are no trend
      cell: (row) => `${row.now > row.before ? '+' : ''}${formatNumber(row.now - row.before)}`,
    },
  ];
}

export function shareColumns(
  compared: BetweenRounds,
  paper: boolean,
  { t }: Speech,
): TableColumn<RoundShare>[] {
  const words = t.dashboard.rounds;
  const least = Math.min(compared.now, compared.before);
  const points = (share: number) => formatSignedPoints(share * 100, least);
  const outside = (of: (row: RoundShare) => string) => (row: RoundShare) =>
    paper && isHiddenBetweenRounds(row, compared) ? t.dashboard.hidden : of(row);
  return [
    {
      key: 'strategy',
      head: t.dashboard.strategy,
      cell: (row) => <StrategyKey strategy={row.strategy} />,
    },
    {
      key: 'before',
      head: t.dashboard.percentName(words.before),
      numeric: true,
      cell: outside((row) => formatShare(row.before.share, compared.before)),
    },
    {
      key: 'now',
      head: t.dashboard.percentName(words.now),
      numeric: true,
      cell: outside((row) => formatShare(row.now.share, compared.now)),
    },
    {
      key: 'difference',
      head: words.points,
      numeric: true,
      cell: outside((row) =>
        words.interval(points(row.difference), points(row.low), points(row.high)),
      ),
    },
    {
      key: 'result',
      head: words.result,
      cell: outside((row) =>
        row.differs ? words.clear[row.difference > 0 ? 'up' : 'down'] : words.unclear,
      ),
    },
  ];
}

/** “Digital trust rose by 7.8 points”, or that nothing is clear. */
export function findingOf(compared: BetweenRounds, { t, lang }: Speech): string {
  const words = t.dashboard.rounds;
  if (compared.rows.length === 0) return words.tooFew;
  const change = clearestChange(compared);
  if (change === null) return words.nothingClear;
  const size = formatSignedPoints(
    Math.abs(change.difference) * 100,
    Math.min(compared.now, compared.before),
  ).replace('+', '');
  const name = strategyName(change.strategy, lang);
  return words.finding[change.difference > 0 ? 'up' : 'down'](name, size);
}
