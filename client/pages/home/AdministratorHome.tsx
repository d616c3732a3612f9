import type { CountsOf } from '../../../shared/api/figures.ts';
import { useFigures } from '../../data/figures.ts';
import { waitingQuery } from '../../data/review-filters.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { useScopeName } from '../../ui/ScopeName.tsx';
import { useExpired, useLatestBatches, useTotal } from './home-data.ts';
import type { HomeProps } from './home-props.ts';
import { LatestBatches } from './LatestBatches.tsx';
import { expiredTask, fixTask, interruptedTask, reviewTask } from './office-tasks.ts';
import { countingTasks, dashboardTask, silentTask } from './overview-tasks.ts';
import { PartFailed } from './PartFailed.tsx';
import { daysLeft, surveyName, surveyState } from './survey-words.ts';
import { TaskList } from './TaskList.tsx';

export function AdministratorHome({ user, survey }: HomeProps) {
  const { t, lang } = useI18n();
  const area = useScopeName(user.scope);
  const figures = useFigures(survey.id, ['by-province']);
  const batches = useLatestBatches(survey.id);
  const waiting = useTotal(survey.id, waitingQuery(survey, user.scope));
  const expired = useExpired();
  const files = batches.data?.items ?? [];
  const tasks = [
    ...(figures.data ? silentTask(figures.data, t, lang) : []),
    ...reviewTask(waiting.data?.total ?? 0, figures.data?.strip.pending, t),
    ...interruptedTask(files, t),
    ...expiredTask(expired.data, t),
    ...fixTask(files, t),
    ...(figures.data
      ? countingTasks(figures.data, t).filter(({ key }) => key === 'unmatched')
      : []),
    dashboardTask(t),
  ];
  return (
    <>
      <PageHead
        title={<Phrases text={useRoundHeadline({ user, survey })} />}
        text={`${t.home.hello(user.name)} · ${area}`}
      />
      <PartFailed queries={[figures, batches, waiting, expired]} />
      <div class="hgrid">
        <div>
          {figures.loading && !figures.data ? (
            <LoadingState lines={6} />
          ) : (
            <TaskList tasks={tasks} />
          )}
          {batches.data && <LatestBatches batches={files} />}
        </div>
        {figures.data && <Sums reply={figures.data} waiting={waiting.data?.total} />}
      </div>
    </>
  );
}

function useRoundHeadline({ survey }: HomeProps): string {
  const speech = useI18n();
  const { t, lang } = speech;
  const days = daysLeft(survey, Date.now());
  if (!survey.open || days === 0) return surveyState(survey, speech, Date.now());
  const name = surveyName(survey, lang);
  const words = t.home.survey;
  return days === null
    ? words.openHeadline(name)
    : words.openHeadlineUntil(name, formatNumber(days));
}

interface SumsProps {
  readonly reply: CountsOf<never>;
  /** for review */
  readonly waiting: number | undefined;
}

function Sums({ reply, waiting }: SumsProps) {
  const { t, lang } = useI18n();
  const { strip } = reply;
  const words = t.home.administrator;
  const { provincesReporting, provincesExpected } = strip;
  return (
    <section class="panel">
      <h2>{words.sums}</h2>
      <dl class="dl mt2">
        <dt>{words.issues}</dt>
        <dd>{formatNumber(strip.issues)}</dd>
        <dt>{words.responses}</dt>
        <dd>
          <a href="#/responses">{formatNumber(strip.responses)}</a>
        </dd>
        <dt>{words.provinces}</dt>
        <dd>
          {words.ofProvinces(formatNumber(provincesReporting), formatNumber(provincesExpected))}
        </dd>
        <dt>{words.pending}</dt>
        <dd>{formatNumber(strip.pending)}</dd>
        <dt>{words.waiting}</dt>
        <dd>{waiting === undefined ? '–' : formatNumber(waiting)}</dd>
        <dt>{words.unmatched}</dt>
        <dd>{formatNumber(strip.unmatched)}</dd>
      </dl>
      <p class="small muted mt2">{t.common.asOf(formatInstant(reply.asOf, lang))}</p>
    </section>
  );
}
