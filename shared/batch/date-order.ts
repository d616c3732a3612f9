// Whether the dates of a file have the day or the month first: a matter of the column, not of a cell. `11/24/2026` can only be
// month first, `24/11/2026` only day first; `10/05/2026` says nothing, and neither do words, ISO days and serials.
import { type DateOrder, dateOrders, orderWritten } from '../text/date-order.ts';
import type { FileNote } from './file-note.ts';
import type { FoundTable } from './find-table.ts';
import type { CsvRecord } from './record-reader.ts';

type Read = Pick<FoundTable, 'dateOrder' | 'datesSay' | 'notes'>;

/** `chosen`: by a person. What the rest of the file says against it is seen row by row (`mixedOrder`). */
export function orderOfDates(
  { columns, notes }: FoundTable,
  records: readonly Pick<CsvRecord, 'cells'>[],
  chosen: DateOrder | undefined,
): Read {
  const day = columns.find(({ field }) => field === 'day');
  if (!day) return { dateOrder: chosen ?? 'dmy', datesSay: [], notes };
  const said = new Set(records.map(({ cells }) => orderWritten(cells[day.index] ?? '')));
  const datesSay = dateOrders.filter((order) => said.has(order));
  const dateOrder = chosen ?? (datesSay.length === 1 ? (datesSay[0] ?? 'dmy') : 'dmy');
  if (dateOrder === 'dmy') return { dateOrder, datesSay, notes };
  const note: FileNote = { code: 'dates-month-first', column: day.header };
  return { dateOrder, datesSay, notes: [...notes, note] };
}

/** The note on a file of which `rows` have a date that could only be read in the other order. */
export function mixedOrder(
  rows: number,
): readonly { readonly code: string; readonly rows: number }[] {
  return rows === 0 ? [] : [{ code: 'dates-mixed-order', rows }];
}
