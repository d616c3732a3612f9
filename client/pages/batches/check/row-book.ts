// What a check remembers of every row, in some 40 bytes: where it stands, what it was told, and what makes it the same as another.
// Its words stay in the file.
import { SeenRows } from '../../../../shared/batch/seen-rows.ts';
import type { RowCode, RowVerdict } from '../../../../shared/batch/verdict.ts';

/** The verdict on a row without the others of its file: what it was told is one of few combinations of codes and columns. */
export interface ToldRow {
  readonly outcome: RowVerdict['outcome'];
  readonly codes: readonly Pick<RowCode, 'code' | 'column'>[];
  /** a date that can only be read in the other order */
  readonly readsOtherwise: boolean;
}

/** By what a row that passed is found again in its file. */
export interface RowKey {
  readonly hasId: boolean;
  readonly key: Uint8Array;
  readonly content: Uint8Array;
}

export type Met = 'first' | 'duplicate' | 'id-conflict';

const keyBytes = 16;
const contentBytes = 8;

export class RowBook {
  #size = 0;
  #room = 4096;
  #lines = new Uint32Array(this.#room);
  /** index into the combinations that were told */
  #told = new Uint16Array(this.#room);
  /** bit 0: a key is known; 1: it is an id of the file's own; 2: mended; 3: left out; 4 and 5: how it met the others */
  #marks = new Uint8Array(this.#room);
  #keys = new Uint8Array(this.#room * keyBytes);
  #contents = new Uint8Array(this.#room * contentBytes);
  readonly #all: ToldRow[] = [];
  readonly #index = new Map<string, number>();

  /** rows */
  get size(): number {
    return this.#size;
  }

  /** Rows come in their order, from 1; one that is there is told anew. */
  put(verdict: RowVerdict, key: RowKey | null): void {
    const at = verdict.row - 1;
    while (at >= this.#room) this.#grow();
    this.#size = Math.max(this.#size, verdict.row);
    this.#lines[at] = verdict.line;
    this.#told[at] = this.#indexOf(verdict);
    const isLeft = verdict.violations.some(({ code }) => code === 'left-out');
    this.#marks[at] =
      (key ? 1 : 0) | (key?.hasId ? 2 : 0) | (verdict.corrected ? 4 : 0) | (isLeft ? 8 : 0);
    if (!key) return;
    this.#keys.set(key.key.subarray(0, keyBytes), at * keyBytes);
    this.#contents.set(key.content.subarray(0, contentBytes), at * contentBytes);
  }

  lineOf(row: number): number {
    return this.#lines[row - 1] ?? 0;
  }

  toldOf(row: number): ToldRow {
    return this.#all[this.#told[row - 1] ?? 0] ?? nothing;
  }

  isMended(row: number): boolean {
    return ((this.#marks[row - 1] ?? 0) & 4) !== 0;
  }

  isLeftOut(row: number): boolean {
    return ((this.#marks[row - 1] ?? 0) & 8) !== 0;
  }

  metAs(row: number): Met {
    return meetings[(this.#marks[row - 1] ?? 0) >> 4] ?? 'first';
  }

  /** How each row that passed meets those before it. */
  settle(): void {
    const seen = new SeenRows();
    for (let at = 0; at < this.#size; at++) {
      const marks = this.#marks[at] ?? 0;
      if ((marks & 1) === 0) continue;
      const earlier = seen.add(this.#keyAt(at), this.#contentAt(at), at + 1);
      const met = !earlier ? 0 : earlier.same || (marks & 2) === 0 ? 1 : 2;
      this.#marks[at] = (marks & 15) | (met << 4);
    }
  }

  #keyAt(at: number): Uint8Array {
    return this.#keys.subarray(at * keyBytes, (at + 1) * keyBytes);
  }

  #contentAt(at: number): Uint8Array {
    return this.#contents.subarray(at * contentBytes, (at + 1) * contentBytes);
  }

  #indexOf({ outcome, violations }: RowVerdict): number {
    let name: string = outcome;
    for (const { code, column, readsAs } of violations)
      name += `\n${code}\t${column ?? ''}${readsAs === undefined ? '' : '\t'}`;
    const known = this.#index.get(name);
    if (known !== undefined) return known;
    const readsOtherwise = violations.some(({ readsAs }) => readsAs !== undefined);
    const codes = violations.map(({ code, column }) => ({ code, column }));
    // a file of 65,536 different combinations is no file of a survey: the last one stands for the rest
    const index = Math.min(this.#all.length, 0xffff);
    if (this.#all.length <= 0xffff) this.#all.push({ outcome, codes, readsOtherwise });
    this.#index.set(name, index);
    return index;
  }

  #grow(): void {
    this.#room *= 2;
    this.#lines = grown(this.#lines, new Uint32Array(this.#room));
    this.#told = grown(this.#told, new Uint16Array(this.#room));
    this.#marks = grown(this.#marks, new Uint8Array(this.#room));
    this.#keys = grown(this.#keys, new Uint8Array(this.#room * keyBytes));
    this.#contents = grown(this.#contents, new Uint8Array(this.#room * contentBytes));
  }
}

const meetings: readonly Met[] = ['first', 'duplicate', 'id-conflict'];
const nothing: ToldRow = { outcome: 'accept', codes: [], readsOtherwise: false };

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(before: T, after: T): T {
  after.set(before);
  return after;
}
