// Views: the sums of the questions asked last, kept right while responses change. A view has seen the first `seen[s]` rows
// of shelf s. Rows behind that mark are caught up at the next request; a change before it is taken out and added again.
import { shelfCount } from './codes.ts';
import type { RowPlace } from './columns.ts';
import type { Selection } from './filter.ts';
import { scan } from './scan.ts';
import type { Shelf } from './shelf.ts';
import { Sums } from './sums.ts';
import { PlacesTally } from './tally-rows.ts';
import { SubPlansTally } from './tally-sub-plans.ts';

export interface View {
  readonly key: string;
  readonly survey: string;
  readonly selection: Selection;
  readonly sums: Sums;
  /** where the question wants districts, offices and sub-plans */
  readonly rows: { readonly places: PlacesTally; readonly subPlans: SubPlansTally } | undefined;
  /** differs whenever the sums differ, among all views of this process */
  revision: number;
  /** the last change in the provinces that were asked for, ms since 1970: of those outside it says nothing */
  asOf: number;
  /** what was made of the sums of this revision, such as the bytes of an answer */
  readonly kept: Map<string, unknown>;
}

/** A question to ask a view, which is made unless it is kept. */
export interface Asked {
  readonly key: string;
  readonly make: () => { survey: string; selection: Selection };
}

interface LiveView extends View {
  readonly seen: Int32Array;
  /** the scan under way; requests for the same view wait for it together */
  scanning: Promise<void> | undefined;
  /** questions that need it now, or as soon as others have been scanned */
  waitedFor: number;
  dropped: boolean;
}

export class Views {
  readonly #shelf: (number: number) => Shelf | undefined;
  readonly #limit: number;
  readonly #slice: number;
  readonly #asOf: (shelves: readonly number[]) => number;
  readonly #views = new Map<string, LiveView>();
  #revision = 0;
  #turn: Promise<void> = Promise.resolve();

  /** `views`: how many are kept; `slice`: rows that are scanned before others get their turn */
  constructor(
    shelf: (number: number) => Shelf | undefined,
    { views, slice }: { readonly views: number; readonly slice: number },
    asOf: (shelves: readonly number[]) => number,
  ) {
    this.#shelf = shelf;
    this.#limit = views;
    this.#slice = slice;
    this.#asOf = asOf;
  }

  /** Calls `use` at a moment when both views have seen everything; `use` must not wait for anything. */
  async ask<T>(first: Asked, second: Asked, use: (first: View, second: View) => T): Promise<T> {
    for (;;) {
      const views = [this.#hold(first), this.#hold(second)] as const;
      try {
        const behind = views.filter((one) => !this.#catchUp(one, one.scanning ? 0 : this.#slice));
        if (behind.length === 0) return use(...views);
        for (const view of behind) view.scanning ??= this.#scanInTurns(view);
        await Promise.all(behind.map(({ scanning }) => scanning));
      } finally {
        for (const view of views) view.waitedFor -= 1;
      }
    }
  }

  /** Makes a change to a row: the views that have seen it take it out before and add it after. */
  change({ shelf, number, r }: RowPlace, change: () => void): void {
    const seeing = [...this.#views.values()].filter((view) => r < (view.seen[number] ?? 0));
    const count = (sign: 1 | -1) => {
      for (const view of seeing) {
        addRows(view, { shelf, number }, [r, r + 1], sign);
        if (scan(view.selection, shelf, number, r, r + 1, view.sums, sign)) this.#changed(view);
      }
    };
    count(-1);
    change();
    count(1);
  }

  /** Rows of a shelf moved: `moved[r]` is where row r stands now. */
  moved(number: number, moved: Int32Array): void {
    for (const { seen } of this.#views.values()) seen[number] = moved[seen[number] ?? 0] ?? 0;
  }

  /** Forgets some views, or all. */
  drop(which: (view: View) => boolean = () => true): void {
    for (const view of this.#views.values()) {
      if (!which(view)) continue;
      view.dropped = true;
      this.#views.delete(view.key);
    }
  }

  /** Something has a code that had none: what was asked for it is asked anew. */
  dropProvisional(): void {
    this.drop(({ selection }) => selection.provisional);
  }

  #hold({ key, make }: Asked): LiveView {
    const known = this.#views.get(key);
    this.#views.delete(key);
    const view: LiveView = known ?? this.#start(key, make());
    if (!known) this.#makeRoom();
    this.#views.set(key, view);
    view.waitedFor += 1;
    return view;
  }

  #start(key: string, question: { survey: string; selection: Selection }): LiveView {
    return {
      key,
      ...question,
      sums: new Sums(),
      rows: question.selection.towards && {
        places: new PlacesTally(),
        subPlans: new SubPlansTally(),
      },
      seen: new Int32Array(shelfCount),
      revision: ++this.#revision,
      asOf: this.#asOf(question.selection.shelves),
      kept: new Map(),
      scanning: undefined,
      waitedFor: 0,
      dropped: false,
    };
  }

  /** The view not asked for longest goes first; one that is waited for stays, or many at once would starve each other. */
  #makeRoom(): void {
    let over = this.#views.size + 1 - this.#limit;
    for (const view of this.#views.values()) {
      if (over <= 0) return;
      if (view.waitedFor > 0) continue;
      this.#views.delete(view.key);
      over -= 1;
    }
  }

  /** Scans at most `budget` unseen rows; true when the view has seen everything. */
  #catchUp(view: LiveView, budget: number): boolean {
    // a row of these takes several times as long
    let left = view.rows ? Math.ceil(budget / 8) : budget;
    for (const number of view.selection.shelves) {
      const shelf = this.#shelf(number);
      const from = view.seen[number] ?? 0;
      if (!shelf || from === shelf.length) continue;
      if (left === 0) return false;
      const to = Math.min(shelf.length, from + left);
      left -= to - from;
      view.seen[number] = to;
      addRows(view, { shelf, number }, [from, to], 1);
      if (scan(view.selection, shelf, number, from, to, view.sums, 1)) this.#changed(view);
      if (to < shelf.length) return false;
    }
    return true;
  }

  /** One slice, of one view, a turn of the event loop. */
  async #scanInTurns(view: LiveView): Promise<void> {
    try {
      do {
        this.#turn = this.#turn.then(nextTurn);
        await this.#turn;
      } while (!view.dropped && !this.#catchUp(view, this.#slice));
    } finally {
      view.scanning = undefined;
    }
  }

  #changed(view: LiveView): void {
    view.revision = ++this.#revision;
    view.asOf = this.#asOf(view.selection.shelves);
    view.kept.clear();
  }
}

function addRows(
  { rows, selection }: View,
  shelf: { readonly shelf: Shelf; readonly number: number },
  range: readonly [from: number, to: number],
  sign: 1 | -1,
): void {
  rows?.places.add(selection, shelf, range, sign);
  rows?.subPlans.add(selection, shelf, range, sign);
}

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
