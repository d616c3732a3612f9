// The responses behind a number: newest first by (receivedAt, id), or oldest first, a page after a cursor, and how many in all.
import { problem } from '../http/problem.ts';
import type { Selection } from './filter.ts';
import type { Id } from './ids.ts';
import { compareIds, fromId, toId } from './ids.ts';
import { countsInRow } from './scan.ts';
import type { Shelf } from './shelf.ts';

export interface PageWanted {
  readonly limit: number;
  /** `next` of the page before */
  readonly after: string | null;
  /** what waits is worked on in the order it came in; else newest first */
  readonly oldestFirst?: boolean;
}

export interface FoundIds {
  readonly ids: readonly string[];
  readonly next: string | null;
  /** of all pages */
  readonly total: number;
}

interface Entry {
  readonly receivedAt: number;
  readonly id: Id;
}

type Order = (a: Entry, b: Entry) => number;

/** < 0 when a comes before b */
const newestFirst: Order = (a, b) => b.receivedAt - a.receivedAt || compareIds(b.id, a.id);
const oldestFirst: Order = (a, b) => newestFirst(b, a);

/** @throws unreadable for a cursor that is none */
export function find(shelves: readonly Shelf[], selection: Selection, page: PageWanted): FoundIds {
  const first = new First(
    page.oldestFirst ? oldestFirst : newestFirst,
    page.limit + 1,
    page.after === null ? undefined : readCursor(page.after),
  );
  let total = 0;
  for (const number of selection.shelves) {
    const shelf = shelves[number];
    if (!shelf) continue;
    for (let r = shelf.length - 1; r >= 0; r--) {
      if (!countsInRow(selection, shelf, r)) continue;
      total += 1;
      first.offer(shelf, r);
    }
  }
  const entries = first.sorted();
  const shown = entries.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => fromId(id)),
    next: last && entries.length > page.limit ? toCursor(last) : null,
    total,
  };
}

/** Keeps the first `count` of what it is offered, in an order, of those that come after a cursor. */
class First {
  readonly #order: Order;
  /** of times, as the order has them */
  readonly #sign: 1 | -1;
  readonly #count: number;
  readonly #after: Entry | undefined;
  #entries: Entry[] = [];
  #last: Entry | undefined;

  constructor(order: Order, count: number, after: Entry | undefined) {
    this.#order = order;
    this.#sign = order === newestFirst ? 1 : -1;
    this.#count = count;
    this.#after = after;
  }

  offer(shelf: Shelf, r: number): void {
    const receivedAt = shelf.receivedAt[r] ?? 0;
    const sign = this.#sign;
    if (this.#last && sign * (receivedAt - this.#last.receivedAt) < 0) return;
    if (this.#after && sign * (receivedAt - this.#after.receivedAt) > 0) return;
    const entry = { receivedAt, id: shelf.idAt(r) };
    if (this.#last && this.#order(entry, this.#last) > 0) return;
    if (this.#after && this.#order(entry, this.#after) <= 0) return;
    this.#entries.push(entry);
    // sorting at twice the count, not at each entry, keeps this linear
    if (this.#entries.length >= 2 * this.#count) this.#last = this.sorted().at(-1);
  }

  sorted(): readonly Entry[] {
    this.#entries = this.#entries.sort(this.#order).slice(0, this.#count);
    return this.#entries;
  }
}

const toCursor = ({ receivedAt, id }: Entry): string => `${receivedAt}_${fromId(id)}`;

function readCursor(text: string): Entry {
  const [, receivedAt, id] = /^(-?\d{1,15})_([0-9a-f-]{36})$/.exec(text) ?? [];
  try {
    if (receivedAt !== undefined && id !== undefined)
      return { receivedAt: Number(receivedAt), id: toId(id) };
  } catch {
    // no id: said below like every other cursor that is none
  }
  throw problem('unreadable', {
    detail: '`after` is not a cursor from the page before.',
    errors: [{ pointer: '/query/after' }],
  });
}
