// The rows of the comparison with what is claimed of each, and their table twin.
import type { GroupClaim } from '../../../../shared/api/claims.ts';
import type { GroupShare, GroupShares } from '../../../../shared/figures/respondent-strategy.ts';
import { formatPercent, formatSignedPoints } from '../../../i18n/format.ts';
import type { Speech } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { numberColumn, type TableTwin } from '../frame/table-twin.ts';
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
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<JudgedGroups> {
  const words = t.dashboard;
  const percent = (share: number) => formatPercent(share);
  const result = ({ differs }: JudgedGroups) => (differs ? words.groupClear : words.groupUnclear);
  return {
    file: 'rabfang-agencies-citizens',
    rows,
    rowKey: ({ strategy }) => strategy,
    columns: [
      {
        key: 'strategy',
        name: words.strategy,
        head: words.strategy,
        cell: ({ strategy }) => (
          <a href={responsesHref(view, { strategy: [strategy] })}>
            <StrategyKey strategy={strategy} />
          </a>
        ),
        raw: ({ strategy }) => strategyName(strategy, lang),
      },
      numberColumn(t.common.agency, ({ agency }) => agency.share, percent),
      numberColumn(t.common.citizen, ({ citizen }) => citizen.share, percent),
      numberColumn(
        words.difference,
        ({ difference }) => difference,
        (difference) => formatSignedPoints(difference * 100),
      ),
      { key: 'result', name: words.judged, head: words.judged, cell: result, raw: result },
    ],
  };
}
