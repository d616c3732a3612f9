// A small file with a header, whole: bytes in, one record a row out, by the same decoding and the same records as every other file.
import { normaliseLine } from '../text/thai.ts';
import { withoutWrappers } from '../text/wrappers.ts';
import { FileDecoder } from './file-decoder.ts';
import { FileRefused } from './file-refused.ts';
import { delimiters } from './inspection.ts';
import { LineEnds } from './line-ends.ts';
import { type CsvRecord, firstRecords } from './record-reader.ts';

/** title rows that may stand above the header */
const lookedAt = 20;
/** of the header */
const mostColumns = 100;

export interface TableRecord<Column extends string> {
  /** from 1, blank ones not counted */
  readonly row: number;
  /** physical line where it starts, from 1 */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

export interface SmallTable<Column extends string> {
  /** each column's own header */
  readonly headers: Readonly<Partial<Record<Column, string>>>;
  readonly records: readonly TableRecord<Column>[];
}

export interface TableWanted<Column extends string> {
  /** which column a header names */
  readonly find: (header: string) => Column | undefined;
  /** without it there is no table */
  readonly needed: Column;
  /** records that are read, and one more where there are more */
  readonly most: number;
}

/** @throws FileRefused `not-text`, `unknown-encoding`, `empty-file`, `no-header` */
export function readSmallTable<Column extends string>(
  bytes: Uint8Array,
  { find, needed, most }: TableWanted<Column>,
): SmallTable<Column> {
  const text = new LineEnds().push(new FileDecoder().push(bytes, true), true);
  const tables = delimiters.map((delimiter) =>
    tableOf(firstRecords(text, delimiter, true, lookedAt + most + 2), find),
  );
  const table = tables.reduce((a, b) => (b.columns.size > a.columns.size ? b : a));
  if (text.trim() === '') throw new FileRefused({ type: 'empty-file' });
  if (![...table.columns.values()].includes(needed)) throw new FileRefused({ type: 'no-header' });
  const filled = table.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new FileRefused({ type: 'empty-file' });
  return {
    headers: byColumn(table.columns, (at) => table.header[at] ?? ''),
    records: filled.map((record, index) => ({
      row: index + 1,
      line: record.line,
      cells: byColumn(table.columns, (at) =>
        normaliseLine(withoutWrappers(record.cells[at] ?? '')),
      ),
    })),
  };
}

function byColumn<Column extends string>(
  columns: ReadonlyMap<number, Column>,
  text: (at: number) => string,
): Partial<Record<Column, string>> {
  // Object.fromEntries forgets which keys there are
  return Object.fromEntries([...columns].map(([at, column]) => [column, text(at)])) as Partial<
    Record<Column, string>
  >;
}

interface Table<Column> {
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<number, Column>;
  readonly records: readonly CsvRecord[];
}

/** The first of the records that names most columns is the header. */
function tableOf<Column>(
  records: readonly CsvRecord[],
  find: (header: string) => Column | undefined,
): Table<Column> {
  const tables = records.slice(0, lookedAt).map((record, at) => ({
    header: record.cells,
    columns: columnsOf(record.cells, find),
    records: records.slice(at + 1),
  }));
  const none: Table<Column> = { header: [], columns: new Map(), records: [] };
  return tables.reduce((a, b) => (b.columns.size > a.columns.size ? b : a), none);
}

/** A column that stands twice is read where it stands first. */
function columnsOf<Column>(
  cells: readonly string[],
  find: (header: string) => Column | undefined,
): ReadonlyMap<number, Column> {
  const columns = new Map<number, Column>();
  for (const [at, cell] of cells.slice(0, mostColumns).entries()) {
    const column = find(cell);
    if (column !== undefined && ![...columns.values()].includes(column)) columns.set(at, column);
  }
  return columns;
}
