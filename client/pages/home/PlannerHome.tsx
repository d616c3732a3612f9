import type { CountsOf } from '../../../shared/api/figures.ts';
import { useFigures } from '../../data/figures.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Speech, useI18n } from '../../i18n/i18n.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import type { HomeProps } from './home-props.ts';
import { countingTasks, dashboardTask, silentTask } from './overview-tasks.ts';
import { PartFailed } from './PartFailed.tsx';
import { plannerHeadline } from './planner-headline.ts';
import { StrategiesPanel } from './StrategiesPanel.tsx';
import { surveyState } from './survey-words.ts';
import { TaskList } from './TaskList.tsx';

export function PlannerHome({ user, survey }: HomeProps) {
  const speech = useI18n();
  const { t, lang } = speech;
  const area = useScopeName(user.scope);
  const figures = useFigures(survey.id, ['by-strategy', 'by-province']);
  const reply = figures.data;
  const state = `${area} · ${surveyState(survey, speech, Date.now())}`;
  return (
    <>
      <PageHead
        title={<Phrases text={reply ? plannerHeadline(reply, speech) : t.home.hello(user.name)} />}
        text={reply ? `${sums(reply, speech)} · ${state}` : state}
      />
      <PartFailed queries={[figures]} />
      {!reply && !figures.error && <LoadingState lines={6} />}
      {reply && (
        <div class="hgrid">
          <TaskList
            tasks={[dashboardTask(t), ...silentTask(reply, t, lang), ...countingTasks(reply, t)]}
          />
          <StrategiesPanel reply={reply} />
        </div>
      )}
    </>
  );
}

function sums({ strip }: CountsOf<never>, { t }: Speech): string {
  const { issues, provincesReporting, provincesExpected } = strip;
  return t.home.planner.sums(
    formatNumber(issues),
    formatNumber(provincesReporting),
    formatNumber(provincesExpected),
  );
}
