// New rows of a file that look like stored ones that were corrected: the same place and day, and one or two cells that differ.
// A stored row is compared with the rows that have its title, and with those that differ in the title alone: the time grows with
// the rows, also where all of them are of one place and of no day.
import type { CheckedResponse } from '../survey/response.ts';
import type { MappedColumn } from './map-columns.ts';
import { holdsSomething, namesSaid, type Said, saidIn } from './said-before.ts';

const mostDiffering = 2;
/** letters that two titles share at their ends, of the longer one */
const alike = 0.8;
const shortestTitle = 8;
/** new rows, and characters of them, that are remembered until the end of the file */
const mostRows = 5000;
const mostCharacters = 4_000_000;
/** rows of one place, day and title are hardly told apart: so many of them are compared with a stored one */
const mostAlike = 100;

interface Row {
  readonly said: readonly Said[];
  readonly keys: readonly string[];
}

export class CorrectedRows {
  readonly #columns: readonly MappedColumn[];
  readonly #names: readonly string[];
  readonly #title: number;
  readonly #byKey = new Map<string, Row[]>();
  #rows = 0;
  #characters = 0;

  constructor(columns: readonly MappedColumn[]) {
    this.#columns = columns;
    this.#names = namesSaid(columns);
    this.#title = this.#names.indexOf('title');
  }

  /** how many are remembered */
  get size(): number {
    return this.#rows;
  }

  add(response: CheckedResponse): void {
    if (this.#rows >= mostRows || this.#characters >= mostCharacters) return;
    const said = saidIn(response, this.#columns);
    const row = { said, keys: this.#keysOf(response, said) };
    for (const key of row.keys) {
      this.#characters += key.length;
      const alikes = this.#byKey.get(key);
      if (alikes) alikes.push(row);
      else this.#byKey.set(key, [row]);
    }
    this.#rows++;
  }

  /** Whether a new row looks like this stored one, corrected; each new row corrects one stored row at most. */
  take(stored: CheckedResponse): boolean {
    if (this.#rows === 0 || stored.issues.length !== 1) return false;
    const said = saidIn(stored, this.#columns);
    for (const key of this.#keysOf(stored, said)) {
      const row = this.#byKey
        .get(key)
        ?.slice(0, mostAlike)
        .find((one) => this.#isCorrected(one.said, said));
      if (!row) continue;
      this.#forget(row);
      return true;
    }
    return false;
  }

  /** of place, day and title; and of all but the title */
  #keysOf({ place, day }: CheckedResponse, said: readonly Said[]): readonly string[] {
    const rest = said.with(this.#title, null);
    return [
      JSON.stringify([place.province, day, said[this.#title]]),
      JSON.stringify([place.province, day, rest, 'all but the title']),
    ];
  }

  #forget(row: Row): void {
    this.#rows--;
    for (const key of row.keys) {
      const alikes = this.#byKey.get(key) ?? [];
      alikes.splice(alikes.indexOf(row), 1);
    }
  }

  /** Rows of which too little agrees beside place and day are different problems of one day. */
  #isCorrected(line: readonly Said[], stored: readonly Said[]): boolean {
    let differing = 0;
    let agreeing = 0;
    for (const [at, name] of this.#names.entries()) {
      if (name === 'province' || name === 'day') continue;
      if (line[at] !== stored[at]) differing++;
      else if (holdsSomething(line[at] ?? null)) agreeing++;
      if (differing > mostDiffering) return false;
    }
    if (differing === 0 || agreeing <= differing) return false;
    const [title, before] = [line[this.#title], stored[this.#title]];
    return title === before || (differing === 1 && areAlike(String(title), String(before)));
  }
}

/** A word mended or added; two things that only have other numbers are two things. */
function areAlike(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (longer < shortestTitle || withoutDigits(a) === withoutDigits(b)) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return (start + end) / longer >= alike;
}

const withoutDigits = (text: string): string => text.replace(/[\d\u0E50-\u0E59]+/g, '');
