// One row's cells as a raw response, and back: where a value of a response stands in the row.
import { fields } from '../survey/fields/fields.ts';
import { type CsvField, cellPointer } from '../survey/fields/names-in-files.ts';
import { putAt, valueAt } from '../survey/pointers.ts';
import type { RawResponse } from '../survey/response.ts';
import type { Violation } from '../survey/violation.ts';
import type { MappedColumn } from './map-columns.ts';

/** The cell of a column; undefined: the file has no such column, or the row ends before it. */
export function cellOf(
  field: CsvField,
  cells: readonly string[],
  columns: readonly MappedColumn[],
): string | undefined {
  const column = columns.find((one) => one.field === field);
  return column && cells[column.index];
}

export function toRawResponse(
  cells: readonly string[],
  columns: readonly MappedColumn[],
): RawResponse {
  const raw = { channel: 'csv', place: {}, respondent: {}, issues: [{}], answers: {} };
  for (const { field, index } of columns) {
    const cell = cells[index];
    if (field !== null && field !== 'id' && cell !== undefined)
      putAt(raw, cellPointer(field), cell);
  }
  return raw;
}

/** The header of the column that a violation is about; null when it is about the row. */
export function columnOf(
  { pointer }: Pick<Violation, 'pointer'>,
  columns: readonly MappedColumn[],
): string | null {
  const exact = columns.find(({ field }) => field !== null && pointerOf(field) === pointer);
  const near =
    exact ?? columns.find(({ field }) => field !== null && isNear(pointerOf(field), pointer));
  return near?.header ?? null;
}

/** What is said of the whole position is said of the column with both, if the file has one. */
function pointerOf(field: CsvField): string {
  return field === 'position' ? fields.position.pointer : cellPointer(field);
}

/** a violation of the whole position is about its first column, one of `lat` may be about the column with both */
function isNear(own: string, pointer: string): boolean {
  return own.startsWith(`${pointer}/`) || pointer.startsWith(`${own}/`);
}

/** The cell of a field after the rules took personal data out of the response. */
export function safeValue(safe: RawResponse, field: CsvField): string {
  const value = field === 'id' ? undefined : valueAt(safe, cellPointer(field));
  return value === undefined || value === null ? '' : String(value);
}
