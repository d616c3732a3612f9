// Which responses of the queue are selected: some by hand, or everything behind the filters. Pure.

export interface QueueSelection {
  readonly ids: readonly string[];
  /** everything behind the filters, also what is not loaded */
  readonly all: boolean;
  /** from where a range is reached out */
  readonly anchor: string | null;
}

export const noSelection: QueueSelection = { ids: [], all: false, anchor: null };

export const isNothingSelected = ({ ids, all }: QueueSelection): boolean =>
  !all && ids.length === 0;
export const isSelected = ({ ids, all }: QueueSelection, id: string): boolean =>
  all || ids.includes(id);

export function toggleOne({ ids, all }: QueueSelection, id: string): QueueSelection {
  // of everything, one is taken out: what is left is chosen by hand
  if (all) return { ids: [], all: false, anchor: id };
  const without = ids.filter((one) => one !== id);
  return { ids: without.length < ids.length ? without : [...ids, id], all: false, anchor: id };
}

export function toggleAll({ all }: QueueSelection): QueueSelection {
  return { ...noSelection, all: !all };
}

/** All from the anchor to this one, in the order of the queue; those selected before stay. */
export function reachTo(
  selection: QueueSelection,
  order: readonly string[],
  id: string,
): QueueSelection {
  if (selection.all) return selection;
  const to = order.indexOf(id);
  const from = order.indexOf(selection.anchor ?? id);
  if (to < 0 || from < 0) return toggleOne(selection, id);
  const range = order.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ...selection, ids: [...new Set([...selection.ids, ...range])] };
}

/** What has left the queue is no longer selected. */
export function among(selection: QueueSelection, order: readonly string[]): QueueSelection {
  const there = new Set(order);
  const ids = selection.ids.filter((id) => there.has(id));
  return ids.length === selection.ids.length ? selection : { ...selection, ids };
}
