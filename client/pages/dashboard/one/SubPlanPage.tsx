import { useMemo } from 'preact/hooks';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useQuery } from '../../../data/use-query.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState, ProblemState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { type DashboardView, readView } from '../view.ts';
import { OnePage } from './OnePage.tsx';

const shownAtOnce = 200;

type SubPlan = Survey['subPlans'][number];

const subPlanHref = (id: string): string => `#/plan/sub-plans/${encodeURIComponent(id)}`;

/** All of one sub-plan: what counts towards it, what people said, and what is done about it. */
export function SubPlanPage({ params, query }: PageProps) {
  const { t, lang } = useI18n();
  const { survey } = useSurvey();
  const id = decodeURIComponent(params.id ?? '');
  const all = survey?.subPlans ?? [];
  const at = all.findIndex((one) => one.id === id);
  const others = useMemo(() => {
    const { subPlan: _, ...rest } = readView(query).filters;
    return rest;
  }, [query]);
  const view = useMemo(
    (): DashboardView => ({ compare: null, filters: { ...others, subPlan: [id] } }),
    [others, id],
  );
  if (survey && at < 0)
    return (
      <ErrorState wholePage title={t.planMatrix.noSubPlan} text={t.planMatrix.noSubPlanWhy}>
        <a href="#/plan">{t.planMatrix.inPlan}</a>
      </ErrorState>
    );
  const nameOf = (one: SubPlan | undefined) =>
    one && nameIn(one, lang) !== ''
      ? `${one.code} ${nameIn(one, lang)}`
      : t.plan.unnamed(one?.code ?? id);
  const neighbour = (step: number) => {
    const one = all.at((at + step) % Math.max(all.length, 1));
    return { name: nameOf(one), href: hrefOf(one?.id ?? id, others) };
  };
  return (
    <OnePage
      name={nameOf(all[at])}
      view={view}
      others={others}
      hrefWith={(filters) => hrefOf(id, filters)}
      before={neighbour(-1)}
      after={neighbour(1)}
      beside={() => <ProjectsOf subPlan={id} />}
    />
  );
}

function hrefOf(id: string, { subPlan: _, ...filters }: DashboardView['filters']): string {
  const query = addressOfFilters(filters);
  return query.size === 0 ? subPlanHref(id) : `${subPlanHref(id)}?${query}`;
}

/** What is done about it: each project opens. */
function ProjectsOf({ subPlan }: { readonly subPlan: string }) {
  const { t, lang } = useI18n();
  const words = t.planMatrix;
  const { data, error, refetch } = useQuery(
    withQuery(paths.projects(), { subPlan, limit: shownAtOnce }),
  );
  return (
    <section class="fig inner" aria-label={words.projectsHere}>
      <h2>{words.projectsHere}</h2>
      {error && !data && <ProblemState problem={error} onRetry={refetch} />}
      {data?.items.length === 0 && (
        <EmptyState title={words.noProjects} text={words.noProjectsWhy} />
      )}
      <ul class="plain mt2">
        {data?.items.map((project) => (
          <li key={project.id} class="mt2">
            <a href={`#/plan/projects/${encodeURIComponent(project.id)}`}>
              {nameIn(project, lang)}
            </a>{' '}
            <span class="muted small">
              {project.code} · {t.plan.states[project.state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
