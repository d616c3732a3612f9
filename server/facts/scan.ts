// The loop behind every figure: adds rows of one shelf to sums, or takes them out again.
// `as number`: every index here is below a length that the shelf or the tables guarantee.
import {
  cellMask,
  dayMask,
  keyBits,
  keyOfNothing,
  monthOfDay,
  strategyMask,
  strategyShift,
  strategySlots,
  subPlanOfKey,
  typeMask,
  typeShift,
  whoMask,
} from './codes.ts';
import type { Selection } from './filter.ts';
import { counts, waits } from './filter.ts';
import type { LinkFilter } from './link-sets.ts';
import type { Shelf } from './shelf.ts';
import type { Sums } from './sums.ts';
import { perShelf, perShelfAffected, types as perShelfAsked } from './sums.ts';

/** Rows `from` up to `to` (exclusive) of the shelf with this number. True when anything changed. */
export function scan(
  selection: Selection,
  shelf: Shelf,
  number: number,
  from: number,
  to: number,
  sums: Sums,
  sign: 1 | -1,
): boolean {
  const { days, rare } = selection;
  if (selection.links) markIssues(selection.links, shelf, from, to);
  const read = selection.links ? marked(shelf) : shelf;
  if (!days && !rare) return scanRows(selection, read, number, from, to, sums, sign);
  let changed = false;
  for (let r = from; r < to; ) {
    const end = Math.min(to, shelf.zoneEnd(r));
    if (!days || !shelf.zoneMisses(r, days.from, days.to)) {
      changed =
        (rare
          ? scanRareRows(selection, shelf, read, number, r, end, sums, sign)
          : scanRows(selection, read, number, r, end, sums, sign)) || changed;
    }
    r = end;
  }
  return changed;
}

/** Batches and offices are asked for seldom and stand in no word: a test a row, in this slower loop. */
function scanRareRows(
  selection: Selection,
  shelf: Shelf,
  ...args: Tail<Parameters<typeof scanRows>>
): boolean {
  const [read, number, from, to, sums, sign] = args;
  let changed = false;
  for (let r = from; r < to; r++) {
    if (!selection.passesRare(shelf, r)) continue;
    changed = scanRows(selection, read, number, r, r + 1, sums, sign) || changed;
  }
  return changed;
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest]
  ? Rest
  : never;
/** the columns that the loop reads */
type Read = Pick<Shelf, 'who' | 'when' | 'start' | 'key' | 'affected'>;

/** keys of a shelf, in which an issue that does not pass by its links has one that no table lets through */
let keys = new Uint16Array(0);

/** One pass before the loop, for questions about links alone: a test an issue within it would cost every question. */
function markIssues(links: LinkFilter, shelf: Shelf, from: number, to: number): void {
  if (keys.length < shelf.key.length) keys = new Uint16Array(shelf.key.length);
  const { key, link, start } = shelf;
  const end = start[to] as number;
  for (let i = start[from] as number; i < end; i++) {
    const k = key[i] as number;
    keys[i] = links.passes(link[i] as number, subPlanOfKey(k)) ? k : keyOfNothing;
  }
}

const marked = ({ who, when, start, affected }: Shelf): Read => ({
  ...{ who, when, start, affected },
  key: keys,
});

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: one long loop on purpose: a call an issue, or a second pass, would cost more than the work itself
function scanRows(
  selection: Selection,
  shelf: Read,
  number: number,
  from: number,
  to: number,
  sums: Sums,
  sign: 1 | -1,
): boolean {
  const { who: whoTable, day: dayTable, key: keyTable } = selection;
  const { who, when, start, key, affected: people } = shelf;
  const { cells, affected, sets, months, issuesByWho, responsesByWho, asked, pending } = sums;
  // read once: an import is looked up anew at each use, which doubles the time of this loop
  const days = dayMask;
  const monthOf = monthOfDay;
  const [typeAt, types, typeWidth] = [typeShift, typeMask, keyBits];
  const [strategyAt, strategies, slots] = [strategyShift, strategyMask, strategySlots];
  const [cellPart, whoPart, counting, waiting] = [cellMask, whoMask, counts, waits];
  const cellsBase = number * perShelf;
  const affectedBase = number * perShelfAffected;
  const askedBase = number * perShelfAsked;
  let changed = false;
  for (let r = from; r < to; r++) {
    const h = who[r] as number;
    const x = when[r] as number;
    const passes = (whoTable[h] as number) & (dayTable[x & days] as number);
    if (passes === 0) continue;
    const end = start[r + 1] as number;
    let n = 0;
    if ((passes & counting) !== 0) {
      const type = (h >> typeAt) & types;
      asked[askedBase + type] = (asked[askedBase + type] as number) + sign;
      changed = true;
      const cellBase = cellsBase + (type << typeWidth);
      const peopleBase = affectedBase + type * slots;
      const monthBase = (monthOf[x & days] as number) * slots;
      let set = 0;
      for (let i = start[r] as number; i < end; i++) {
        const k = key[i] as number;
        if (keyTable[k] === 0) continue;
        const strategy = (k >> strategyAt) & strategies;
        const cell = cellBase + (k & cellPart);
        n++;
        set |= 1 << strategy;
        cells[cell] = (cells[cell] as number) + sign;
        months[monthBase + strategy] = (months[monthBase + strategy] as number) + sign;
        affected[peopleBase + strategy] =
          (affected[peopleBase + strategy] as number) + sign * (people[i] as number);
      }
      if (n > 0) {
        sets[cellBase + set] = (sets[cellBase + set] as number) + sign;
        issuesByWho[h & whoPart] = (issuesByWho[h & whoPart] as number) + sign * n;
        responsesByWho[h & whoPart] = (responsesByWho[h & whoPart] as number) + sign;
      }
    }
    if ((passes & waiting) !== 0 && hasIssue(keyTable, key, start[r] as number, end)) {
      pending[0] = (pending[0] as number) + sign;
      changed = true;
    }
  }
  return changed;
}

/** Whether the response in row `r` counts: it passes, and at least one of its issues does. */
export function countsInRow(selection: Selection, shelf: Shelf, r: number): boolean {
  const { who: whoTable, day: dayTable, key: keyTable } = selection;
  const { who, when, start, key } = shelf;
  const passes =
    (whoTable[who[r] as number] as number) & (dayTable[(when[r] as number) & dayMask] as number);
  if ((passes & counts) === 0 || (selection.rare && !selection.passesRare(shelf, r))) return false;
  const [from, to] = [start[r] as number, start[r + 1] as number];
  if (!selection.links) return hasIssue(keyTable, key, from, to);
  for (let i = from; i < to; i++) if (issuePasses(selection, shelf, i)) return true;
  return false;
}

/** Whether one issue passes by its key and by its links. */
export function issuePasses({ key: table, links }: Selection, shelf: Shelf, i: number): boolean {
  const key = shelf.key[i] ?? 0;
  if (table[key] === 0) return false;
  return !links || links.passes(shelf.link[i] ?? 0, subPlanOfKey(key));
}

function hasIssue(table: Uint8Array, key: Uint16Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (table[key[i] as number] !== 0) return true;
  }
  return false;
}
