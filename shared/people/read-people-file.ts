// A file of people: bytes in, one record a person out, by the same decoding and the same records as every other file. Small and
// whole: a few thousand people at most.
import { FileDecoder } from '../batch/file-decoder.ts';
import { FileRefused } from '../batch/file-refused.ts';
import { delimiters } from '../batch/inspection.ts';
import { LineEnds } from '../batch/line-ends.ts';
import { type CsvRecord, firstRecords } from '../batch/record-reader.ts';
import { normaliseLine } from '../text/thai.ts';
import { findPeopleColumn, type PeopleColumn } from './people-words.ts';

/** people that one file adds at most */
export const mostPeopleInFile = 2000;
/** title rows that may stand above the header */
const lookedAt = 20;

export interface PersonRecord {
  /** from 1, blank ones not counted */
  readonly row: number;
  /** physical line where it starts, from 1 */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<PeopleColumn, string>>>;
}

export interface PeopleFile {
  /** each column's own header */
  readonly headers: Readonly<Partial<Record<PeopleColumn, string>>>;
  readonly records: readonly PersonRecord[];
}

/** @throws FileRefused `not-text`, `unknown-encoding`, `empty-file`, `no-header` */
export function readPeopleFile(bytes: Uint8Array): PeopleFile {
  const text = new LineEnds().push(new FileDecoder().push(bytes, true), true);
  const tables = delimiters.map((delimiter) =>
    tableOf(firstRecords(text, delimiter, true, lookedAt + mostPeopleInFile + 2)),
  );
  const table = tables.reduce((a, b) => (b.columns.size > a.columns.size ? b : a));
  if (text.trim() === '') throw new FileRefused({ type: 'empty-file' });
  if (![...table.columns.values()].includes('username'))
    throw new FileRefused({ type: 'no-header' });
  const filled = table.records.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new FileRefused({ type: 'empty-file' });
  const headers = [...table.columns].map(([at, column]) => [column, table.header[at] ?? '']);
  return {
    headers: Object.fromEntries(headers),
    records: filled.map((record, index) => ({
      row: index + 1,
      line: record.line,
      cells: Object.fromEntries(
        [...table.columns].map(([at, column]) => [column, normaliseLine(record.cells[at] ?? '')]),
      ),
    })),
  };
}

interface Table {
  readonly header: readonly string[];
  readonly columns: ReadonlyMap<number, PeopleColumn>;
  readonly records: readonly CsvRecord[];
}

/** The first of the records that names most columns is the header. */
function tableOf(records: readonly CsvRecord[]): Table {
  const tables = records.slice(0, lookedAt).map((record, at) => ({
    header: record.cells,
    columns: columnsOf(record.cells),
    records: records.slice(at + 1),
  }));
  const none: Table = { header: [], columns: new Map(), records: [] };
  return tables.reduce((a, b) => (b.columns.size > a.columns.size ? b : a), none);
}

/** A column that stands twice is read where it stands first. */
function columnsOf(cells: readonly string[]): ReadonlyMap<number, PeopleColumn> {
  const columns = new Map<number, PeopleColumn>();
  for (const [at, cell] of cells.slice(0, 100).entries()) {
    const column = findPeopleColumn(cell);
    if (column && ![...columns.values()].includes(column)) columns.set(at, column);
  }
  return columns;
}
