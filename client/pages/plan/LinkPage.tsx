// The workbench: what is linked to nothing yet, alike ones together, the weightiest first. One key confirms a suggestion for all of them.
import { useEffect, useState } from 'preact/hooks';
import type { LinkGroup, LinkGroups } from '../../../shared/api/links.ts';
import { paths, withQuery } from '../../../shared/api/paths.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import { useSurvey } from '../../data/survey.ts';
import { useQuery } from '../../data/use-query.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useI18n } from '../../i18n/i18n.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ProblemState } from '../../ui/ErrorState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHead, Phrases } from '../../ui/Layout.tsx';
import { LoadingState } from '../../ui/LoadingState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { LinkDesk } from './LinkDesk.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import { QualityOfSuggestions } from './QualityOfSuggestions.tsx';
import { UndoLine } from './UndoLine.tsx';
import './plan.css';
import { useLinking } from './use-linking.ts';

const atOnce = 20;

export function LinkPage() {
  const { survey } = useSurvey();
  return survey ? <Workbench key={survey.id} survey={survey} /> : <LoadingState lines={8} />;
}

function Workbench({ survey }: { readonly survey: Survey }) {
  const { t } = useI18n();
  const words = t.plan.link;
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(
    withQuery(paths.links(survey.id), { limit: atOnce, after }),
  );
  const linking = useLinking(survey.id);
  const left = (data?.items ?? []).filter(({ key }) => !linking.passed.has(key));
  const isOver = data !== undefined && left.length === 0;
  // the page is worked through: the next one, or what has come meanwhile
  useEffect(() => {
    if (isOver && data.next !== null) setAfter(data.next);
  }, [isOver]);
  const title = data ? words.title(formatNumber(data.issues)) : t.shell.titles.linkIssues;
  return (
    <div class="wrap page plan">
      <PageHead title={<Phrases text={title} />} text={words.lead} />
      <PlanTabs />
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {!data && !error && <LoadingState lines={8} />}
      <FailureNotice of={linking.failure} />
      <UndoLine linking={linking} />
      {left[0] && <LinkDesk key={left[0].key} group={left[0]} linking={linking} />}
      {isOver && data.next === null && <EmptyState title={words.none} text={words.noneWhy} />}
      {left.length > 1 && <NextUp groups={left.slice(1, 6)} />}
      {data?.cut && <Notice kind="offline">{words.cut}</Notice>}
      {data && <QualityOfSuggestions of={data} />}
    </div>
  );
}

function NextUp({ groups }: { readonly groups: LinkGroups['items'] }) {
  const { t } = useI18n();
  const words = t.plan.link;
  return (
    <section class="panel mt4">
      <h2>{words.nextUp}</h2>
      <ol class="next-up">
        {groups.map(({ key, title, count }: LinkGroup) => (
          <li key={key}>
            {title} <span class="muted">{words.issues(formatNumber(count))}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
