// One row's cells as a raw response, and back: where a value of a response stands in the row.
import { fields } from '../survey/fields/fields.ts';
import type { CsvField } from '../survey/fields/names-in-files.ts';
import { type Path, putAt, toPath, valueAt } from '../survey/pointers.ts';
import type { RawResponse } from '../survey/response.ts';
import type { Violation } from '../survey/violation.ts';
import { cellPointer } from './cell-pointer.ts';
import type { MappedColumn } from './map-columns.ts';
import { oncePerTable } from './once-per-table.ts';

/** A column that belongs to a field. */
interface PlacedColumn {
  readonly index: number;
  readonly header: string;
  readonly field: CsvField;
  /** where its cell stands in a raw response with one issue */
  readonly path: Path;
  /** where violations about it point */
  readonly pointer: string;
}

const placedIn = oncePerTable((columns): readonly PlacedColumn[] =>
  columns.flatMap(({ index, header, field }) => (field ? [place(index, header, field)] : [])),
);

function place(index: number, header: string, field: CsvField): PlacedColumn {
  const own = cellPointer(field);
  // what is said of the whole position is said of the column with both, if the file has one
  const pointer = field === 'position' ? fields.position.pointer : own;
  return { index, header, field, path: toPath(own), pointer };
}

/** The cell that says which row it is; empty without one. */
export function idCellOf(cells: readonly string[], columns: readonly MappedColumn[]): string {
  return cells[idIn(columns).index] ?? '';
}

const idIn = oncePerTable((columns) => ({
  index: placedIn(columns).find(({ field }) => field === 'id')?.index ?? -1,
}));

export function toRawResponse(
  cells: readonly string[],
  columns: readonly MappedColumn[],
): RawResponse {
  const raw = { channel: 'csv', place: {}, respondent: {}, issues: [{}], answers: {} };
  for (const { field, index, path } of placedIn(columns)) {
    const cell = cells[index];
    if (field !== 'id' && cell !== undefined) putAt(raw, path, cell);
  }
  return raw;
}

/** pointers are told again for every row that has something to be said of it */
const mostPointers = 500;
const headersIn = oncePerTable((_columns) => new Map<string, string | null>());

/** The header of the column that a violation is about; null when it is about the row. */
export function columnOf(
  { pointer }: Pick<Violation, 'pointer'>,
  columns: readonly MappedColumn[],
): string | null {
  const headers = headersIn(columns);
  const before = headers.get(pointer);
  if (before !== undefined) return before;
  const known = placedIn(columns);
  const exact = known.find((one) => one.pointer === pointer);
  const near = exact ?? known.find((one) => isNear(one.pointer, pointer));
  const header = near?.header ?? null;
  if (headers.size < mostPointers) headers.set(pointer, header);
  return header;
}

/** a violation of the whole position is about its first column, one of `lat` may be about the column with both */
function isNear(own: string, pointer: string): boolean {
  return own.startsWith(`${pointer}/`) || pointer.startsWith(`${own}/`);
}

/** The cell of a field after the rules took personal data out of the response. */
export function safeValue(safe: RawResponse, path: Path): string {
  const value = valueAt(safe, path);
  return value === undefined || value === null ? '' : String(value);
}
