// Whether the dates of a file have the day or the month first: a matter of the column, not of a cell. `11/24/2026` can only be
// month first, `24/11/2026` only day first; `10/05/2026` says nothing, and neither do words, ISO days and serials.
import { type DateOrder, dateOrders, orderWritten } from '../text/date-order.ts';
import { withoutWrappers } from '../text/wrappers.ts';
import type { FileNote } from './file-note.ts';
import type { FoundTable } from './find-table.ts';
import type { InspectOptions } from './inspection.ts';
import type { MappedColumn } from './map-columns.ts';
import type { CsvRecord } from './record-reader.ts';

type Records = readonly Pick<CsvRecord, 'cells'>[];

/**
 * The column of days decides; where it says nothing, the dates of the survey's own questions, which the same program wrote.
 * What the rest of the file says against it is seen row by row (`mixedOrder`).
 */
export function orderOfDates(
  { columns, notes }: FoundTable,
  records: Records,
  { dateOrder: chosen, questions = [] }: InspectOptions,
): Pick<FoundTable, 'dateOrder' | 'datesSay' | 'notes'> {
  const ofDays = columns.filter(({ field }) => field === 'day');
  const ofOwn = columns.filter(({ field }) =>
    questions.some(({ pointer, kind }) => kind === 'date' && pointer === `/${field}`),
  );
  const byDays = saidIn(ofDays, records);
  const datesSay = byDays.length > 0 ? byDays : saidIn(ofOwn, records);
  const found = datesSay.length === 1 ? datesSay[0] : undefined;
  const dateOrder = chosen ?? found ?? 'dmy';
  const [column] = [...ofDays, ...ofOwn];
  if (dateOrder === 'dmy' || !column) return { dateOrder, datesSay, notes };
  const note: FileNote = { code: 'dates-month-first', column: column.header };
  return { dateOrder, datesSay, notes: [...notes, note] };
}

function saidIn(columns: readonly MappedColumn[], records: Records): readonly DateOrder[] {
  const said = new Set(
    records.flatMap(({ cells }) =>
      columns.map(({ index }) => orderWritten(withoutWrappers(cells[index] ?? ''))),
    ),
  );
  return dateOrders.filter((order) => said.has(order));
}

/** The note on a file of which `rows` have a date that could only be read in the other order. */
export function mixedOrder(
  rows: number,
): readonly { readonly code: string; readonly rows: number }[] {
  return rows === 0 ? [] : [{ code: 'dates-mixed-order', rows }];
}
