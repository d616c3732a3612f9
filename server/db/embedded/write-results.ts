// What writes answer, in the driver's own classes where mongoose looks for them.
import { Mongoose, mongo } from 'mongoose';
import { decodeDocument } from './decode.ts';
import type { EncodedObject } from './encode.ts';
import { isServerError, namespaceOf, serverError } from './errors.ts';
import type { IndexSpec } from './index-catalogue.ts';
import { splitPath } from './paths.ts';

/** What one bulk comes to; its parts grow while it runs. */
export interface Bulk {
  ok: 1;
  readonly writeErrors: BulkError[];
  readonly writeConcernErrors: never[];
  readonly insertedIds: { readonly index: number; readonly _id: unknown }[];
  readonly upserted: { readonly index: number; readonly _id: unknown }[];
  nInserted: number;
  nUpserted: number;
  nMatched: number;
  nModified: number;
  nRemoved: number;
}

export const newBulk = (): Bulk => ({
  ok: 1,
  writeErrors: [],
  writeConcernErrors: [],
  insertedIds: [],
  upserted: [],
  nInserted: 0,
  nUpserted: 0,
  nMatched: 0,
  nModified: 0,
  nRemoved: 0,
});

interface NativeDriver {
  readonly BulkWriteResult: new (bulk: Bulk, ordered: boolean) => mongo.BulkWriteResult;
}

/** The driver that mongoose brings: the parts of it that are not about the network serve here too. */
export const nativeDriver = (
  new Mongoose() as unknown as { driver: { get(): NativeDriver } }
).driver.get();

/** mongoose rewrites `err.index`, so that must stay the place where the index is kept. */
export class BulkError {
  readonly err: {
    index: number;
    code: number;
    errmsg: string;
    op: unknown;
    keyPattern?: unknown;
    keyValue?: unknown;
  };

  constructor(error: mongo.MongoServerError, index: number, op: unknown) {
    const { code, message, keyPattern, keyValue } = error;
    this.err = { index, code: Number(code), errmsg: message, op, keyPattern, keyValue };
  }

  get code(): number {
    return this.err.code;
  }

  get index(): number {
    return this.err.index;
  }

  get errmsg(): string {
    return this.err.errmsg;
  }

  getOperation(): unknown {
    return this.err.op;
  }

  toJSON(): object {
    return this.err;
  }
}

/** @throws MongoBulkWriteError when any part failed */
export function finishBulk(bulk: Bulk, ordered: boolean): mongo.BulkWriteResult {
  const result = new nativeDriver.BulkWriteResult(bulk, ordered);
  const [first] = bulk.writeErrors;
  if (first === undefined) return result;
  const writeErrors = bulk.writeErrors as unknown as mongo.WriteError[];
  throw new mongo.MongoBulkWriteError(
    { message: first.errmsg, code: first.code, writeErrors },
    result,
  );
}

/** SQLite's complaint about a unique index as MongoDB's E11000; anything else as it is. */
export function toDuplicateKey(
  error: unknown,
  collection: string,
  indexes: readonly IndexSpec[],
  document: EncodedObject,
): unknown {
  const spec = brokenIndex(String((error as { message?: unknown }).message), collection, indexes);
  if (isServerError(error) || spec === undefined) return error;
  const whole = decodeDocument(structuredClone(document));
  const keyValue = Object.fromEntries(
    Object.keys(spec.key).map((path) => [path, valueUnder(whole, path)]),
  );
  const shown = Object.entries(keyValue).map(
    ([path, value]) => `${path}: ${JSON.stringify(value)}`,
  );
  const message = `E11000 duplicate key error collection: ${namespaceOf(collection)} index: ${spec.name} dup key: { ${shown.join(', ')} }`;
  return serverError(11_000, message, { keyPattern: spec.key, keyValue });
}

function brokenIndex(
  message: string,
  collection: string,
  indexes: readonly IndexSpec[],
): IndexSpec | undefined {
  if (message.endsWith(`${collection}.id`)) return { v: 2, key: { _id: 1 }, name: '_id_' };
  const named = /index '(.*)'$/.exec(message)?.[1];
  return indexes.find(
    ({ name }) => named === `${collection}.${name}` || named === `${collection}.${name}.null`,
  );
}

function valueUnder(document: object, path: string): unknown {
  let at: unknown = document;
  for (const step of splitPath(path)) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return null;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}
