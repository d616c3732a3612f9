// The cells of a row as they are kept: never a personal column, never personal data.

import type { RawResponse } from '../survey/response.ts';
import { removePersonalData } from '../text/personal-data.ts';
import { normaliseText } from '../text/thai.ts';
import { uuidOf } from './identity.ts';
import type { Column } from './map-columns.ts';
import { safeValue } from './row-to-response.ts';

/** longer than any value that can be stored; a cell with a broken quote may hold the rest of a file */
const longestCell = 20_000;

/** `all`: also columns that are not imported, so that a rejected row can be fixed and sent again. */
export function cellsOf(
  cells: readonly string[],
  columns: readonly Column[],
  safe: RawResponse,
  all: boolean,
): string[] {
  return columns
    .filter(({ personal }) => !personal)
    .map(({ index, field, runningNumber }) => {
      if (field !== null && field !== 'id') return safeValue(safe, field).slice(0, longestCell);
      return all || runningNumber || field === 'id' ? safeCell(cells[index] ?? '') : '';
    });
}

/**
 * The cells of a row whose shape is wrong. They may have `shifted`, so from the first personal column on nobody knows which
 * cell holds a name: those are dropped. Of a cell that swallowed lines only its first is kept.
 */
export function shapelessCells(
  cells: readonly string[],
  columns: readonly Column[],
  shifted: boolean,
): string[] {
  const personal = columns.findIndex((column) => column.personal);
  const kept = columns
    .filter((column) => !column.personal)
    .map(({ index }) => (shifted && personal >= 0 && index > personal ? '' : (cells[index] ?? '')));
  const overflow = personal >= 0 ? [] : cells.slice(columns.length);
  return [...kept, ...overflow].map(firstLine).map(safeCell);
}

function firstLine(cell: string): string {
  const end = cell.indexOf('\n');
  return end < 0 ? cell : cell.slice(0, end);
}

function safeCell(cell: string): string {
  if (uuidOf(cell.trim()) !== null) return cell.trim();
  return removePersonalData(normaliseText(cell.slice(0, longestCell))).text;
}
