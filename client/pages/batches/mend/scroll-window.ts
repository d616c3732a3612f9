// Which of very many rows of one height are to be drawn. Browsers end at some 30 million pixels, so a longer list is squeezed: the
// bar then moves several rows a pixel.

export const rowHeight = 76;
const tallest = 8_000_000;
const beside = 2;

export interface ScrollWindow {
  /** of all rows together, in pixels */
  readonly height: number;
  readonly first: number;
  readonly count: number;
  /** where the first of them is drawn */
  readonly top: number;
  /** of those a person sees something, from 0, and the one behind the last */
  readonly seenFrom: number;
  readonly seenTo: number;
}

interface Seen {
  /** rows */
  readonly total: number;
  /** pixels of the view */
  readonly view: number;
  readonly scrollTop: number;
}

export function windowOf({ total, view, scrollTop }: Seen): ScrollWindow {
  const height = Math.min(total * rowHeight, tallest);
  const at = rowAt({ total, view, scrollTop });
  const first = Math.max(Math.floor(at) - beside, 0);
  const count = Math.min(Math.ceil(view / rowHeight) + 2 * beside, total - first);
  const seen = {
    seenFrom: Math.floor(at),
    seenTo: Math.min(Math.ceil(at + view / rowHeight), total),
  };
  return { height, first, count, top: scrollTop - (at - first) * rowHeight, ...seen };
}

/** Where to scroll so that a row is in view; null: it is. */
export function scrollTo(index: number, { total, view, scrollTop }: Seen): number | null {
  const at = rowAt({ total, view, scrollTop });
  const last = at + view / rowHeight - 1;
  if (index >= at && index <= last) return null;
  const wanted = index < at ? index : index - view / rowHeight + 1;
  return offsetOf(wanted, { total, view });
}

/** How far the list is scrolled with this row at the upper edge. */
export function offsetOf(index: number, { total, view }: Omit<Seen, 'scrollTop'>): number {
  const rest = restOf(total, view);
  const most = Math.max(Math.min(total * rowHeight, tallest) - view, 0);
  return rest > 0 ? (Math.min(Math.max(index, 0), rest) / rest) * most : 0;
}

/** The row at the upper edge, with the part of it that is above. */
function rowAt({ total, view, scrollTop }: Seen): number {
  const most = Math.min(total * rowHeight, tallest) - view;
  return most > 0 ? (Math.min(scrollTop, most) / most) * restOf(total, view) : 0;
}

function restOf(total: number, view: number): number {
  return total - view / rowHeight;
}
