// What a project and a result must be, beside their shapes. The same for the form, for files and for scripts.
import type { ProjectState } from '../api/plan.ts';
import { provinceByCode } from '../places/provinces.ts';
import { horizonOf } from './fiscal-years.ts';

export const planFaultCodes = [
  'no-province',
  'unknown-province',
  'no-sub-plan',
  'unknown-sub-plan',
  'retired-sub-plan',
  'unknown-office',
  'ends-before-start',
  'outside-horizon',
  'target-is-baseline',
  'baseline-after-result',
  'too-many',
] as const;
export type PlanFaultCode = (typeof planFaultCodes)[number];

/** One thing that is wrong: where, what, and the value that is meant. */
export interface PlanFault {
  /** `/provinces`, `/budget/2570` */
  readonly pointer: string;
  readonly code: PlanFaultCode;
  readonly value?: string;
}

/** What is judged of a project. */
export interface JudgedProject {
  readonly subPlans: readonly string[];
  readonly office: string;
  readonly provinces: 'all' | readonly string[];
  readonly budget: Readonly<Record<string, number>>;
  readonly start: string;
  readonly end: string;
  readonly state: ProjectState;
}

/** What there is to belong to. */
export interface PlanGround {
  readonly offices: ReadonlySet<string>;
  /** by id, of every round; `retired`: in none of them active */
  readonly subPlans: ReadonlyMap<string, 'active' | 'retired'>;
}

/** `before`: what it had may stay, also when it was retired since. */
export function judgeProject(
  project: JudgedProject,
  ground: PlanGround,
  before?: JudgedProject,
): PlanFault[] {
  const { office, start, end } = project;
  const faults: PlanFault[] = [...placeFaults(project), ...subPlanFaults(project, ground, before)];
  if (!ground.offices.has(office))
    faults.push({ pointer: '/office', code: 'unknown-office', value: office });
  if (end < start) faults.push({ pointer: '/end', code: 'ends-before-start' });
  else faults.push(...budgetFaults(project));
  return faults;
}

function placeFaults({ provinces }: JudgedProject): PlanFault[] {
  if (provinces === 'all') return [];
  if (provinces.length === 0) return [{ pointer: '/provinces', code: 'no-province' }];
  return provinces
    .filter((one) => !provinceByCode(one))
    .map((value) => ({ pointer: '/provinces', code: 'unknown-province', value }));
}

function subPlanFaults(
  { subPlans }: JudgedProject,
  ground: PlanGround,
  before?: JudgedProject,
): PlanFault[] {
  const pointer = '/subPlans';
  if (subPlans.length === 0) return [{ pointer, code: 'no-sub-plan' }];
  return subPlans.flatMap((value): PlanFault[] => {
    const state = ground.subPlans.get(value);
    if (state === undefined) return [{ pointer, code: 'unknown-sub-plan', value }];
    const isNew = !before?.subPlans.includes(value);
    return state === 'retired' && isNew ? [{ pointer, code: 'retired-sub-plan', value }] : [];
  });
}

function budgetFaults(project: JudgedProject): PlanFault[] {
  const horizon = horizonOf(project).map(String);
  return Object.keys(project.budget)
    .filter((year) => !horizon.includes(year))
    .map((value) => ({ pointer: `/budget/${value}`, code: 'outside-horizon', value }));
}

interface JudgedResult {
  readonly year: number;
  readonly baseline: number | null;
  readonly baselineYear: number;
  readonly target: number;
}

/** Of a project that runs from `start` to `end`. */
export function judgeResult(
  { year, baseline, baselineYear, target }: JudgedResult,
  project: Pick<JudgedProject, 'start' | 'end'>,
): PlanFault[] {
  const faults: PlanFault[] = [];
  if (!horizonOf(project).includes(year))
    faults.push({ pointer: '/year', code: 'outside-horizon', value: String(year) });
  if (baseline === target) faults.push({ pointer: '/target', code: 'target-is-baseline' });
  if (baselineYear >= year)
    faults.push({
      pointer: '/baselineYear',
      code: 'baseline-after-result',
      value: String(baselineYear),
    });
  return faults;
}
