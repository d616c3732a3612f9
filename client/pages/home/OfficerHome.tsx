import { useFigures } from '../../data/figures.ts';
import { waitingQuery } from '../../data/review-filters.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { useExpired, useLatestBatches, useTotal } from './home-data.ts';
import type { HomeProps } from './home-props.ts';
import { LatestBatches } from './LatestBatches.tsx';
import { expiredTask, fixTask, interruptedTask, reviewTask, uploadTask } from './office-tasks.ts';
import { PartFailed } from './PartFailed.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { surveyState } from './survey-words.ts';
import { TaskList } from './TaskList.tsx';

export function OfficerHome({ user, survey }: HomeProps) {
  const speech = useI18n();
  const { t } = speech;
  const area = useScopeName(user.scope);
  const batches = useLatestBatches(survey.id);
  const waiting = useTotal(survey.id, waitingQuery(survey, user.scope));
  const figures = useFigures(survey.id, ['by-province']);
  const expired = useExpired();
  const files = batches.data?.items ?? [];
  const tasks = [
    ...fixTask(files, t),
    ...reviewTask(waiting.data?.total ?? 0, figures.data?.strip.pending, t),
    ...interruptedTask(files, t),
    ...expiredTask(expired.data, t),
  ];
  const isComplete = batches.data !== undefined && waiting.data !== undefined;
  const isSettled = isComplete || batches.error !== undefined || waiting.error !== undefined;
  const hello = tasks.length
    ? t.home.helloTasks(user.name, formatNumber(tasks.length))
    : t.home.helloDone(user.name);
  return (
    <>
      <PageHead
        title={<Phrases text={isComplete ? hello : t.home.hello(user.name)} />}
        text={`${area} · ${surveyState(survey, speech, Date.now())}`}
      />
      <PartFailed queries={[batches, waiting, figures, expired]} />
      <div class="hgrid">
        <div>
          {isSettled ? <TaskList tasks={[...tasks, uploadTask(t)]} /> : <LoadingState lines={6} />}
          {batches.data && <LatestBatches batches={files} />}
        </div>
        {figures.data && <PlacesPanel scope={user.scope} reply={figures.data} />}
      </div>
    </>
  );
}
