// Whether a round takes responses now, and why not: its state, and its days beside it.
import type { RoundState, SurveyDefinition } from './definition.ts';

/** `not-yet` before `opensAt`, `over` from `closesAt` on */
export type WhyNotOpen = Exclude<RoundState, 'open'> | 'not-yet' | 'over';

export interface RoundStanding extends Pick<SurveyDefinition, 'opensAt' | 'closesAt'> {
  readonly state: RoundState;
}

/** Why it takes no responses; null: it does. */
export function whyNotOpen(
  { state, opensAt, closesAt }: RoundStanding,
  now: Date,
): WhyNotOpen | null {
  if (state !== 'open') return state;
  if (opensAt && now < new Date(opensAt)) return 'not-yet';
  return closesAt && now >= new Date(closesAt) ? 'over' : null;
}
