// The judged rows of a file that wait to be stored: so many that one block of them stays under the largest document.
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import type { JudgedRow } from '../../shared/batch/verdict.ts';

const mostRows = 500;
/** characters of the rows in one block */
const mostCharacters = 1_000_000;
/** what one violation may take of it */
const violationLength = 200;

export class WaitingRows {
  #rows: JudgedRow[] = [];
  #characters = 0;

  add(judged: JudgedRow, { cells }: CsvRow): void {
    this.#rows.push(judged);
    for (const cell of cells) this.#characters += cell.length;
    this.#characters += judged.verdict.violations.length * violationLength;
  }

  get isFull(): boolean {
    return this.#rows.length >= mostRows || this.#characters >= mostCharacters;
  }

  /** Those that wait; from then on none does. */
  take(): readonly JudgedRow[] {
    const rows = this.#rows;
    this.#rows = [];
    this.#characters = 0;
    return rows;
  }
}
