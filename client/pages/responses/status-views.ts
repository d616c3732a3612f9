// What the filter `status` is asked for from the tabs above the list; WORDS.md says what each counts.
import { waitingStatuses } from '../../data/review-filters.ts';
import { capitalised } from '../../i18n/grammar.ts';
import type { Messages } from '../../i18n/messages.ts';

export interface StatusView {
  /** none: all that count */
  readonly statuses: readonly string[];
  readonly name: (t: Messages) => string;
}

export const statusViews: readonly StatusView[] = [
  { statuses: [], name: (t) => capitalised(t.common.quantities.counted) },
  { statuses: waitingStatuses, name: (t) => capitalised(t.common.quantities.waiting) },
  { statuses: ['pending'], name: (t) => capitalised(t.common.quantities.notCounted) },
  { statuses: ['approved'], name: (t) => t.common.statuses.approved },
  { statuses: ['returned'], name: (t) => t.common.statuses.returned },
  { statuses: ['rejected'], name: (t) => t.common.statuses.rejected },
];

/** The tab that says what is asked for; none for a choice of statuses that has no name. */
export function viewOf(filters: URLSearchParams): StatusView | undefined {
  const asked = filters.getAll('status').toSorted().join();
  return statusViews.find(({ statuses }) => statuses.toSorted().join() === asked);
}
