// What stands in cells that were filled from above: a row that is read again alone does not know what stood above it.
import type { CsvRow } from '../../../../shared/batch/csv-reader.ts';
import type { FilledField } from '../../../../shared/batch/inspection.ts';
import type { MappedColumn } from '../../../../shared/batch/map-columns.ts';

interface Column {
  readonly index: number;
  readonly texts: string[];
  readonly known: Map<string, number>;
  /** by row, an index into the texts */
  readonly at: number[];
}

export class FilledCells {
  readonly #columns: readonly Column[];

  constructor(columns: readonly MappedColumn[], fields: readonly FilledField[]) {
    this.#columns = columns
      .filter(({ field }) => fields.some((one) => one === field))
      .map(({ index }) => ({ index, texts: [], known: new Map(), at: [] }));
  }

  add({ row, cells, judged }: CsvRow): void {
    if (judged.kind !== 'row') return;
    for (const column of this.#columns) {
      const text = cells[column.index] ?? '';
      let at = column.known.get(text);
      if (at === undefined) {
        at = column.texts.push(text) - 1;
        column.known.set(text, at);
      }
      column.at[row] = at;
    }
  }

  /** column → cell */
  of(row: number): ReadonlyMap<number, string> {
    return new Map(
      this.#columns.flatMap(({ index, texts, at }) => {
        const text = texts[at[row] ?? -1];
        return text === undefined ? [] : [[index, text] as const];
      }),
    );
  }
}
