// What the filter `status` is asked for from the tabs above the list; WORDS.md says what each counts.
import type { ReviewRules } from '../../../shared/survey/decisions.ts';
import { waitingStatuses } from '../../data/review-filters.ts';
import { capitalised } from '../../i18n/grammar.ts';
import type { Messages } from '../../i18n/messages.ts';

export interface StatusView {
  /** none: all that count */
  readonly statuses: readonly string[];
  readonly name: (t: Messages) => string;
}

type Tiers = ReviewRules['reviewTiers'];

/** The tabs of a round with so many tiers of review. */
export function statusViews(tiers: Tiers = 1): readonly StatusView[] {
  return [counted, ...waiting[tiers], notCounted, ...decided];
}

const counted: StatusView = { statuses: [], name: (t) => capitalised(t.common.quantities.counted) };
const notCounted: StatusView = {
  statuses: ['pending'],
  name: (t) => capitalised(t.common.quantities.notCounted),
};
const tierOf = (status: 'for-office' | 'for-national'): StatusView => ({
  statuses: [status],
  name: (t) => t.common.statusFilters[status],
});
const waiting: Readonly<Record<Tiers, readonly StatusView[]>> = {
  0: [],
  1: [{ statuses: waitingStatuses, name: (t) => capitalised(t.common.quantities.waiting) }],
  2: [tierOf('for-office'), tierOf('for-national')],
};
const decided = (['approved', 'returned', 'rejected'] as const).map(
  (status): StatusView => ({ statuses: [status], name: (t) => t.common.statuses[status] }),
);

/** The tab that says what is asked for; none for a choice of statuses that has no name. */
export function viewOf(filters: URLSearchParams, tiers: Tiers = 1): StatusView | undefined {
  const asked = filters.getAll('status').toSorted().join();
  return statusViews(tiers).find(({ statuses }) => statuses.toSorted().join() === asked);
}
