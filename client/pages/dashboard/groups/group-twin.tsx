// The rows of the comparison with what is claimed of each, and their table twin.
import type { GroupClaim } from '../../../../shared/api/claims.ts';
import { isHiddenGroup } from '../../../../shared/figures/not-for-outside.ts';
import type { GroupShare, GroupShares } from '../../../../shared/figures/respondent-strategy.ts';
import { decimalsOf, formatShare, formatSignedPoints } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { ListLink } from '../frame/ListLink.tsx';
import { numberColumn, shareColumn, type TableTwin } from '../frame/table-twin.ts';
import { type DashboardView, responsesHref } from '../view.ts';

export interface JudgedGroups extends GroupShare {
  /** more than chance explains, says the claim */
  readonly differs: boolean;
}

export function judgedGroups(
  { rows }: GroupShares,
  claims: readonly GroupClaim[],
): readonly JudgedGroups[] {
  const differing = new Set(
    claims.flatMap((claim) => (claim.code === 'differs' ? [claim.strategy] : [])),
  );
  return rows.map((row) => ({ ...row, differs: differing.has(row.strategy) }));
}

export function groupTwin(
  rows: readonly JudgedGroups[],
  { agencies, citizens }: GroupShares,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<JudgedGroups> {
  const words = t.dashboard;
  const base = Math.min(agencies, citizens);
  const result = ({ differs }: JudgedGroups) => (differs ? words.groupClear : words.groupUnclear);
  const share = (name: string, of: (row: JudgedGroups) => number, n: number) =>
    shareColumn<JudgedGroups>(words.percentName(name), of, () => n, formatShare);
  const points = (name: string, of: (row: JudgedGroups) => number) => {
    const raw = (row: JudgedGroups) => Number((of(row) * 100).toFixed(decimalsOf(base)));
    return {
      ...numberColumn<JudgedGroups>(name, of, (value) => formatSignedPoints(value * 100, base)),
      raw,
      sheet: raw,
    };
  };
  return {
    file: 'rabfang-agencies-citizens',
    rows,
    rowKey: ({ strategy }) => strategy,
    isHidden: (row) => isHiddenGroup(row, { agencies, citizens }),
    columns: [
      {
        key: 'strategy',
        name: words.strategy,
        head: words.strategy,
        cell: ({ strategy }) => (
          <ListLink href={responsesHref(view, { strategy: [strategy] })}>
            <StrategyKey strategy={strategy} />
          </ListLink>
        ),
        raw: ({ strategy }) => strategyName(strategy, lang),
      },
      share(t.common.agency, ({ agency }) => agency.share, agencies),
      share(t.common.citizen, ({ citizen }) => citizen.share, citizens),
      points(words.difference, ({ difference }) => difference),
      points(words.columns.low, ({ low }) => low),
      points(words.columns.high, ({ high }) => high),
      {
        key: 'result',
        name: words.judged,
        head: words.judged,
        cell: result,
        raw: result,
        numbers: true,
      },
    ],
  };
}
