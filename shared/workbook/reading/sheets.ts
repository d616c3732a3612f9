// The sheets of a workbook (.xlsx, .xlsm, .ods), and one of them as CSV: a record for each row of the sheet, so that the numbers of
// rows are those that the person sees. Formulas and macros are never run: of a formula its last result is read.
import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellText } from './cell-text.ts';
import { Unpackable } from './unpackable.ts';

export interface SheetFound {
  readonly name: string;
  /** from the first row to the last one that is filled */
  readonly rows: number;
  /** filled ones that are hidden, or filtered away */
  readonly hiddenRows: number;
  readonly mergedCells: number;
  readonly isHidden: boolean;
  /** the first filled cells of the first rows, to know it by */
  readonly begins: readonly (readonly string[])[];
}

const shownRows = 3;
const shownCells = 4;
const rowsInPiece = 1000;
/** of its filled rows, each as wide as the widest: one stray cell far to the right makes all of them so */
const mostCells = 10_000_000;

/** @throws what the library does, for a file that is none */
export const openBook = (workbook: Uint8Array): WorkBook =>
  read(workbook, { dense: true, cellText: false, cellNF: true, cellStyles: true });

export function sheetsOf(book: WorkBook): SheetFound[] {
  return book.SheetNames.map((name, at) => {
    const sheet = book.Sheets[name] ?? {};
    const { rows } = filledSize(sheet);
    const isFilled = (row: number) =>
      rowOf(sheet, row).some((cell) => cellText(cell, false) !== '');
    return {
      name,
      rows,
      hiddenRows: hiddenRows(sheet).filter((row) => row < rows && isFilled(row)).length,
      mergedCells: (sheet['!merges'] ?? []).length,
      isHidden: Boolean(book.Workbook?.Sheets?.[at]?.Hidden),
      begins: beginningOf(sheet, rows, is1904(book)),
    };
  });
}

/**
 * One sheet as CSV, in pieces. @throws Unpackable too-large
 * @param withoutHidden rows that are hidden, or filtered away, are left empty
 */
export function* sheetCsv(book: WorkBook, name: string, withoutHidden: boolean): Generator<string> {
  const sheet = book.Sheets[name] ?? {};
  const left = new Set(withoutHidden ? hiddenRows(sheet) : []);
  const { rows, columns, filled } = filledSize(sheet);
  if (filled * columns > mostCells) throw new Unpackable('too-large');
  for (let from = 0; from < rows; from += rowsInPiece) {
    const lines = Array.from({ length: Math.min(rowsInPiece, rows - from) }, (_, at) =>
      left.has(from + at) ? '' : lineOf(rowOf(sheet, from + at), columns, is1904(book)),
    );
    yield `${lines.join('\r\n')}\r\n`;
  }
}

const is1904 = (book: WorkBook): boolean => Boolean(book.Workbook?.WBProps?.date1904);

/** Of a sheet that is read densely, whose rows may have gaps. */
function rowOf(sheet: WorkSheet, row: number): readonly (CellObject | undefined)[] {
  const rows = (sheet['!data'] ?? []) as readonly (readonly CellObject[] | undefined)[];
  return rows[row] ?? [];
}

interface FilledSize {
  /** up to the last one that is filled */
  readonly rows: number;
  readonly columns: number;
  /** rows that are filled */
  readonly filled: number;
}

/** Some programs say that a sheet has a million rows, and thousands of columns, all empty but for the first. */
function filledSize(sheet: WorkSheet): FilledSize {
  const all = (sheet['!data'] ?? []) as readonly (readonly CellObject[] | undefined)[];
  let [rows, columns, filled] = [0, 0, 0];
  for (const [row, cells = []] of all.entries()) {
    const last = cells.findLastIndex((cell) => cell?.v !== undefined && cell.v !== '');
    if (last < 0) continue;
    rows = row + 1;
    filled++;
    columns = Math.max(columns, last + 1);
  }
  return { rows, columns, filled };
}

const hiddenRows = (sheet: WorkSheet): number[] =>
  (sheet['!rows'] ?? []).flatMap((row, at) => (row?.hidden ? [at] : []));

/** An empty row is an empty line. */
function lineOf(
  cells: readonly (CellObject | undefined)[],
  columns: number,
  from1904: boolean,
): string {
  if (cells.length === 0) return '';
  const texts = Array.from({ length: columns }, (_, at) => cellText(cells[at], from1904));
  return texts.some((text) => text !== '') ? texts.map(quoted).join(',') : '';
}

function beginningOf(sheet: WorkSheet, rows: number, from1904: boolean): string[][] {
  const found: string[][] = [];
  for (let row = 0; row < rows && found.length < shownRows; row++) {
    const texts = [...rowOf(sheet, row)].map((cell) => cellText(cell, from1904));
    const filled = texts.filter((text) => text !== '').slice(0, shownCells);
    if (filled.length > 0) found.push(filled);
  }
  return found;
}

/** RFC 4180 */
const quoted = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
