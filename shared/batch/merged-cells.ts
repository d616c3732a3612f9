// Merged cells of a workbook leave their text in the first row and nothing in the others. A row without a province is rejected as
// before; that they look merged is noted, and told to fill them the reader takes the cell above.
import type { FileNote } from './file-note.ts';
import { type FilledField, filledFields } from './inspection.ts';
import type { MappedColumn } from './map-columns.ts';

/** rows of one value, from which on nobody would have left the cells empty by chance */
const shortestRun = 3;

/** district and subdistrict lie in what stands before them */
const within: Readonly<Record<FilledField, readonly FilledField[]>> = {
  province: [],
  district: ['province'],
  subdistrict: ['province', 'district'],
};

interface Column {
  readonly field: FilledField;
  readonly index: number;
  readonly header: string;
  readonly filled: boolean;
  /** the last cell with text */
  above: string;
  /** rows since then, that one too; 0 before the first */
  run: number;
  runs: number;
  /** the same text stands in two rows on end, so it is written in each row that has it */
  repeats: boolean;
}

export class MergedCells {
  readonly #columns: readonly Column[];
  readonly #fills: boolean;

  constructor(columns: readonly MappedColumn[], fillDown: readonly FilledField[] = []) {
    this.#columns = filledFields.flatMap((field): Column[] => {
      const column = columns.find((one) => one.field === field);
      if (!column) return [];
      const { index, header } = column;
      return [
        {
          field,
          index,
          header,
          filled: fillDown.includes(field),
          above: '',
          run: 0,
          runs: 0,
          repeats: false,
        },
      ];
    });
    this.#fills = this.#columns.some(({ filled }) => filled);
  }

  /** The cells of the next row, with what stands above where that was asked for. */
  next(cells: readonly string[]): readonly string[] {
    const filled = this.#fills ? [...cells] : cells;
    for (const column of this.#columns) {
      const cell = cells[column.index] ?? '';
      if (cell.trim() !== '') this.#begin(column, cell);
      else {
        if (column.run > 0) column.run++;
        if (column.run === shortestRun) column.runs++;
        if (column.filled) this.#fill(filled as string[], column); // a copy, as some column is filled
      }
    }
    return filled;
  }

  #begin(column: Column, cell: string): void {
    for (const inner of this.#columns) {
      // another province ends the district of the one before it, the same one written once more does not
      if (cell === column.above || !within[inner.field].includes(column.field)) continue;
      inner.above = '';
      inner.run = 0;
    }
    if (column.run === 1 && cell === column.above) column.repeats = true;
    column.above = cell;
    column.run = 1;
  }

  #fill(cells: string[], { index, above }: Column): void {
    while (cells.length < index) cells.push('');
    cells[index] = above;
  }

  /** For each column that looks merged and is not being filled. Many do not know the district, and nobody writes every subdistrict. */
  get notes(): readonly FileNote[] {
    return this.#columns
      .filter(({ field, filled, runs, repeats }) => {
        const isSparse = field === 'subdistrict' || (field === 'district' && repeats);
        return !filled && runs > 0 && !isSparse;
      })
      .map(({ field, header, runs }) => ({ code: 'looks-merged', field, column: header, runs }));
  }
}
