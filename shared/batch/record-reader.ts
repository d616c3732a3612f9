// Text in, records out, through PapaParse in bounded blocks, with the physical line of each record.
// A quote that is never closed must not pull the rest of a large file into memory: past a limit its lines are only counted.
import papaparse from 'papaparse';
import { constantOf } from '../text/wrappers.ts';
import type { Delimiter } from './inspection.ts';
import { countLineEnds } from './line-ends.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** physical line where it starts, from 1 */
  readonly line: number;
  /** a quote was opened on line `openedAt` and swallowed the `lost` lines after it */
  readonly swallowed?: { readonly openedAt: number; readonly lost: number };
  /** longer than is read: the cells are only its beginning */
  readonly overlong?: true;
  /** how many cells it has, when text stands in more of them than are read */
  readonly width?: number;
}

/** Cells of one record that are read: more than any table may have columns. Further empty ones are common and mean nothing. */
const maxCells = 2100;

const blockLength = 64 * 1024;
const maxRecordLength = 1024 * 1024;

export class RecordReader {
  readonly #delimiter: Delimiter;
  #pending = '';
  #parsedTo = 0;
  #line = 1;
  #mode: 'records' | 'count' | 'skip' = 'records';
  #open: CsvRecord | null = null;
  #endsLine = true;

  readonly #most: number;

  /** `most`: only so many records are wanted, and what follows them is not looked at */
  constructor(delimiter: Delimiter, most = Number.POSITIVE_INFINITY) {
    this.#delimiter = delimiter;
    this.#most = most;
  }

  /** Text with LF line ends. Returns the records that are complete by now. */
  push(text: string, last: boolean): CsvRecord[] {
    if (text !== '') this.#endsLine = text.endsWith('\n');
    if (this.#mode === 'count') return this.#countOn(text, last);
    if (this.#mode === 'skip') return this.#skipOn(text, last);
    this.#pending += text;
    const enough = this.#pending.length - this.#parsedTo >= blockLength;
    if (!enough && !last) return [];
    const records = this.#parse(last);
    if (last) return this.#pending === '' ? records : [...records, this.#unclosed()];
    if (this.#pending.length > maxRecordLength) return [...records, ...this.#giveUp()];
    return records;
  }

  /** Reads the complete records and keeps the rest. */
  #parse(last: boolean): CsvRecord[] {
    const text = last && !this.#endsLine ? `${this.#pending}\n` : this.#pending;
    const records: CsvRecord[] = [];
    let start = 0;
    parse(text, this.#delimiter, true, ({ cells, end, wrongQuote }) => {
      const lines = countLineEnds(text, start, end);
      records.push(
        this.#toRecord(cells, lines, wrongQuote === null ? null : text.slice(start, wrongQuote)),
      );
      this.#line += lines;
      start = end;
      return records.length < this.#most;
    });
    this.#pending = records.length < this.#most ? text.slice(start) : '';
    this.#parsedTo = this.#pending.length;
    return records;
  }

  /** `before`: the record up to a quote that something follows; null when its quotes are as they should be. */
  #toRecord(cells: readonly string[], lines: number, before: string | null): CsvRecord {
    const line = this.#line;
    const record = bounded(cells, line);
    if (before === null || lines < 2) return record;
    const openedAt = line + countLineEnds(before);
    const lost = line + lines - 1 - openedAt;
    return lost > 0 ? { ...record, swallowed: { openedAt, lost } } : record;
  }

  /** What is left at the end was opened by a quote and never closed. */
  #unclosed(): CsvRecord {
    const text = this.#pending;
    this.#pending = '';
    const open = this.#openRecord(text);
    const lastLine = this.#line + countLineEnds(text.slice(0, -1));
    return withLost(open, lastLine);
  }

  #openRecord(text: string): CsvRecord {
    let cells: readonly string[] = [];
    let openedAt = this.#line;
    parse(text, this.#delimiter, false, (found) => {
      if (cells.length === 0) cells = found.cells;
      if (found.wrongQuote !== null)
        openedAt = this.#line + countLineEnds(text.slice(0, found.wrongQuote));
      return true;
    });
    return { ...bounded(cells, this.#line), swallowed: { openedAt, lost: 0 } };
  }

  /** The pending record is longer than any real one. */
  #giveUp(): CsvRecord[] {
    const text = this.#pending;
    this.#pending = '';
    this.#parsedTo = 0;
    if (!text.includes('\n')) {
      this.#mode = 'skip';
      return [
        { cells: text.slice(0, 1000).split(this.#delimiter), line: this.#line, overlong: true },
      ];
    }
    this.#mode = 'count';
    this.#open = this.#openRecord(text);
    this.#line += countLineEnds(text);
    return [];
  }

  #countOn(text: string, last: boolean): CsvRecord[] {
    this.#line += countLineEnds(text);
    if (!last || !this.#open) return [];
    return [withLost(this.#open, this.#endsLine ? this.#line - 1 : this.#line)];
  }

  #skipOn(text: string, last: boolean): CsvRecord[] {
    const end = text.indexOf('\n');
    if (end < 0) return [];
    this.#mode = 'records';
    this.#line += 1;
    return this.push(text.slice(end + 1), last);
  }
}

const isForced = (cell: string): boolean => cell.charCodeAt(0) === 0x3d;

/** What of a record is handed on: the rest of a row without an end would fill the memory, and every list that it stands in. */
function bounded(given: readonly string[], line: number): CsvRecord {
  // a forced text is what it says, in headers and total rows too
  const cells = given.some(isForced) ? given.map(constantOf) : given;
  if (cells.length <= maxCells) return { cells, line };
  const read = cells.slice(0, maxCells);
  const hasMore = cells.some((cell, index) => index >= maxCells && cell.trim() !== '');
  return hasMore ? { cells: read, line, width: cells.length } : { cells: read, line };
}

function withLost(record: CsvRecord, lastLine: number): CsvRecord {
  const openedAt = record.swallowed?.openedAt ?? record.line;
  return { ...record, swallowed: { openedAt, lost: lastLine - openedAt } };
}

interface Found {
  readonly cells: string[];
  /** where the next record starts */
  readonly end: number;
  /** where a quoted cell begins whose quotes are not as they should be; null when all are */
  readonly wrongQuote: number | null;
}

function parse(
  text: string,
  delimiter: Delimiter,
  ignoreLastRow: boolean,
  /** false: enough */
  onRecord: (found: Found) => boolean,
): void {
  const parser = new papaparse.Parser({
    delimiter,
    newline: '\n',
    step: ({ data: [cells], errors, meta }) => {
      const found = { cells, end: meta.cursor, wrongQuote: errors[0]?.index ?? null };
      if (!onRecord(found)) parser.abort();
    },
  });
  parser.parse(text, 0, ignoreLastRow);
}

/** The first records of a text, for looking at it. `whole`: nothing follows the text. */
export function firstRecords(
  text: string,
  delimiter: Delimiter,
  whole: boolean,
  count: number,
): CsvRecord[] {
  const reader = new RecordReader(delimiter, count);
  const cut = whole ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text;
  const records = reader.push(cut, true);
  // a quote that is open where the text was cut is closed further on
  if (!whole && records.length < count && records.at(-1)?.swallowed) records.pop();
  return records;
}
