// Which responses are meant by “waiting for review”, as filters: those that count already and those that do not count yet.
import type { Scope } from '../../shared/api/session.ts';
import { type ReviewRules, waitingFor } from '../../shared/survey/decisions.ts';

/** the values of the filter `status`, where one decision is all there is */
export const waitingStatuses = ['received', 'pending'] as const;

/** What waits for this person in a round of so many tiers. */
export function waitingHere(
  rules: Pick<ReviewRules, 'reviewTiers'>,
  scope: Scope,
): readonly string[] {
  return rules.reviewTiers === 1 ? waitingStatuses : waitingFor(rules, scope);
}

/** The same as it stands in an address. */
export function waitingQuery(rules: Pick<ReviewRules, 'reviewTiers'>, scope: Scope): string {
  return waitingHere(rules, scope)
    .map((status) => `status=${status}`)
    .join('&');
}
