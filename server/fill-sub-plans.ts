// The demonstration's sub-plans get names, as an administrator gives them: invented ones, since the official ones are not public.
import { inventedSubPlans } from '../seed/plan.ts';
import type { SubPlan } from '../shared/survey/definition.ts';

export function nameOfDemonstration(slot: SubPlan): SubPlan {
  const invented = inventedSubPlans.find(({ id }) => id === slot.id);
  if (!invented) return slot;
  const { answers: _answers, ...names } = invented;
  return { ...slot, ...names };
}
