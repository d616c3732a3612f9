import { useFigures } from '../../data/figures.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { useLatestBatches, useTotal } from './home-data.ts';
import type { HomeProps } from './home-props.ts';
import { LatestBatches } from './LatestBatches.tsx';
import { fixTask, interruptedTask, reviewTask, uploadTask } from './office-tasks.ts';
import { PartFailed } from './PartFailed.tsx';
import { PlacesPanel } from './PlacesPanel.tsx';
import { surveyState } from './survey-words.ts';
import { TaskList } from './TaskList.tsx';

export function OfficerHome({ user, survey }: HomeProps) {
  const { t, lang } = useI18n();
  const area = useScopeName(user.scope);
  const batches = useLatestBatches(survey.id);
  const received = useTotal(survey.id, 'status=received');
  const figures = useFigures(survey.id, ['by-province']);
  const files = batches.data?.items ?? [];
  const waiting = [
    ...fixTask(files, t),
    ...reviewTask(received.data?.total ?? 0, survey, t),
    ...interruptedTask(files, t),
  ];
  const isComplete = batches.data !== undefined && received.data !== undefined;
  const isSettled = isComplete || batches.error !== undefined || received.error !== undefined;
  const hello = waiting.length
    ? t.home.helloTasks(user.name, formatNumber(waiting.length))
    : t.home.helloDone(user.name);
  return (
    <>
      <PageHead
        title={<Phrases text={isComplete ? hello : t.home.hello(user.name)} />}
        text={`${area} · ${surveyState(survey, t, lang, Date.now())}`}
      />
      <PartFailed queries={[batches, received, figures]} />
      <div class="hgrid">
        <div>
          {isSettled ? (
            <TaskList tasks={[...waiting, uploadTask(t)]} />
          ) : (
            <LoadingState lines={6} />
          )}
          {batches.data && <LatestBatches batches={files} />}
        </div>
        {figures.data && <PlacesPanel scope={user.scope} reply={figures.data} />}
      </div>
    </>
  );
}
