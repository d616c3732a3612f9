// The table twin of a figure: the same rows as its chart, shown in its place and saved as a CSV.
import { csvLine } from '../../../../shared/text/formula.ts';
import type { SheetCell } from '../../../../shared/workbook/cells.ts';
import { formatRate } from '../../../i18n/format.ts';
import type { TableColumn } from '../../../ui/DataTable.tsx';

/** A column of the table twin, and of its CSV. */
export interface TwinColumn<Row> extends TableColumn<Row> {
  /** plain text of the head, for the CSV */
  readonly name: string;
  /** what the CSV holds; null = not known */
  readonly raw: (row: Row) => string | number | null;
  /** what a workbook holds, where that is not the same */
  readonly sheet?: (row: Row) => SheetCell;
  /** it holds numbers, or what was made of them, and not what the row is called */
  readonly numbers?: boolean;
}

export interface TableTwin<Row> {
  readonly columns: readonly TwinColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** the numbers of this row (in this column) are not for outside: few, or what few could be computed from */
  readonly isHidden: (row: Row, column: string) => boolean;
  /** name of the CSV, without ending */
  readonly file: string;
}

/** A line above the numbers of a file: what they are about. */
export type AboutLine = readonly [name: string, value: string];

/**
 * Opens in Thai Excel: UTF-8 with BOM, CRLF, no cell that would be a formula. A file leaves the house: so what was chosen
 * stands above its numbers, and small numbers are not in it.
 */
export function csvOf<Row>(
  { columns, rows, isHidden }: Pick<TableTwin<Row>, 'columns' | 'rows' | 'isHidden'>,
  about: readonly AboutLine[],
  hiddenWord: string,
): string {
  const cell = (row: Row, column: TwinColumn<Row>) =>
    column.numbers && isHidden(row, column.key) ? hiddenWord : column.raw(row);
  const lines = [
    ...about,
    ...(about.length === 0 ? [] : [[]]),
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map((column) => cell(row, column))),
  ].map((cells) => cells.map((one) => (typeof one === 'string' ? plain(one) : one)));
  return `\uFEFF${lines.map((cells) => csvLine(cells)).join('')}`;
}

/** Spaces that keep a number by its unit on a page are no spaces to who searches a file. */
export function plain(text: string): string {
  return text.replace(/\s/g, ' ').replace(/[\u200B\u2060]/g, '');
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
  const sheet = (row: Row): SheetCell => {
    const value = of(row);
    return Number.isInteger(value) ? { value: Number(value), as: 'whole' } : value;
  };
  return { key: name, name, head: name, numeric: true, cell, raw: of, sheet, numbers: true };
}

/** A column of shares or rates: with as many digits as their base allows, on the page and in the CSV. */
export function shareColumn<Row>(
  name: string,
  of: (row: Row) => number | null,
  base: (row: Row) => number,
  print: (value: number, base: number) => string,
  unknown = '–',
): TwinColumn<Row> {
  const printed = (row: Row) => {
    const value = of(row);
    return value === null ? null : print(value, base(row));
  };
  return {
    ...numberColumn(name, of, (value, row) => print(value, base(row)), unknown),
    raw: printed,
    sheet: (row) => asPrinted(printed(row), print === formatRate ? 'rate' : 'percent'),
  };
}

/** The number that is printed, with its digits, as a workbook has it; what is printed as no number stays text. */
function asPrinted(printed: string | null, unit: 'rate' | 'percent'): SheetCell {
  const value = Number(printed ?? Number.NaN);
  if (!Number.isFinite(value)) return printed;
  const hasTenths = printed?.includes('.');
  if (unit === 'rate') return { value, as: hasTenths ? 'tenths' : 'whole' };
  return {
    value: Number((value / 100).toFixed(3)),
    as: hasTenths ? 'percentTenths' : 'percent',
  };
}
