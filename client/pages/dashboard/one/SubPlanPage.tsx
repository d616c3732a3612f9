import { useMemo } from 'preact/hooks';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { nameIn } from '../../../../shared/text/names.ts';
import { subPlanHref } from '../../../data/plan-addresses.ts';
import { useSurvey } from '../../../data/survey.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import type { PageProps } from '../../../page-props.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';
import { WithYear } from '../plan-year/WithYear.tsx';
import { type DashboardView, readView } from '../view.ts';
import { OnePage } from './OnePage.tsx';

type SubPlan = Survey['subPlans'][number];

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
    <WithYear survey={survey} id={id} name={nameOf(all[at])} others={others}>
      {(year) => (
        <OnePage
          name={nameOf(all[at])}
          view={view}
          others={others}
          hrefWith={(filters) => hrefOf(id, filters)}
          before={neighbour(-1)}
          after={neighbour(1)}
          {...year}
        />
      )}
    </WithYear>
  );
}

function hrefOf(id: string, { subPlan: _, ...filters }: DashboardView['filters']): string {
  const query = addressOfFilters(filters);
  return query.size === 0 ? subPlanHref(id) : `${subPlanHref(id)}?${query}`;
}
