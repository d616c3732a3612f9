// A header with more names than the rows have cells: a comma in a name that was not quoted cut it in two, and from there on every
// value stands under another's name. Such a file is not read row by row.
import { requiredFields } from '../survey/fields/names-in-files.ts';
import { cellsBearOut } from './cells-bear-out.ts';
import type { InspectionProblem } from './inspection.ts';
import type { MappedColumn } from './map-columns.ts';
import type { CsvRecord } from './record-reader.ts';
import { shownCell } from './shown-cell.ts';

const fewest = 3;
const nearlyAll = 0.9;
const shownRows = 5;
/** stands for a cell that may be somebody's name */
const hidden = '…';

type Mismatch = Extract<InspectionProblem, { readonly type: 'header-mismatch' }>;

/** null: the rows are as wide as the header, or only some are not. `records`: those after the header. */
export function headerMismatch(
  records: readonly CsvRecord[],
  columns: readonly MappedColumn[],
): Mismatch | null {
  const width = columns.length;
  const rows = records.filter(isRow);
  const short = rows.map(({ cells }) => width - cells.length).filter((missing) => missing > 0);
  const by = mostOften(short);
  const alike = rows.filter(({ cells }) => width - cells.length === by);
  if (by === 0 || alike.length < fewest || alike.length < rows.length * nearlyAll) return null;
  const others = rows.filter((row) => !alike.includes(row));
  if (
    others.some(({ cells }) => hasText(cells.slice(width - by))) &&
    standUnderTheirNames(alike, columns)
  )
    return null;
  return {
    type: 'header-mismatch',
    expected: width,
    cells: width - by,
    headers: columns.map(({ header }) => header),
    rows: rows.slice(0, shownRows).map(({ cells, line }) => ({
      row: rows.findIndex((row) => row.line === line) + 1,
      line,
      cells: cells.map((cell, index) =>
        mayBePersonal(index, by, columns) ? hidden : shownCell(cell),
      ),
    })),
  };
}

/** A title or a note under the table is a cell alone. */
function isRow({ cells, swallowed, overlong }: CsvRecord): boolean {
  return !swallowed && !overlong && cells.filter((cell) => cell.trim() !== '').length > 1;
}

function mostOften(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as const)[0];
}

function hasText(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

/**
 * Some programs leave empty cells at the end of a row away. Then a row that has its last cell shows that the header is right, as
 * long as the cells of the others stand where they belong.
 */
function standUnderTheirNames(
  rows: readonly CsvRecord[],
  columns: readonly MappedColumn[],
): boolean {
  const told = columns.filter(({ field, index }) => {
    const isThere = rows.some(({ cells }) => index < cells.length);
    return field !== null && isThere && (checked.has(field) || requiredFields.includes(field));
  });
  return told.every(({ field, index }) => {
    const cells = rows.map((row) => row.cells[index] ?? '');
    return field === null || cellsBearOut(field, cells);
  });
}

const checked: ReadonlySet<string> = new Set([
  'day',
  'severity',
  'affected',
  'respondent',
  'strategy',
  'lat',
  'lng',
]);

/** A cell stands under its own name or up to `by` names before it. */
function mayBePersonal(index: number, by: number, columns: readonly MappedColumn[]): boolean {
  return columns.slice(index, index + by + 1).some(({ personal }) => personal);
}
