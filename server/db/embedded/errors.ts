// Errors as the MongoDB driver gives them, so that the rest of the server cannot tell the engines apart.
import { mongo } from 'mongoose';

/** The embedded database was asked for something outside its subset. */
export class UnsupportedError extends Error {
  override readonly name = 'EmbeddedRefusal';
}

/** @param what the operator, option or type by its name, such as `$regex` */
export function refuse(what: string, where = ''): never {
  throw new UnsupportedError(
    `The embedded database does not support ${what}${where && ` (in ${where})`}.`,
  );
}

export function serverError(
  code: number,
  message: string,
  more: object = {},
): mongo.MongoServerError {
  return new mongo.MongoServerError({ message, errmsg: message, code, ...more });
}

export function isServerError(error: unknown): error is mongo.MongoServerError {
  return error instanceof mongo.MongoServerError;
}

/** beside MongoDB's own codes, which are below */
export const damagedCode = 900_001;

/** A document is not what was stored. It is being set aside; asked again, it is gone. */
export function damagedError(collection: string): mongo.MongoServerError {
  return serverError(damagedCode, `a document of ${namespaceOf(collection)} is damaged`);
}

/** Nobody knows any more what of the last writes is on disk. */
export function notDurableError(cause: unknown): mongo.MongoServerError {
  return serverError(damagedCode, notDurable(cause));
}

export const notDurable = (cause: unknown): string =>
  `What was written could not be made durable (${String(cause)}): nothing more is written until a new start, which finds out what is there.`;

/** SQLite met JSON that is none: a document of an index or a filter is damaged. */
export const isBrokenJson = (error: unknown): boolean =>
  error instanceof Error && /malformed JSON/i.test(error.message);

/** SQLite's primary result code, 0 when the error is not SQLite's. */
export function sqliteCode(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 0;
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' ? errcode & 0xff : 0;
}

const busy = 5;
const locked = 6;
const constraint = 19;
// no memory, interrupted, I/O, corrupt, full, cannot open, not a database: SQLite may have rolled the whole transaction back
const fatal = new Set([busy, locked, 7, 9, 10, 11, 13, 14, 26]);

export const isBusy = (error: unknown): boolean => [busy, locked].includes(sqliteCode(error));
export const isConstraint = (error: unknown): boolean => sqliteCode(error) === constraint;
export const endsTransaction = (error: unknown): boolean => fatal.has(sqliteCode(error));

/** SQLite found pages or index entries that cannot be. */
export const isBrokenFile = (error: unknown): boolean => sqliteCode(error) === 11;

export const databaseName = 'rabfang';

/** A collection as MongoDB's messages name it. */
export const namespaceOf = (collection: string): string => `${databaseName}.${collection}`;
