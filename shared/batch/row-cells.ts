// The cells of a row as they are kept: of mapped columns alone, never personal data, and a bounded amount.

import { toPath } from '../survey/pointers.ts';
import type { RawResponse } from '../survey/response.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseText } from '../text/thai.ts';
import { cellPointer } from './cell-pointer.ts';
import { uuidOf } from './identity.ts';
import type { MappedColumn } from './map-columns.ts';
import { oncePerTable } from './once-per-table.ts';
import { safeValue } from './row-to-response.ts';

/** longer than any value that can be stored; a cell with a broken quote may hold the rest of a file */
const longestCell = 20_000;
/** characters of a whole row; a longer one keeps no cells, so that half of it is never taken for the row */
const longestRow = 100_000;

/** Cells of other columns stay in the file: nobody knows whose names stand there. */
export function isKept({
  field,
  runningNumber,
}: Pick<MappedColumn, 'field' | 'runningNumber'>): boolean {
  return field !== null || runningNumber;
}

/** With where the value of each stands in a response. */
const keptIn = oncePerTable((columns) =>
  columns
    .filter(isKept)
    .map(({ index, field }) => ({ index, field, path: field ? toPath(cellPointer(field)) : [] })),
);

/** In the order of the columns that are kept. */
export function cellsOf(
  cells: readonly string[],
  columns: readonly MappedColumn[],
  safe: RawResponse,
): string[] {
  return fitting(
    keptIn(columns).map(({ index, field, path }) => {
      if (field === null) return numberOf(cells[index]);
      return field === 'id'
        ? safeCell(cells[index] ?? '')
        : safeValue(safe, path).slice(0, longestCell);
    }),
  );
}

/**
 * The cells of a row whose shape is wrong. They may have `shifted`, so nobody knows which cell holds what stands in the first
 * column that is not kept, or after it: those are dropped. Of a cell that swallowed lines only its first is kept.
 */
export function shapelessCells(
  cells: readonly string[],
  columns: readonly MappedColumn[],
  shifted: boolean,
): string[] {
  const unknown = columns.find((column) => !isKept(column))?.index ?? columns.length;
  const missing = Math.max(0, columns.length - cells.length);
  const end = shifted ? unknown - missing : columns.length;
  return fitting(
    keptIn(columns).map(({ index, field }) => {
      const cell = index < end ? firstLine(cells[index] ?? '') : '';
      return field === null ? numberOf(cell) : safeCell(cell);
    }),
  );
}

function fitting(cells: string[]): string[] {
  const length = cells.reduce((sum, cell) => sum + cell.length, 0);
  return length > longestRow ? cells.map(() => '') : cells;
}

/** A running number; whatever else stands in its column is not kept. */
function numberOf(cell = ''): string {
  const number = cell.trim();
  return /^[\d\u0E50-\u0E59]{1,9}[.)]?$/.test(number) ? number : '';
}

function firstLine(cell: string): string {
  const end = cell.indexOf('\n');
  return end < 0 ? cell : cell.slice(0, end);
}

/** A cell as it may be kept and shown: personal data out, a UUID as it is. */
export function safeCell(cell: string): string {
  if (uuidOf(cell.trim()) !== null) return cell.trim();
  return removePersonalData(normaliseText(cell.slice(0, longestCell))).text;
}
