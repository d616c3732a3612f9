// The judged rows of a file that wait to be stored, in the blocks that they are kept in: so many in each that it stays under the largest
// document. Several blocks are stored together: the ids of rows lie all over their index, and each of its pages is written once for all.
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import type { JudgedRow } from '../../shared/batch/verdict.ts';

const mostInBlock = 500;
/** characters of the rows in one block */
const mostCharacters = 1_000_000;
/** rows that are stored together: few at first, since a small file is to be seen soon */
const fewRows = 500;
const manyRows = 1000;
/** the file is large from then on */
const manyFrom = 5000;
/** what one violation may take of it */
const violationLength = 200;

export interface Waiting {
  readonly rows: readonly JudgedRow[];
  /** where in them each block ends */
  readonly blockEnds: readonly number[];
}

export class WaitingRows {
  #taken = 0;
  #rows: JudgedRow[] = [];
  #blockEnds: number[] = [];
  #inBlock = 0;
  #characters = 0;
  #allCharacters = 0;

  add(judged: JudgedRow, { cells }: CsvRow): void {
    let length = judged.verdict.violations.length * violationLength;
    for (const cell of cells) length += cell.length;
    this.#rows.push(judged);
    this.#inBlock++;
    this.#characters += length;
    this.#allCharacters += length;
    if (this.#inBlock >= mostInBlock || this.#characters >= mostCharacters) this.#endBlock();
  }

  #endBlock(): void {
    if (this.#inBlock > 0) this.#blockEnds.push(this.#rows.length);
    this.#inBlock = 0;
    this.#characters = 0;
  }

  get isFull(): boolean {
    const most = this.#taken < manyFrom ? fewRows : manyRows;
    return this.#rows.length >= most || this.#allCharacters >= mostCharacters;
  }

  /** Those that wait; from then on none does. */
  take(): Waiting {
    this.#endBlock();
    this.#taken += this.#rows.length;
    const taken = { rows: this.#rows, blockEnds: this.#blockEnds };
    this.#rows = [];
    this.#blockEnds = [];
    this.#allCharacters = 0;
    return taken;
  }
}
