// One collection as a table, synchronously: the single-document reads and writes that everything above is made of.
// Writes here run inside a transaction that the caller has opened (store.writes).
import type { SqlRow } from './binding.ts';
import { checksumOf, documentColumns, isWhole } from './checksum.ts';
import { parseText } from './decode.ts';
import { type EncodedObject, isEncodedObject, toSql, toText } from './encode.ts';
import { damagedError, isConstraint, refuse, serverError } from './errors.ts';
import { compileFilter, type Filter, type Sql } from './filter.ts';
import { type IndexSpec, scalarPaths } from './index-catalogue.ts';
import { containerAt, encodedOf, type Insertable } from './insertable.ts';
import { splitPath } from './paths.ts';
import { compileSort, type Sort } from './sort.ts';
import type { SqliteStore } from './store.ts';
import { toDuplicateKey } from './write-results.ts';

/** A document as it stands; made of its text when it is looked at. */
export class FoundDocument {
  readonly rid: number;
  readonly text: string;
  #document: EncodedObject | undefined;

  constructor({ rid, doc }: SqlRow) {
    this.rid = Number(rid);
    this.text = String(doc);
  }

  get document(): EncodedObject {
    this.#document ??= parseText(this.text);
    return this.#document;
  }
}

interface Shape {
  readonly indexes: readonly IndexSpec[];
  readonly scalar: ReadonlySet<string>;
  readonly steps: readonly (readonly string[])[];
}

export class DocumentTable {
  readonly store: SqliteStore;
  readonly name: string;
  readonly #sqlToInsert: string;
  #shape: Shape | undefined;

  constructor(store: SqliteStore, name: string) {
    this.store = store;
    this.name = name;
    this.#sqlToInsert = `INSERT INTO "${name}" (id, doc, crc) VALUES (?, ?, ?)`;
  }

  get exists(): boolean {
    return this.store.indexesOf(this.name) !== undefined;
  }

  where(filter: Filter): Sql {
    return compileFilter(filter, this.#shapeNow().scalar);
  }

  orderBy(sort: Sort | undefined): string {
    const order = compileSort(sort, this.#shapeNow().scalar);
    return order === '' ? '' : ` ORDER BY ${order}`;
  }

  select(columns: string, filter: Filter, sort?: Sort, limit?: number): Sql {
    const { sql, values } = this.where(filter);
    const order = this.orderBy(sort);
    const end = limit === undefined ? '' : ' LIMIT ?';
    const text = `SELECT ${columns} FROM "${this.name}" WHERE ${sql}${order}${end}`;
    return { sql: text, values: limit === undefined ? values : [...values, limit] };
  }

  /** @throws damaged: who looks for one document must not be told that there is none, or that it says something else */
  first(filter: Filter, sort?: Sort): FoundDocument | undefined {
    if (!this.exists) return undefined;
    const row = this.store.get(this.select(documentColumns, filter, sort, 1));
    if (row === undefined) return undefined;
    if (!this.isWhole(row)) throw damagedError(this.name);
    return new FoundDocument(row);
  }

  /** A row that is not what was stored is set aside soon: no reader makes anything of it. */
  isWhole(row: SqlRow): boolean {
    const whole = isWhole(row);
    if (!whole) this.store.onBroken(this.name, Number(row.rid));
    return whole;
  }

  rids(filter: Filter, sort?: Sort, limit?: number): readonly number[] {
    if (!this.exists) return [];
    return this.store.all(this.select('rid', filter, sort, limit)).map(({ rid }) => Number(rid));
  }

  byRid(rid: number): FoundDocument | undefined {
    const row = this.store.get({
      sql: `SELECT ${documentColumns} FROM "${this.name}" WHERE rid = ?`,
      values: [rid],
    });
    return row === undefined || !this.isWhole(row) ? undefined : new FoundDocument(row);
  }

  insert(document: Insertable): void {
    this.store.create(this.name);
    this.#check(document.given);
    const values = [idOf(document.id), document.text, document.crc];
    try {
      this.store.run(this.#sqlToInsert, values);
    } catch (error) {
      throw this.#toDuplicateKey(error, encodedOf(document));
    }
  }

  /** @returns false when the document is the same as before */
  replace(found: FoundDocument, document: EncodedObject): boolean {
    const text = toText(document);
    if (text === found.text) return false;
    this.#check(document);
    this.store.remembered.forget(this.name, found.rid);
    const sql = `UPDATE "${this.name}" SET doc = ?, crc = ? WHERE rid = ?`;
    try {
      this.store.run(sql, [text, checksumOf(text), found.rid]);
    } catch (error) {
      throw this.#toDuplicateKey(error, document);
    }
    return true;
  }

  delete(rid: number): void {
    this.store.remembered.forget(this.name, rid);
    this.store.run(`DELETE FROM "${this.name}" WHERE rid = ?`, [rid]);
  }

  #toDuplicateKey(error: unknown, document: EncodedObject): unknown {
    return isConstraint(error)
      ? toDuplicateKey(error, this.name, this.#shapeNow().indexes, document)
      : error;
  }

  /** An index over arrays would need an entry for each element, and one over objects their order: kept out at the door. */
  #check(document: object): void {
    for (const steps of this.#shapeNow().steps) {
      const container = containerAt(document, steps);
      if (container) refuse(`${container} in indexed fields`, steps.join('.'));
    }
  }

  #shapeNow(): Shape {
    const indexes = this.store.indexesOf(this.name) ?? none;
    if (this.#shape?.indexes !== indexes) {
      const scalar = scalarPaths(indexes);
      this.#shape = { indexes, scalar, steps: [...scalar].map(splitPath) };
    }
    return this.#shape;
  }
}

const none: readonly IndexSpec[] = [];

function idOf(id: Insertable['id']) {
  if (Array.isArray(id)) throw serverError(2, "The '_id' value cannot be of type array");
  if (isEncodedObject(id)) return refuse('objects as _id');
  return id === undefined || id === null ? refuse('null as _id') : toSql(id);
}
