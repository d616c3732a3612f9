// One row's cells as a raw response, and back: where a value of a response stands in the row.
import { fields } from '../survey/fields/fields.ts';
import { type CsvField, cellPointers } from '../survey/fields/names-in-files.ts';
import { putAt, valueAt } from '../survey/pointers.ts';
import type { RawResponse } from '../survey/response.ts';
import type { Violation } from '../survey/violation.ts';
import type { Column } from './map-columns.ts';

export type ValueOf = (field: CsvField) => string | undefined;

/** undefined: the file has no such column, or the row ends before it. */
export function valuesOf(cells: readonly string[], columns: readonly Column[]): ValueOf {
  const values = new Map<CsvField, string | undefined>();
  for (const { field, index } of columns) if (field) values.set(field, cells[index]);
  return (field) => values.get(field);
}

const cells = [...cellPointers];

export function toRawResponse(value: ValueOf): RawResponse {
  const raw = { channel: 'csv', place: {}, respondent: {}, issues: [{}] };
  for (const [field, pointer] of cells) {
    const cell = value(field);
    if (cell !== undefined) putAt(raw, pointer, cell);
  }
  return raw;
}

/** The header of the column that a violation is about; null when it is about the row. */
export function columnOf(
  { pointer }: Pick<Violation, 'pointer'>,
  columns: readonly Column[],
): string | null {
  const exact = columns.find(({ field }) => field !== null && pointerOf(field) === pointer);
  const near =
    exact ?? columns.find(({ field }) => field !== null && isNear(pointerOf(field), pointer));
  return near?.header ?? null;
}

/** What is said of the whole position is said of the column with both, if the file has one. */
function pointerOf(field: CsvField): string {
  if (field === 'position') return fields.position.pointer;
  return cellPointers.get(field) ?? `/${field}`;
}

/** a violation of the whole position is about its first column, one of `lat` may be about the column with both */
function isNear(own: string, pointer: string): boolean {
  return own.startsWith(`${pointer}/`) || pointer.startsWith(`${own}/`);
}

/** The cell of a field after the rules took personal data out of the response. */
export function safeValue(safe: RawResponse, field: CsvField): string {
  const pointer = cellPointers.get(field);
  const value = pointer && valueAt(safe, pointer);
  return value === undefined || value === null ? '' : String(value);
}
