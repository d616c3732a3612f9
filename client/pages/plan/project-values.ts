// What stands in the form of a project, and what it comes to: a project, or what is wrong with it.
import {
  type NewProject,
  type Project,
  type ProjectState,
  projectCode,
} from '../../../shared/api/plan.ts';
import { horizonOf } from '../../../shared/plan/fiscal-years.ts';
import {
  judgeProject,
  type PlanFaultCode,
  type PlanGround,
} from '../../../shared/plan/judge-project.ts';
import { type Names, nameIn } from '../../../shared/text/names.ts';
import { parseNumber } from '../../../shared/text/numbers.ts';
import { readTypedDay } from '../../data/read-typed-day.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Lang } from '../../i18n/messages.ts';

export interface ProjectValues {
  readonly code: string;
  readonly names: Names;
  readonly subPlans: readonly string[];
  readonly office: string | null;
  readonly everywhere: boolean;
  readonly provinces: readonly string[];
  /** as they are typed */
  readonly start: string;
  readonly end: string;
  /** by fiscal year, as it is typed */
  readonly budget: Readonly<Record<string, string>>;
  readonly state: ProjectState;
}

export type ValueFault = 'missing' | 'number' | 'day' | 'code';
/** by the name of a field, of a budget `budget/2569` */
export type ProjectFaults = Readonly<Record<string, ValueFault | PlanFaultCode>>;

export function valuesOfProject(project: Project | null, lang: Lang): ProjectValues {
  if (!project)
    return {
      code: '',
      names: { th: '', en: '' },
      subPlans: [],
      office: null,
      everywhere: false,
      provinces: [],
      start: '',
      end: '',
      budget: {},
      state: 'planned',
    };
  const { code, subPlans, office, provinces, start, end, budget, state } = project;
  const english = nameIn(project, 'en');
  return {
    code,
    names: { th: nameIn(project, 'th'), en: english === nameIn(project, 'th') ? '' : english },
    subPlans,
    office,
    everywhere: provinces === 'all',
    provinces: provinces === 'all' ? [] : provinces,
    start: formatDay(start, lang),
    end: formatDay(end, lang),
    budget: Object.fromEntries(
      Object.entries(budget).map(([year, baht]) => [year, formatNumber(baht)]),
    ),
    state,
  };
}

/** The years that a budget is asked for, while both days are ones. */
export function yearsOfForm({ start, end }: Pick<ProjectValues, 'start' | 'end'>): number[] {
  const [from, to] = [readTypedDay(start), readTypedDay(end)];
  return from && to ? horizonOf({ start: from, end: to }).slice(0, 30) : [];
}

type Meant =
  | { readonly project: Omit<NewProject, 'nameTh' | 'nameEn'> & { readonly names: Names } }
  | { readonly faults: ProjectFaults };

/** `before`: what it was; what it had may stay. */
export function meantProject(
  values: ProjectValues,
  ground: PlanGround,
  before: Project | null,
): Meant {
  const faults: Record<string, ValueFault | PlanFaultCode> = {};
  const [start, end] = [dayOf(values.start, 'start', faults), dayOf(values.end, 'end', faults)];
  if (!projectCode.test(values.code.trim())) faults.code = values.code ? 'code' : 'missing';
  if (values.names.th.trim() === '') faults.name = 'missing';
  const budget: Record<string, number> = {};
  for (const year of yearsOfForm(values).map(String)) {
    const text = values.budget[year]?.trim() ?? '';
    const baht = text === '' ? undefined : parseNumber(text);
    if (baht === null) faults[`budget/${year}`] = 'number';
    else if (baht !== undefined) budget[year] = baht;
  }
  const { code, names, subPlans, state, everywhere } = values;
  const project = {
    code: code.trim(),
    names: { th: names.th.trim(), en: names.en.trim() },
    subPlans: [...subPlans],
    office: values.office ?? '',
    provinces: everywhere ? ('all' as const) : [...values.provinces],
    budget,
    start,
    end,
    state,
  };
  for (const { pointer, code: fault } of judgeProject(project, ground, before ?? undefined))
    faults[pointer.slice(1)] ??= fault;
  return Object.keys(faults).length > 0 ? { faults } : { project };
}

function dayOf(text: string, name: string, faults: Record<string, string>): string {
  const day = readTypedDay(text);
  if (!day) faults[name] = day === null ? 'missing' : 'day';
  return day ?? '';
}
