// A row of a file as the person who sends it has mended it. The one place where corrections are applied: `judgeRow` begins with it,
// so the page and the server judge the same row.
import type { CsvField } from '../survey/fields/names-in-files.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseLine } from '../text/thai.ts';
import { type Corrections, longestReason, valueKey } from './corrections.ts';
import type { CsvRow } from './csv-reader.ts';
import type { FileNote } from './file-note.ts';
import type { FoundTable } from './find-table.ts';
import { type Judged, judgeRecord } from './judge-record.ts';

export class RowMender {
  readonly #table: FoundTable;
  readonly #corrections: Corrections;
  readonly #columns: ReadonlyMap<CsvField, number>;
  #unused: number;

  constructor(table: FoundTable, corrections: Corrections) {
    this.#table = table;
    this.#corrections = corrections;
    this.#columns = new Map(
      table.columns.flatMap(({ field, index }) => (field ? [[field, index] as const] : [])),
    );
    this.#unused = corrections.cells.size + corrections.leave.size;
  }

  /** Nobody has mended anything by now, as with most files: in a grid that may change. */
  get #isNothing(): boolean {
    const { cells, values, leave } = this.#corrections;
    return cells.size + values.size + leave.size === 0;
  }

  /** Records that were mended or left out and have not come, or not in a way in which it could be done. */
  get notes(): readonly FileNote[] {
    return this.#unused > 0 ? [{ code: 'corrections-unused', rows: this.#unused }] : [];
  }

  mend(row: CsvRow): CsvRow {
    if (this.#isNothing || row.judged.kind === 'blank') return row;
    const reason = this.#corrections.leave.get(row.row);
    const cells = this.#mended(row);
    if (reason !== undefined) {
      this.#unused -= this.#corrections.cells.has(row.row) ? 2 : 1;
      return { ...row, judged: leftOut(reason) };
    }
    return cells ? { ...row, cells, judged: this.#judge(row, cells), corrected: true } : row;
  }

  /** null: nothing of it is another */
  #mended({ row, cells, judged }: CsvRow): readonly string[] | null {
    // of a record that is broken nobody knows which cell is which
    if (judged.kind === 'reject' || judged.kind === 'blank') return null;
    const mended = [...cells];
    if (judged.kind === 'row') this.#decide(mended);
    const own = this.#corrections.cells.get(row);
    if (own && this.#put(own, mended)) this.#unused--;
    const same = mended.length === cells.length && mended.every((cell, at) => cell === cells[at]);
    return same ? null : mended;
  }

  #decide(cells: string[]): void {
    for (const [field, meant] of this.#corrections.values) {
      const index = this.#columns.get(field);
      const is = index === undefined ? undefined : meant.get(valueKey(cells[index] ?? ''));
      if (is !== undefined && index !== undefined && index < cells.length) cells[index] = is;
    }
  }

  /** false when one of them has no column */
  #put(own: ReadonlyMap<CsvField, string>, cells: string[]): boolean {
    let all = true;
    for (const [field, value] of own) {
      const index = this.#columns.get(field);
      if (index === undefined) all = false;
      else {
        while (cells.length < index) cells.push('');
        cells[index] = value;
      }
    }
    return all;
  }

  #judge({ line }: CsvRow, cells: readonly string[]): Judged {
    const judged = judgeRecord({ cells, line }, this.#table);
    // it was a row with text, so it is counted as one
    return judged.kind === 'blank' ? { kind: 'row', violations: [] } : judged;
  }
}

function leftOut(reason: string): Judged {
  const safe = [...removePersonalData(normaliseLine(reason)).text].slice(0, longestReason).join('');
  return { kind: 'skip', reason: 'left-out', why: safe };
}
