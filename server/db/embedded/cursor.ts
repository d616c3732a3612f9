// Reading many documents in slices of a few milliseconds. No statement stays open between slices: neither does a snapshot keep the
// write-ahead log growing, nor can a statement be collected while it runs. Like MongoDB's, a cursor is no snapshot:
// what changes meanwhile may be seen before or after. What is no longer what was stored is left out, and set aside.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SqlValue } from './binding.ts';
import { documentColumns } from './checksum.ts';
import { type Filter, isOperators, type Sql } from './filter.ts';
import { checked } from './options.ts';
import { packedColumns, unpack } from './packed-rows.ts';
import { compileProjection, type Projection } from './projection.ts';
import { FieldScanner } from './scan-fields.ts';
import { type Document, emptySlice, packedSliceOf, type Slice, sliceOf } from './slices.ts';
import type { Sort } from './sort.ts';
import type { DocumentTable } from './table.ts';

type Slices = Generator<Slice, void, undefined>;

const firstSlice = 101;
/** documents that are read as quickly one by one */
const few = 10;
const goalMs = 4;
const maxSlice = 20_000;
/** reads in a millisecond or two */
const smallSlice = 256 * 1024;

export class FindCursor {
  readonly #table: DocumentTable;
  readonly #filter: Filter;
  #projection: Projection | undefined;
  #sort: Sort | undefined;
  #limit: number;
  #slices: Slices | undefined;
  #buffer = emptySlice;
  #at = 0;
  #closed = false;

  constructor(table: DocumentTable, filter: Filter, options?: object | null) {
    const { projection, sort, limit = 0 } = checked(options, 'find');
    this.#table = table;
    this.#filter = filter;
    this.#projection = compileProjection(projection);
    this.#sort = sort;
    this.#limit = Math.abs(limit);
  }

  get closed(): boolean {
    return this.#closed;
  }

  sort(sort: Sort): this {
    this.#sort = sort;
    return this;
  }

  limit(limit: number): this {
    this.#limit = Math.abs(limit);
    return this;
  }

  project(fields: Readonly<Record<string, unknown>>): this {
    this.#projection = compileProjection(fields);
    return this;
  }

  /** Slices are as long as they take; there is nothing to set. */
  batchSize(): this {
    return this;
  }

  async next(): Promise<Document | null> {
    return (await this.hasNext()) ? this.#take() : null;
  }

  async hasNext(): Promise<boolean> {
    while (this.#at >= this.#buffer.length) {
      if (this.#closed) return false;
      if (this.#slices !== undefined) await nextTurn();
      this.#slices ??= this.#read();
      const { value, done } = this.#slices.next();
      await this.#table.store.writes.settled();
      if (done) await this.close();
      this.#buffer = value ?? emptySlice;
      this.#at = 0;
    }
    return true;
  }

  /** What has been read and not been given yet: after `hasNext`, the rest of a slice, without a promise for each document. */
  readBufferedDocuments(): Document[] {
    const documents: Document[] = [];
    while (this.#at < this.#buffer.length) documents.push(this.#take());
    return documents;
  }

  bufferedCount(): number {
    return this.#buffer.length - this.#at;
  }

  async toArray(): Promise<Document[]> {
    const documents: Document[] = [];
    while (await this.hasNext()) documents.push(...this.readBufferedDocuments());
    return documents;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Document, void, undefined> {
    try {
      while (await this.hasNext()) while (this.#at < this.#buffer.length) yield this.#take();
    } finally {
      await this.close();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#slices = undefined;
    this.#buffer = emptySlice;
    this.#at = 0;
  }

  rewind(): void {
    this.#closed = false;
    this.#slices = undefined;
    this.#buffer = emptySlice;
    this.#at = 0;
  }

  /** SQLite's plan; the tests read it. */
  async explain(): Promise<{ plan: string }> {
    return {
      plan: this.#table.exists ? this.#table.store.plan(this.#select(documentColumns)) : '',
    };
  }

  #take(): Document {
    return this.#buffer.document(this.#at++);
  }

  #select(columns: string, limit = this.#limit): Sql {
    return this.#table.select(columns, this.#filter, this.#sort, limit === 0 ? undefined : limit);
  }

  *#read(): Slices {
    if (!this.#table.exists) return;
    const ids = this.#limit === 0 && this.#sort === undefined ? manyIds(this.#filter) : undefined;
    if (ids && this.#projection?.include) return yield* this.#readByIds(ids, this.#projection);
    if (this.#limit === 0 && this.#sort === undefined && this.#mustScan())
      return yield* this.#readWindows();
    const short = this.#limit > 0 && this.#limit <= firstSlice;
    const rows = this.#table.store.all(
      this.#select(documentColumns, short ? this.#limit : firstSlice + 1),
    );
    if (short || rows.length <= firstSlice)
      return yield sliceOf(this.#table, rows, this.#projection);
    yield* this.#readInOrder();
  }

  #mustScan(): boolean {
    return this.#table.store.plan(this.#select('rid')).startsWith('SCAN');
  }

  /** All of a table that no index helps with: one stretch of row numbers after the other. */
  *#readWindows(): Slices {
    const { store, name } = this.#table;
    const last = Number(
      store.get({ sql: `SELECT max(rid) AS n FROM "${name}"`, values: [] })?.n ?? 0,
    );
    const { sql, values } = this.#table.where(this.#filter);
    const end = `FROM "${name}" WHERE rid > ? AND rid <= ? AND ${sql}`;
    const read = this.#projection?.include
      ? this.#readPacked(this.#projection, end)
      : (given: readonly SqlValue[]) => this.#readRows(end, given);
    let width = firstSlice;
    for (let from = 0; from < last; ) {
      const start = performance.now();
      const slice = read([from, from + width, ...values]);
      from += width;
      if (slice.length > 0) yield slice;
      width = nextWidth(width, slice.size, performance.now() - start);
    }
  }

  /** Some fields of many documents that are named: in whatever order, as on MongoDB. */
  *#readByIds(ids: readonly string[], projection: Projection): Slices {
    let width = firstSlice;
    for (let from = 0; from < ids.length; ) {
      const start = performance.now();
      const among = { ...this.#filter, _id: { $in: ids.slice(from, from + width) } };
      const { sql, values } = this.#table.where(among);
      const slice = this.#readPacked(projection, `FROM "${this.#table.name}" WHERE ${sql}`)(values);
      from += width;
      if (slice.length > 0) yield slice;
      width = nextWidth(width, slice.size, performance.now() - start);
    }
  }

  #readRows(end: string, values: readonly SqlValue[]): Slice {
    const rows = this.#table.store.all({ sql: `SELECT ${documentColumns} ${end}`, values });
    return sliceOf(this.#table, rows, this.#projection);
  }

  /** Who wants some fields of everything gets them without the rest being made. */
  #readPacked(projection: Projection, end: string): (values: readonly SqlValue[]) => Slice {
    const scanner = new FieldScanner(projection.tree);
    return (values) => {
      const row = this.#table.store.get({ sql: `SELECT ${packedColumns} ${end}`, values });
      if (row?.rids === null) return emptySlice;
      const packed = row && unpack(row);
      return packed
        ? packedSliceOf(this.#table, packed, projection, scanner)
        : this.#readRows(end, values);
    };
  }

  /** First which rows and in what order, then the rows; those that meanwhile ceased to match are left out. */
  *#readInOrder(): Slices {
    const { store, name } = this.#table;
    const rids = store.all(this.#select('rid')).map(({ rid }) => Number(rid));
    const { sql, values } = this.#table.where(this.#filter);
    const text = `SELECT ${documentColumns} FROM "${name}" WHERE rid IN (SELECT value FROM json_each(?)) AND ${sql}`;
    let width = firstSlice;
    for (let from = 0; from < rids.length; ) {
      const start = performance.now();
      const part = rids.slice(from, from + width);
      const rows = new Map(
        store
          .all({ sql: text, values: [JSON.stringify(part), ...values] })
          .map((row) => [Number(row.rid), row]),
      );
      from += width;
      const found = part.map((rid) => rows.get(rid)).filter((row) => row !== undefined);
      const slice = sliceOf(this.#table, found, this.#projection);
      yield slice;
      width = nextWidth(width, slice.size, performance.now() - start);
    }
  }
}

/** The ids that a filter names, each once; undefined when they are few, or it asks otherwise. */
function manyIds({ _id: asked }: Filter): readonly string[] | undefined {
  if (!isOperators(asked) || Object.keys(asked).length > 1) return undefined;
  const { $in: ids } = asked;
  if (!Array.isArray(ids) || ids.length < few) return undefined;
  return ids.every((id) => typeof id === 'string') ? [...new Set<string>(ids)] : undefined;
}

/**
 * The time a slice took includes what its reader did with it. A small one that took long waited for others who use the machine:
 * ever smaller ones would make that worse.
 */
function nextWidth(width: number, size: number, ms: number): number {
  if (ms < goalMs) return Math.min(width * 2, maxSlice);
  return ms > 2 * goalMs && size > smallSlice ? Math.max(Math.floor(width / 2), 1) : width;
}
