// What a year costs: a project that is finished has had its budget as one that still runs, and one that was taken out of the plan has none.
import type { PlannedProject } from './plan-matrix.ts';

export const isInPlan = ({ state }: Pick<PlannedProject, 'state'>): boolean => state !== 'retired';

/** Baht of a fiscal year over all projects of the plan; null where none gave a budget of it: that is not zero. */
export function budgetOfYear(
  projects: readonly Pick<PlannedProject, 'state' | 'budget'>[],
  year: number,
): number | null {
  const given = projects.filter(isInPlan).flatMap(({ budget }) => budget[String(year)] ?? []);
  return given.length === 0 ? null : given.reduce((sum, baht) => sum + baht, 0);
}
