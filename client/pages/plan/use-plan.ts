// What the matrix is made of: the sub-plans of the round, what was said of each where, and every project.
import { useMemo } from 'preact/hooks';
import type { Project } from '../../../shared/api/plan.ts';
import type { Survey } from '../../../shared/api/surveys.ts';
import type { RegionId } from '../../../shared/places/provinces.ts';
import { fiscalYearOfDay } from '../../../shared/plan/fiscal-years.ts';
import { type MatrixOf, type MatrixRow, matrixOf } from '../../../shared/plan/plan-matrix.ts';
import { bangkokDay } from '../../../shared/text/bangkok-day.ts';
import { useAllProjects } from '../../data/all-projects.ts';
import type { ApiProblem } from '../../data/api.ts';
import { exactly, figuresPath } from '../../data/figures.ts';
import { useQuery } from '../../data/use-query.ts';

const figures = ['by-sub-plan', 'province-sub-plan', 'by-province'] as const;

export interface Plan {
  readonly rows: readonly MatrixRow[];
  /** the same with the provinces of a region in place of the six regions */
  rowsOf(region: RegionId | null): readonly MatrixRow[];
  /** the fiscal year of the budgets */
  readonly year: number;
  readonly projects: readonly Project[];
  /** issues that count, and of them those that belong to no sub-plan */
  readonly issues: number;
  readonly without: number;
  /** issues that somebody has linked */
  readonly linked: number;
  readonly asOf: string;
}

export interface PlanState {
  readonly plan: Plan | undefined;
  readonly error: ApiProblem | undefined;
  retry(): void;
}

export function usePlan(survey: Survey | null): PlanState {
  const counted = useQuery(survey && figuresPath(survey.id, figures));
  const everything = useAllProjects();
  const { data } = counted;
  const { projects } = everything;
  const plan = useMemo(
    () =>
      survey && data && projects ? planOf(survey, exactly(figures, data), projects) : undefined,
    [survey, data, projects],
  );
  return {
    plan,
    error: counted.error ?? everything.error,
    retry: () => {
      counted.refetch();
      everything.retry();
    },
  };
}

type Reply = ReturnType<typeof exactly<(typeof figures)[number]>>;

function planOf(survey: Survey, reply: Reply, projects: readonly Project[]): Plan {
  const year = fiscalYearOfDay(bangkokDay(new Date()));
  const all = reply.figures['by-sub-plan'];
  const given: MatrixOf = {
    subPlans: survey.subPlans.filter(({ state }) => state === 'active'),
    all,
    there: reply.figures['province-sub-plan'],
    responses: reply.figures['by-province'],
    projects,
    year,
  };
  return {
    rows: matrixOf(given),
    rowsOf: (region) => matrixOf({ ...given, region }),
    year,
    projects,
    issues: reply.strip.issues,
    without: all.find(({ subPlan }) => subPlan === 'none')?.issues ?? 0,
    linked: all.reduce((sum, { linked }) => sum + linked, 0),
    asOf: reply.asOf,
  };
}
