// The table twin of a figure: the same rows as its chart, shown in its place and saved as a CSV.
import { csvLine } from '../../../../shared/text/formula.ts';
import type { TableColumn } from '../../../ui/DataTable.tsx';

/** A column of the table twin, and of its CSV. */
export interface TwinColumn<Row> extends TableColumn<Row> {
  /** plain text of the head, for the CSV */
  readonly name: string;
  /** the number itself, not as it is printed; null = not known */
  readonly raw: (row: Row) => string | number | null;
}

export interface TableTwin<Row> {
  readonly columns: readonly TwinColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** name of the CSV, without ending */
  readonly file: string;
}

/** Opens in Thai Excel: UTF-8 with BOM, CRLF, no cell that would be a formula. */
export function csvOf<Row>({ columns, rows }: Pick<TableTwin<Row>, 'columns' | 'rows'>): string {
  const lines = [
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ raw }) => raw(row))),
  ];
  return `\uFEFF${lines.map((cells) => csvLine(cells)).join('')}`;
}
/** A column of numbers: printed by `print`, in the CSV as they are; null = not known. */
export function numberColumn<Row>(
  name: string,
  of: (row: Row) => number | null,
  print: (value: number, row: Row) => string,
  unknown = '–',
): TwinColumn<Row> {
  const cell = (row: Row) => {
    const value = of(row);
    return value === null ? unknown : print(value, row);
  };
  return { key: name, name, head: name, numeric: true, cell, raw: of };
}
