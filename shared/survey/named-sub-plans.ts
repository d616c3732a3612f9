// Which sub-plans of a round are there for people: the slots that somebody has named.
import type { SubPlan } from './definition.ts';

/** Whether anybody has named one: until then any text may be one. */
export const hasSubPlans = (subPlans: readonly SubPlan[]): boolean => subPlans.some(isNamedSubPlan);

/** Those that may be chosen for something new. */
export const namedSubPlans = (subPlans: readonly SubPlan[]): readonly SubPlan[] =>
  subPlans.filter((one) => isNamedSubPlan(one) && one.state === 'active');

export const isNamedSubPlan = ({ nameTh }: SubPlan): boolean => nameTh !== '';
