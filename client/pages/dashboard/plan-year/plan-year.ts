// What a fiscal year and the one before it say of every sub-plan: two questions to the facts, the same for one page and for the whole report.
import { useMemo } from 'preact/hooks';
import type { Filters } from '../../../../shared/api/figures.ts';
import { paths, withQuery } from '../../../../shared/api/paths.ts';
import type { Survey } from '../../../../shared/api/surveys.ts';
import { rankingBase } from '../../../../shared/figures/small-numbers.ts';
import { fiscalYearOfDay } from '../../../../shared/plan/fiscal-years.ts';
import {
  daysOfFiscalYear,
  type SubPlanYear,
  subPlanYears,
  type YearCounts,
  yearFigures,
} from '../../../../shared/plan/sub-plan-year.ts';
import { bangkokDay } from '../../../../shared/text/bangkok-day.ts';
import type { ApiProblem } from '../../../data/api.ts';
import { exactly, figuresPath } from '../../../data/figures.ts';
import { useQuery } from '../../../data/use-query.ts';
import { addressOfFilters } from '../../../ui/filters/change-filters.ts';

/** Both years as they were counted, and what they say of each sub-plan. */
export interface PlanYear {
  readonly year: number;
  readonly now: YearCounts;
  readonly before: YearCounts;
  readonly rows: readonly SubPlanYear[];
}

/** Retired ones have no page; what counts towards them is no part of the plan. */
export const activeSubPlans = (survey: Survey): readonly string[] =>
  survey.subPlans.filter(({ state }) => state === 'active').map(({ id }) => id);

/** `others`: what narrows the view beside days and sub-plans. */
export function filtersOfYear(survey: Survey, year: number, others: Filters = {}): Filters {
  const { from: _from, to: _to, subPlan: _subPlan, ...rest } = others;
  return { ...rest, subPlan: activeSubPlans(survey), ...daysOfFiscalYear(year) };
}

export const planYearOf = (
  survey: Survey,
  year: number,
  now: YearCounts,
  before: YearCounts,
): PlanYear => ({
  year,
  now,
  before,
  rows: subPlanYears(activeSubPlans(survey), year, now, before),
});

interface PlanYearState {
  readonly data: PlanYear | undefined;
  readonly error: ApiProblem | undefined;
  retry(): void;
}

/** `asOf`: what else stands on the page. */
export function usePlanYear(
  survey: Survey | null,
  year: number | null,
  others: Filters,
  asOf?: string,
): PlanYearState {
  const pathOf = (of: number) =>
    survey &&
    figuresPath(survey.id, yearFigures, addressOfFilters(filtersOfYear(survey, of, others)));
  const now = useQuery(year === null ? null : pathOf(year), asOf);
  const before = useQuery(year === null ? null : pathOf(year - 1), asOf);
  const data = useMemo(
    () =>
      survey && year !== null && now.data && before.data
        ? planYearOf(
            survey,
            year,
            exactly(yearFigures, now.data),
            exactly(yearFigures, before.data),
          )
        : undefined,
    [survey, year, now.data, before.data],
  );
  const retry = () => {
    now.refetch();
    before.refetch();
  };
  return { data, error: now.error ?? before.error, retry };
}

interface Years {
  /** with an issue, the newest first */
  readonly all: readonly number[];
  /** the newest that is over and in which enough was said to compare with; null: nothing has a day */
  readonly usual: number | null;
  readonly error: ApiProblem | undefined;
  readonly isKnown: boolean;
}

const counted = ['by-fiscal-year'] as const;

export function useFiscalYears(survey: Survey | null): Years {
  const { data, error } = useQuery(survey && figuresPath(survey.id, counted));
  return useMemo(() => {
    const issues = new Map<number, number>();
    for (const row of data ? exactly(counted, data).figures['by-fiscal-year'] : [])
      if (row.year !== null) issues.set(row.year, (issues.get(row.year) ?? 0) + row.issues);
    const all = [...issues.keys()].sort((a, b) => b - a);
    const today = fiscalYearOfDay(bangkokDay(new Date()));
    const enough = all.filter((year) => (issues.get(year) ?? 0) >= rankingBase);
    const usual = enough.find((year) => year < today) ?? enough[0] ?? all[0] ?? null;
    return { all, usual, error, isKnown: data !== undefined };
  }, [data, error]);
}

/** The words that are told apart, of the year alone. */
export function useWordsOfYear(survey: Survey | null, year: number | null) {
  const path = useMemo(() => {
    if (survey === null || year === null) return null;
    const { from = '', to = '' } = filtersOfYear(survey, year);
    return withQuery(paths.saidWords(survey.id), { from, to });
  }, [survey, year]);
  return useQuery(path).data;
}
