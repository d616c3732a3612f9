import type { FiguresReply } from '../../../shared/api/figures.ts';
import { type Strategy, strategies, strategyNames } from '../../../shared/survey/strategies.ts';
import { formatNumber, formatPercent } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { Lang, Messages } from '../../i18n/messages.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { useFigures } from './home-data.ts';
import type { HomeProps } from './home-props.ts';
import { countingTasks, dashboardTask, silentTask } from './overview-tasks.ts';
import { PartFailed } from './PartFailed.tsx';
import { StrategiesPanel } from './StrategiesPanel.tsx';
import { surveyState } from './survey-words.ts';
import { TaskList } from './TaskList.tsx';

export function PlannerHome({ user, survey }: HomeProps) {
  const { t, lang } = useI18n();
  const area = useScopeName(user.scope);
  const figures = useFigures(survey.id, 'by-strategy,by-province');
  const reply = figures.data;
  const state = `${area} · ${surveyState(survey, t, lang, Date.now())}`;
  return (
    <>
      <PageHead
        title={<Phrases text={reply ? finding(reply, t, lang) : t.home.hello(user.name)} />}
        text={reply ? `${sums(reply, t)} · ${state}` : state}
      />
      <PartFailed queries={[figures]} />
      {!reply && !figures.error && <LoadingState lines={6} />}
      {reply && (
        <div class="hgrid">
          <TaskList
            tasks={[
              dashboardTask(t),
              ...silentTask(reply, user.scope, t, lang),
              ...countingTasks(reply, survey, t),
            ]}
          />
          <StrategiesPanel reply={reply} />
        </div>
      )}
    </>
  );
}

/** Below this many issues nothing is ranked in words. */
const leastForRanking = 30;

/** The sentence of the page, from the same reply as its numbers; a plain title when it cannot be said. */
function finding({ strip, figures }: FiguresReply, t: Messages, lang: Lang): string {
  const rows = (figures['by-strategy'] ?? [])
    .filter(({ strategy }) => (strategies as readonly string[]).includes(strategy))
    .sort((a, b) => b.issues - a.issues);
  const [first, second] = rows;
  const isClear = first !== undefined && first.issues > (second?.issues ?? 0);
  if (!isClear || strip.issues < leastForRanking) return t.home.planner.plain;
  const names = strategyNames[first.strategy as Strategy];
  const share = formatPercent(first.issues / strip.issues, strip.issues);
  return t.home.planner.top(lang === 'th' ? names.shortTh : names.shortEn, share);
}

function sums({ strip }: FiguresReply, t: Messages): string {
  const { issues, provincesReporting, provincesExpected } = strip;
  return t.home.planner.sums(
    formatNumber(issues),
    formatNumber(provincesReporting),
    formatNumber(provincesExpected),
  );
}
