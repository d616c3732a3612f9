// An OpenDocument sheet may say of a cell that it stands a thousand times beside, and of its row a million times below, each other: a
// few bytes would become more cells than any memory holds. That is meant for empty ones; of filled ones they are counted.
// OpenDocument 1.3, part 3, 19.678 and 19.675 (table:number-columns-repeated, table:number-rows-repeated).
import { Unpackable } from '../../shared/workbook/reading/unpackable.ts';
import { type Archive, readPart } from './archive.ts';

/** 250,000 rows of 20 columns */
const mostCells = 5_000_000;

const rowOrCell =
  /<(?:[\w.-]+:)?table-(?:(row)\b([^<>]*)>|(?:covered-table-)?cell\b([^<>]*[^<>/])>)/g;

/** @throws Unpackable too-large. Other workbooks name each cell. */
export async function refuseRepeated(archive: Archive): Promise<void> {
  const content = await readPart(archive, 'content.xml');
  if (content !== undefined && filledCells(content) > mostCells) throw new Unpackable('too-large');
}

/** How many cells the filled ones stand for. */
export function filledCells(content: string): number {
  let [cells, rowsAlike] = [0, 1];
  for (const [, isRow, ofRow = '', ofCell = ''] of content.matchAll(rowOrCell)) {
    if (isRow) rowsAlike = times('rows', ofRow);
    else cells += rowsAlike * times('columns', ofCell);
  }
  return cells;
}

function times(what: 'rows' | 'columns', attributes: string): number {
  const found = new RegExp(`number-${what}-repeated\\s*=\\s*["'](\\d+)["']`).exec(attributes);
  return Number(found?.[1] ?? 1);
}
