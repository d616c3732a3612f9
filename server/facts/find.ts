// The responses behind a number: newest first by (receivedAt, id), a page after a cursor, and how many there are in all.
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

/** < 0 when a comes before b */
function newestFirst(a: Entry, b: Entry): number {
  return b.receivedAt - a.receivedAt || compareIds(b.id, a.id);
}

/** @throws unreadable for a cursor that is none */
export function find(shelves: readonly Shelf[], selection: Selection, page: PageWanted): FoundIds {
  const newest = new Newest(
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
      newest.offer(shelf, r);
    }
  }
  const entries = newest.sorted();
  const shown = entries.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => fromId(id)),
    next: last && entries.length > page.limit ? toCursor(last) : null,
    total,
  };
}

/** Keeps the `count` newest of what it is offered, of those that come after a cursor. */
class Newest {
  readonly #count: number;
  readonly #after: Entry | undefined;
  #entries: Entry[] = [];
  #last: Entry | undefined;

  constructor(count: number, after: Entry | undefined) {
    this.#count = count;
    this.#after = after;
  }

  offer(shelf: Shelf, r: number): void {
    const receivedAt = shelf.receivedAt[r] ?? 0;
    if (this.#last && receivedAt < this.#last.receivedAt) return;
    if (this.#after && receivedAt > this.#after.receivedAt) return;
    const entry = { receivedAt, id: shelf.idAt(r) };
    if (this.#last && newestFirst(entry, this.#last) > 0) return;
    if (this.#after && newestFirst(entry, this.#after) <= 0) return;
    this.#entries.push(entry);
    // sorting at twice the count, not at each entry, keeps this linear
    if (this.#entries.length >= 2 * this.#count) this.#last = this.sorted().at(-1);
  }

  sorted(): readonly Entry[] {
    this.#entries = this.#entries.sort(newestFirst).slice(0, this.#count);
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
