import { useMemo } from 'preact/hooks';
import { isHiddenGroup } from '../../../../shared/figures/not-for-outside.ts';
import {
  type GroupShares,
  groupFinding,
  groupShares,
} from '../../../../shared/figures/respondent-strategy.ts';
import { groupSentence } from '../../../i18n/finding-text.ts';
import {
  formatNumber,
  formatPercent,
  formatShare,
  formatSignedPoints,
} from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { eyeOff } from '../../../ui/icons.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { type DashboardView, partOf, responsesHref } from '../view.ts';
import { groupTwin, type JudgedGroups, judgedGroups } from './group-twin.tsx';
import './groups.css';

/** What agencies and what citizens raise. */
export function GroupFigure({
  reply,
  view,
  theme,
}: FigureInput<'by-respondent' | 'respondent-strategy'>) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const claims = reply.claims['respondent-strategy'];
  const shares = useMemo(() => groupShares(reply), [reply]);
  const rows = useMemo(() => judgedGroups(shares, claims), [shares, claims]);
  const bars = useMemo(
    () =>
      rows.map((row) =>
        barRow(row, shares, view, speech, theme.paper && isHiddenGroup(row, shares)),
      ),
    [rows, shares, view, theme, speech],
  );
  const finding = groupSentence(groupFinding(claims), speech) ?? words.groupTitle;
  const method = {
    unit: 'responses',
    unmatched: true,
    method: words.groupMethod,
    paper: theme.paper,
  } as const;
  return (
    <Figure
      how="groups"
      className="inner"
      finding={finding}
      name={words.groupTitle}
      sub={words.groupSub}
      strip={honestyStrip(reply, method, speech)}
      reply={reply}
      href={responsesHref(view)}
      twin={groupTwin(rows, shares, view, speech)}
    >
      <Legend {...shares} />
      {rows.length === 0 ? (
        <EmptyState icon={eyeOff} title={words.groupTooFew} />
      ) : (
        <BarRows
          rows={bars}
          theme={theme}
          label={finding}
          hint={words.chartHint}
          role={words.chart}
          rowHeight={60}
          thickness={30}
          labelRoom={48}
          stackOnPhone
        />
      )}
    </Figure>
  );
}

function Legend({ agencies, citizens }: GroupShares) {
  const { t } = useI18n();
  return (
    <p class="legend">
      <span>
        <i class="dot ag" aria-hidden="true" />
        {t.dashboard.groupN(t.common.agency, formatNumber(agencies))}
      </span>
      <span>
        <i class="dot" aria-hidden="true" />
        {t.dashboard.groupN(t.common.citizen, formatNumber(citizens))}
      </span>
    </p>
  );
}

function barRow(
  row: JudgedGroups,
  bases: GroupShares,
  view: DashboardView,
  { t, lang }: Speech,
  isHidden: boolean,
): BarRow {
  const { strategy, agency, citizen, differs } = row;
  const base = Math.min(bases.agencies, bases.citizens);
  const words = t.dashboard;
  return {
    key: strategy,
    label: <StrategyKey strategy={strategy} />,
    numbers: isHidden
      ? words.hidden
      : `${t.common.agency} ${formatPercent(agency.share, bases.agencies)}, ${t.common.citizen} ${formatPercent(citizen.share, bases.citizens)}`,
    bar: {
      x: isHidden ? 0 : Math.max(agency.share, citizen.share),
      low: null,
      high: null,
      value: '',
      note: isHidden ? words.hidden : '',
      fill: 'transparent',
      ...(!isHidden && {
        pair: {
          agency: agency.share,
          citizen: citizen.share,
          clear: differs,
          text: (value: number) => formatShare(value, base),
        },
      }),
    },
    point: {
      say: words.groupSay(
        strategyName(strategy, lang),
        formatPercent(agency.share, bases.agencies),
        formatPercent(citizen.share, bases.citizens),
        formatSignedPoints(row.difference * 100, base),
        formatSignedPoints(row.low * 100, base),
        formatSignedPoints(row.high * 100, base),
        differs ? words.groupClear : words.groupUnclear,
      ),
      ...partOf(view, { strategy: [strategy] }),
    },
  };
}
