// A collection as mongoose calls it: the names and answers of the MongoDB driver's Collection, over a table.
import { mongo } from 'mongoose';
import { buildIndex } from './build-index.ts';
import { compileOperation, insertsOf, runBulk } from './bulk.ts';
import {
  type Changed,
  changeMany,
  changeOne,
  type DocumentChange,
  deleted,
  insertInstead,
  together,
} from './change.ts';
import { toFoundResult, toUpdateResult, type UpdateResult } from './change-results.ts';
import { FindCursor } from './cursor.ts';
import type { Decoded } from './decode.ts';
import { namespaceOf, serverError } from './errors.ts';
import type { Filter } from './filter.ts';
import { type IndexSpec, idIndex, sqlToDrop, toSpec } from './index-catalogue.ts';
import { toInsertable } from './insertable.ts';
import { checked, type Options } from './options.ts';
import { compileProjection, project } from './projection.ts';
import { refuseTheRest } from './refuse-the-rest.ts';
import type { SqliteStore } from './store.ts';
import { DocumentTable } from './table.ts';
import { compileUpdate } from './update.ts';
import { encodeReplacement } from './upsert.ts';

type Document = { _id?: unknown };

// documents changed or deleted before others have their turn
const perTurn = 200;

export class EmbeddedCollection {
  readonly collectionName: string;
  readonly #store: SqliteStore;
  readonly #table: DocumentTable;

  constructor(store: SqliteStore, name: string) {
    this.collectionName = name;
    this.#store = store;
    this.#table = new DocumentTable(store, name);
  }

  find(filter: Filter = {}, options?: object | null): FindCursor {
    return new FindCursor(this.#table, filter, options);
  }

  async findOne(filter: Filter = {}, options?: object | null): Promise<Decoded | null> {
    const { projection, sort } = checked(options, 'findOne');
    const wanted = compileProjection(projection);
    const found = this.#table.first(filter, sort);
    await this.#store.writes.settled();
    return found === undefined ? null : project(found.document, wanted, true);
  }

  async countDocuments(filter: Filter = {}, options?: object | null): Promise<number> {
    const { limit } = checked(options, 'countDocuments');
    if (!this.#table.exists) return 0;
    const { sql, values } = this.#table.select('1', filter, undefined, limit || undefined);
    const row = this.#store.get({ sql: `SELECT count(*) AS n FROM (${sql})`, values });
    await this.#store.writes.settled();
    return Number(row?.n);
  }

  async estimatedDocumentCount(options?: object | null): Promise<number> {
    return this.countDocuments({}, options);
  }

  async insertOne(document: Document, options?: object | null): Promise<object> {
    checked(options, 'insertOne');
    giveId(document);
    const insertable = toInsertable(document);
    await this.#store.writes.write(() => this.#table.insert(insertable));
    return { acknowledged: true, insertedId: document._id };
  }

  async insertMany(documents: readonly Document[], options?: object | null): Promise<object> {
    const { ordered = true } = checked(options, 'insertMany');
    if (!Array.isArray(documents) || documents.length === 0)
      throw new TypeError('Invalid BulkOperation, Batch cannot be empty');
    const writes = await insertsOf(this.#table, documents, giveId);
    const { insertedCount, insertedIds } = await runBulk(this.#table, writes, ordered);
    return { acknowledged: true, insertedCount, insertedIds };
  }

  async bulkWrite(
    operations: readonly object[],
    options?: object | null,
  ): Promise<mongo.BulkWriteResult> {
    const { ordered = true } = checked(options, 'bulkWrite');
    if (!Array.isArray(operations) || operations.length === 0)
      throw new TypeError('Invalid BulkOperation, Batch cannot be empty');
    const writes = operations.map((operation: object) =>
      compileOperation(this.#table, operation, giveId),
    );
    return runBulk(this.#table, writes, ordered);
  }

  async updateOne(filter: Filter, update: unknown, options?: object | null): Promise<UpdateResult> {
    const change = { update: compileUpdate(update) };
    return toUpdateResult(await this.#changeOne(filter, change, checked(options, 'updateOne')));
  }

  async replaceOne(
    filter: Filter,
    replacement: object,
    options?: object | null,
  ): Promise<UpdateResult> {
    const change = { replacement: encodeReplacement(replacement) };
    return toUpdateResult(await this.#changeOne(filter, change, checked(options, 'replaceOne')));
  }

  /** A long list is changed in parts, each durable for itself; what ceases to match meanwhile is left as it is. */
  async updateMany(
    filter: Filter,
    update: unknown,
    options?: object | null,
  ): Promise<UpdateResult> {
    const { upsert } = checked(options, 'updateMany');
    const change = { update: compileUpdate(update) };
    let rest: readonly number[] = [];
    let total = await this.#store.writes.write(() => {
      const rids = this.#table.rids(filter);
      rest = rids.slice(perTurn);
      if (rids.length === 0 && upsert) return insertInstead(this.#table, filter, change);
      return changeMany(this.#table, rids.slice(0, perTurn), change);
    });
    for (; rest.length > 0; rest = rest.slice(perTurn)) {
      const part = await this.#store.writes.write(() =>
        changeMany(this.#table, this.#still(filter, rest), change),
      );
      total = together(total, part);
    }
    return toUpdateResult(total);
  }

  async deleteOne(filter: Filter, options?: object | null): Promise<object> {
    checked(options, 'deleteOne');
    return {
      acknowledged: true,
      deletedCount: await this.#delete(() => this.#table.rids(filter, undefined, 1)),
    };
  }

  async deleteMany(filter: Filter = {}, options?: object | null): Promise<object> {
    checked(options, 'deleteMany');
    let deletedCount = 0;
    for (let part = perTurn; part === perTurn; deletedCount += part) {
      part = await this.#delete(() => this.#table.rids(filter, undefined, perTurn));
    }
    return { acknowledged: true, deletedCount };
  }

  async findOneAndUpdate(
    filter: Filter,
    update: unknown,
    options?: object | null,
  ): Promise<unknown> {
    const change = { update: compileUpdate(update) };
    return this.#changeAndGive(filter, change, checked(options, 'findOneAndUpdate'));
  }

  async findOneAndReplace(
    filter: Filter,
    replacement: object,
    options?: object | null,
  ): Promise<unknown> {
    const change = { replacement: encodeReplacement(replacement) };
    return this.#changeAndGive(filter, change, checked(options, 'findOneAndReplace'));
  }

  async findOneAndDelete(filter: Filter, options?: object | null): Promise<unknown> {
    const given = checked(options, 'findOneAndDelete');
    const found = await this.#store.writes.write(() => {
      const first = this.#table.first(filter, given.sort);
      if (first !== undefined) this.#table.delete(first.rid);
      return first;
    });
    return toFoundResult(deleted(found?.document), { ...given, returnDocument: 'before' });
  }

  async createIndex(
    keys: Readonly<Record<string, unknown>>,
    options: object = {},
  ): Promise<string> {
    const spec = toSpec(keys, { ...options });
    if (spec.name === idIndex.name) return spec.name;
    await this.#store.writes.write(() => buildIndex(this.#store, this.collectionName, spec));
    return spec.name;
  }

  async dropIndex(name: string): Promise<object> {
    const spec = this.#store.indexesOf(this.collectionName)?.find((index) => index.name === name);
    if (spec === undefined) throw serverError(27, `index not found with name [${name}]`);
    await this.#store.writes.write(() => this.#store.change(sqlToDrop(this.collectionName, spec)));
    return { ok: 1 };
  }

  listIndexes(): { toArray(): Promise<readonly IndexSpec[]> } {
    return { toArray: () => this.indexes() };
  }

  async indexes(): Promise<readonly IndexSpec[]> {
    const indexes = this.#store.indexesOf(this.collectionName);
    if (indexes === undefined)
      throw serverError(26, `ns does not exist: ${namespaceOf(this.collectionName)}`);
    return [idIndex, ...indexes];
  }

  async drop(): Promise<boolean> {
    return this.#store.writes.write(() => this.#store.drop(this.collectionName));
  }

  #changeOne(filter: Filter, change: DocumentChange, { upsert, sort }: Options): Promise<Changed> {
    return this.#store.writes.write(() => changeOne(this.#table, filter, change, { upsert, sort }));
  }

  async #changeAndGive(filter: Filter, change: DocumentChange, options: Options): Promise<unknown> {
    compileProjection(options.projection);
    return toFoundResult(await this.#changeOne(filter, change, options), options);
  }

  #still(filter: Filter, rids: readonly number[]): readonly number[] {
    const { sql, values } = this.#table.select('rid', filter);
    const among = JSON.stringify(rids.slice(0, perTurn));
    const still = {
      sql: `${sql} AND rid IN (SELECT value FROM json_each(?))`,
      values: [...values, among],
    };
    return this.#store.all(still).map(({ rid }) => Number(rid));
  }

  #delete(choose: () => readonly number[]): Promise<number> {
    return this.#store.writes.write(() => {
      const rids = choose();
      for (const rid of rids) this.#table.delete(rid);
      return rids.length;
    });
  }
}

function giveId(document: Document): void {
  document._id ??= new mongo.ObjectId();
}

refuseTheRest(EmbeddedCollection.prototype);
