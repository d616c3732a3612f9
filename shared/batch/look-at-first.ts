// What the first records of a file say about its columns, once, before any row is judged: a column is read in one way from its
// first row to its last.
import { orderOfDates } from './date-order.ts';
import type { FoundTable } from './find-table.ts';
import type { InspectOptions } from './inspection.ts';
import type { CsvRecord } from './record-reader.ts';

/** The table with what its first records decide. */
export function lookAtFirst(
  table: FoundTable,
  records: readonly CsvRecord[],
  options: InspectOptions,
): FoundTable {
  return { ...table, ...orderOfDates(table, records, options) };
}
