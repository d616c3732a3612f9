// What is selected in the queue, what is asked about it, and the decision of many that comes of it.
import { useEffect, useState } from 'preact/hooks';
import type { NewDecisionOfMany } from '../../../shared/api/decisions-of-many.ts';
import type { AskedOfMany } from './ManyDialog.tsx';
import * as chosen from './selection.ts';
import { isGoingOn, type ManyChosen, type ManyDesk, useMany } from './use-many.ts';
import type { ReviewDesk } from './use-review-desk.ts';

export interface Selecting {
  readonly selection: chosen.QueueSelection;
  readonly many: ManyDesk;
  readonly asked: AskedOfMany | null;
  /** the last thing that was decided here was many, and can be taken back */
  readonly isNewest: boolean;
  toggle(id: string, reach: boolean): void;
  /** on to this one, from the one that is open */
  reach(id: string | undefined, from: string | undefined): void;
  all(): void;
  none(): void;
  ask(decision: NewDecisionOfMany['decision']): void;
  close(): void;
  begun(): void;
}

export function useSelection(
  survey: string,
  filters: URLSearchParams,
  review: ReviewDesk,
): Selecting {
  const [selection, select] = useState(chosen.noSelection);
  const [asked, setAsked] = useState<AskedOfMany | null>(null);
  /** how many were decided one by one when it began */
  const [decidedBefore, setDecidedBefore] = useState(0);
  const many = useMany(survey, review.reload);
  const { items, decided } = review.desk;
  const order = items.map(({ id }) => id);
  useEffect(() => select(chosen.noSelection), [survey, `${filters}`]);
  useEffect(() => select((now) => chosen.among(now, order)), [items]);
  const { action } = many;
  const mayTakeBack = action !== null && !isGoingOn(action) && action.state !== 'taken-back';
  const means = (): ManyChosen =>
    selection.all ? { filters: filtersOf(filters) } : { ids: [...selection.ids] };
  return {
    selection,
    many,
    asked,
    isNewest: mayTakeBack && decided.length <= decidedBefore,
    toggle: (id, reach) =>
      select((now) => (reach ? chosen.reachTo(now, order, id) : chosen.toggleOne(now, id))),
    reach: (id, from) => {
      if (id === undefined) return;
      const anchored = (now: chosen.QueueSelection) =>
        now.anchor === null && from !== undefined ? chosen.toggleOne(now, from) : now;
      select((now) => chosen.reachTo(anchored(now), order, id));
    },
    all: () => select(chosen.toggleAll),
    none: () => select(chosen.noSelection),
    ask: (decision) => setAsked({ decision, chosen: means() }),
    close: () => setAsked(null),
    begun: () => {
      setAsked(null);
      select(chosen.noSelection);
      setDecidedBefore(decided.length);
    },
  };
}

/** As the server takes them: by name, what each may be. */
function filtersOf(query: URLSearchParams): NonNullable<ManyChosen['filters']> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      // a day is one
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}
