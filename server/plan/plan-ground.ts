// What a project can belong to: offices that there are, and the sub-plans of every round.
import type { PlanGround } from '../../shared/plan/judge-project.ts';
import type { Context } from '../context.ts';
import { everyOffice } from '../offices/read-offices.ts';
import { readSurveys } from '../surveys/read-survey.ts';

export async function planGround(context: Pick<Context, 'db'>): Promise<PlanGround> {
  const [offices, surveys] = await Promise.all([everyOffice(context), readSurveys(context)]);
  const subPlans = new Map<string, 'active' | 'retired'>();
  for (const { id, state } of surveys.flatMap((survey) => survey.subPlans))
    if (subPlans.get(id) !== 'active') subPlans.set(id, state);
  return { offices: new Set(offices.map(({ id }) => id)), subPlans };
}
