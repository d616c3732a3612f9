// A file's bytes in, its rows out, while it streams: decode, unify line ends, find the table, read records, look at the first
// of them together, judge their shape. The browser and the server read through this one class. Flat memory: nothing is kept but
// the record that is being read, and, until enough of them are there to be looked at, the first ones.
import type { CsvEncoding } from './encodings.ts';
import { type CharacterWidth, FileDecoder } from './file-decoder.ts';
import type { FileNote } from './file-note.ts';
import { FileRefused } from './file-refused.ts';
import type { FoundTable } from './find-table.ts';
import { findTable, headLength } from './find-table.ts';
import { FirstRecords } from './first-records.ts';
import type { InspectOptions } from './inspection.ts';
import type { Judged } from './judge-record.ts';
import { judgeRecord, looksLikeTotal } from './judge-record.ts';
import { LineEnds } from './line-ends.ts';
import { lookAtFirst } from './look-at-first.ts';
import { MergedCells } from './merged-cells.ts';
import type { CsvRecord } from './record-reader.ts';
import { firstRecords, RecordReader } from './record-reader.ts';

export interface CsvRow {
  /** position among the records after the header, from 1; blank ones are not counted and have 0 */
  readonly row: number;
  /** physical line where the record starts, from 1 */
  readonly line: number;
  readonly cells: readonly string[];
  readonly judged: Judged;
  /** its cells are no more those of the file: a person mended them */
  readonly corrected?: true;
}

export class CsvReader {
  readonly #options: InspectOptions;
  readonly #decoder: FileDecoder;
  readonly #lineEnds = new LineEnds();
  #head = '';
  #found: FoundTable | null = null;
  #first = new FirstRecords();
  #table: FoundTable | null = null;
  #records: RecordReader | null = null;
  #merged = new MergedCells([]);
  #rows = 0;
  #ended = false;

  constructor(options: InspectOptions = {}) {
    this.#options = options;
    this.#decoder = new FileDecoder(options.encoding);
  }

  get encoding(): CsvEncoding {
    return this.#decoder.encoding;
  }

  get width(): CharacterWidth {
    return this.#decoder.width;
  }

  /** null until enough of the file was seen; with a `problem` its rows are only good for looking at */
  get table(): FoundTable | null {
    return this.#table;
  }

  /** The rows that are still held to be looked at together: for whoever has no more of the file. */
  release(): CsvRow[] {
    return this.#found && !this.#table ? this.#settle(this.#found) : [];
  }

  /** What is to be said of the file, as far as it was read. */
  get notes(): readonly FileNote[] {
    return [...(this.#table?.notes ?? []), ...this.#merged.notes];
  }

  /** The rows that are complete by now. @throws FileRefused at any time: the file as a whole cannot be read */
  push(bytes: Uint8Array): CsvRow[] {
    return this.#read(this.#decoder.push(bytes, false), false);
  }

  end(): CsvRow[] {
    if (this.#ended) return [];
    this.#ended = true;
    const rows = this.#read(this.#decoder.push(new Uint8Array(), true), true);
    if (this.#rows === 0) throw new FileRefused({ type: 'empty-file' });
    return rows;
  }

  /**
   * The records of another piece of the file, which begins with the line `from` and is cut anywhere unless it is its `end`: for
   * whoever remembers where lines begin, and not what stands in them. Only once the table is known.
   */
  again(bytes: Uint8Array, from: number, end: boolean): CsvRecord[] {
    if (!this.#table) return [];
    const lineEnds = new LineEnds();
    const text = lineEnds.push(this.#decoder.again(bytes), end);
    const records = firstRecords(text, this.#table.delimiter, end, Number.POSITIVE_INFINITY);
    return records.map((record) => ({ ...record, line: record.line + from - 1 }));
  }

  /** A record that was read again as the row it was; `filled`: what its cells had from above. */
  rowAgain(record: CsvRecord, row: number, filled: ReadonlyMap<number, string>): CsvRow | null {
    if (!this.#table) return null;
    const cells = [...this.#table.cellsOf(record.cells)];
    for (const [index, cell] of filled) {
      while (cells.length < index) cells.push('');
      cells[index] = cell;
    }
    return { row, line: record.line, cells, judged: judgeRecord(record, this.#table) };
  }

  #read(decoded: string, last: boolean): CsvRow[] {
    const text = this.#lineEnds.push(decoded, last);
    if (this.#records) return this.#take(this.#records.push(text, last), last);
    this.#head += text;
    if (this.#head.length < headLength && !last) return [];
    const head = this.#head;
    this.#head = '';
    this.#found = findTable(
      head.slice(0, headLength),
      last && head.length <= headLength,
      this.#options,
    );
    this.#merged = new MergedCells(this.#found.columns, this.#options.fillDown);
    this.#records = new RecordReader(this.#found.delimiter);
    return this.#take(this.#records.push(head, last), last);
  }

  #take(records: readonly CsvRecord[], last: boolean): CsvRow[] {
    const found = this.#found;
    if (!found) return [];
    if (this.#table) return this.#toRows(records, this.#table);
    this.#first.add(records.filter(({ line }) => line > found.headerLine));
    return last || this.#first.areEnough ? this.#settle(found) : [];
  }

  #settle(found: FoundTable): CsvRow[] {
    const { all, looked } = this.#first;
    this.#first = new FirstRecords();
    const table = lookAtFirst(found, looked, this.#options);
    this.#table = table;
    return this.#toRows(all, table);
  }

  #toRows(records: readonly CsvRecord[], table: FoundTable): CsvRow[] {
    const rows: CsvRow[] = [];
    for (const record of records)
      if (record.line > table.headerLine) rows.push(this.#toRow(record, table));
    return rows;
  }

  #toRow(record: CsvRecord, table: FoundTable): CsvRow {
    const judged = judgeRecord(record, table);
    if (judged.kind !== 'blank') this.#rows++;
    const cells = table.cellsOf(record.cells);
    const fills = this.#options.fillDown?.length;
    const mayFill = judged.kind === 'row' && !(fills && looksLikeTotal(record.cells, table));
    return {
      row: judged.kind === 'blank' ? 0 : this.#rows,
      line: record.line,
      cells: mayFill ? this.#merged.next(cells) : cells,
      judged,
    };
  }
}
