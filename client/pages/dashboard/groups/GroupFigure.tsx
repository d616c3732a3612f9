import { useMemo } from 'preact/hooks';
import {
  type GroupShares,
  groupFinding,
  groupShares,
} from '../../../../shared/figures/respondent-strategy.ts';
import { groupSentence } from '../../../i18n/finding-text.ts';
import { formatNumber, formatPercent, formatPoints } from '../../../i18n/format.ts';
import { type Speech, useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { eyeOff } from '../../../ui/icons.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-input.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import { type DashboardView, responsesHref } from '../view.ts';
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
  const bars = useMemo(() => rows.map((row) => barRow(row, view, speech)), [rows, view, speech]);
  const finding = groupSentence(groupFinding(claims), speech) ?? words.groupTitle;
  const method = { unit: 'responses', unmatched: true, method: words.groupMethod } as const;
  return (
    <Figure
      className="inner"
      finding={finding}
      name={words.groupTitle}
      sub={words.groupSub}
      strip={honestyStrip(reply, method, speech)}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={groupTwin(rows, view, speech)}
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
          rowHeight={46}
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

function barRow(row: JudgedGroups, view: DashboardView, { t, lang }: Speech): BarRow {
  const { strategy, agency, citizen, differs } = row;
  const words = t.dashboard;
  return {
    key: strategy,
    label: <StrategyKey strategy={strategy} />,
    bar: {
      x: Math.max(agency.share, citizen.share),
      low: null,
      high: null,
      value: '',
      note: '',
      fill: 'transparent',
      pair: {
        agency: agency.share,
        citizen: citizen.share,
        clear: differs,
        text: (value) => formatPoints(value * 100),
      },
    },
    point: {
      say: words.groupSay(
        strategyName(strategy, lang),
        formatPercent(agency.share),
        formatPercent(citizen.share),
        formatPoints(Math.abs(row.difference) * 100),
        formatPoints(row.low * 100),
        formatPoints(row.high * 100),
        differs ? words.groupClear : words.groupUnclear,
      ),
      href: responsesHref(view, { strategy: [strategy] }),
    },
  };
}
