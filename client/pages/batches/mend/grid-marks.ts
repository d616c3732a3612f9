// What is the matter with a cell of the grid, and with its row.
import type { GridColumn, GridRow } from '../check/checking.ts';
import { isMendable } from '../check/row-filter.ts';

export type CellMark = 'bad' | 'odd' | 'mended' | null;

export function markOfCell(row: GridRow, { header, field }: GridColumn): CellMark {
  const here = row.violations.filter(({ column }) => column === header);
  if (row.outcome === 'reject' && here.some(({ code }) => isMendable(code))) return 'bad';
  if (field !== null && row.mended.includes(field)) return 'mended';
  return here.length > 0 ? 'odd' : null;
}

/** The next cell with an error at or behind this column; -1: there is none. */
export function nextBad(row: GridRow, columns: readonly GridColumn[], from: number): number {
  return columns.findIndex((column, at) => at >= from && markOfCell(row, column) === 'bad');
}
