import { useMemo } from 'preact/hooks';
import { formatNumber, formatPercent } from '../../../i18n/format.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { strategyName } from '../../../i18n/names.ts';
import { type BarRow, BarRows } from '../../../ui/charts/BarRows.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { eyeOff } from '../../../ui/icons.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';
import { Figure } from '../frame/Figure.tsx';
import type { FigureInput } from '../frame/figure-props.ts';
import { honestyStrip } from '../frame/honesty-strip.ts';
import type { TableTwin } from '../frame/table-twin.ts';
import { groupSentence, points, type Speech, signedPoints } from '../sentences.ts';
import { type DashboardView, responsesHref } from '../view.ts';
import { groupFinding } from './group-finding.ts';
import { type GroupShare, type GroupShares, groupShares } from './group-shares.ts';
import type { Groups } from './use-groups.ts';

type GroupFigureProps = Omit<FigureInput, 'inView'> & { readonly groups: Groups };

export function GroupFigure({ reply, view, theme, groups }: GroupFigureProps) {
  const speech = useI18n();
  const words = speech.t.dashboard;
  const shares = useMemo(() => groupShares(groups), [groups]);
  const rows = useMemo(
    () => shares.rows.map((row) => barRow(row, view, speech)),
    [shares, view, speech],
  );
  const finding = groupSentence(groupFinding(shares), speech);
  return (
    <Figure
      className="inner"
      finding={finding}
      name={words.groupTitle}
      sub={words.groupSub}
      strip={honestyStrip(
        reply,
        { unit: 'responses', unmatched: true, method: words.groupMethod },
        speech,
      )}
      issues={reply.strip.issues}
      href={responsesHref(view)}
      twin={twinOf(shares, view, speech)}
    >
      <Legend {...shares} />
      {rows.length === 0 ? (
        <EmptyState icon={eyeOff} title={words.groupTooFew} />
      ) : (
        <BarRows
          rows={rows}
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

function barRow(
  { strategy, agency, citizen, test }: GroupShare,
  view: DashboardView,
  speech: Speech,
): BarRow {
  const { t, lang } = speech;
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
        clear: test.differs,
        text: (value) => points(value * 100),
      },
    },
    point: {
      say: words.groupSay(
        strategyName(strategy, lang),
        formatPercent(agency.share),
        formatPercent(citizen.share),
        points(Math.abs(test.difference ?? 0) * 100),
        points((test.low ?? 0) * 100),
        points((test.high ?? 0) * 100),
        test.differs ? words.groupClear : words.groupUnclear,
      ),
      href: responsesHref(view, { strategy: [strategy] }),
    },
  };
}

function twinOf(
  { rows }: GroupShares,
  view: DashboardView,
  { t, lang }: Speech,
): TableTwin<GroupShare> {
  const words = t.dashboard;
  const share = (name: string, of: (row: GroupShare) => number) => ({
    key: name,
    name,
    head: name,
    numeric: true,
    cell: (row: GroupShare) => formatPercent(of(row)),
    raw: of,
  });
  const result = ({ test }: GroupShare) => (test.differs ? words.groupClear : words.groupUnclear);
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
      share(t.common.agency, ({ agency }) => agency.share),
      share(t.common.citizen, ({ citizen }) => citizen.share),
      {
        key: 'difference',
        name: words.difference,
        head: words.difference,
        numeric: true,
        cell: ({ test }) => signedPoints((test.difference ?? 0) * 100),
        raw: ({ test }) => test.difference,
      },
      { key: 'result', name: words.judged, head: words.judged, cell: result, raw: result },
    ],
  };
}
