// Documents as JSON text. What JSON cannot say is a string that begins with U+10FFFF and a digit, chosen so that SQLite's own
// order (NULL < numbers < text by code point) is MongoDB's: null < numbers < strings < binary < ObjectId < boolean < date.
import { mongo } from 'mongoose';
import type { SqlValue } from './binding.ts';
import { refuse, serverError } from './errors.ts';

export type Encoded = null | number | string | Encoded[] | EncodedObject;
export interface EncodedObject {
  [key: string]: Encoded;
}

export const mark = '\u{10FFFF}';
export const tags = {
  string: '0',
  binary: '3',
  objectId: '4',
  boolean: '5',
  date: '6',
  end: '7',
} as const;

const maxDepth = 100;
const maxBytes = 16 * 1024 * 1024;
// base64 keeps long binaries short; order among them hardly matters
export const longBinary = 64;

export function encodeDocument(document: object): EncodedObject {
  const encoded = encode(document, 0);
  return isEncodedObject(encoded) ? encoded : refuse('a document that is no object');
}

export function toText(document: EncodedObject): string {
  return withinLimit(JSON.stringify(document));
}

/** @throws as MongoDB does when it is too long */
export function withinLimit(text: string): string {
  if (text.length * 3 > maxBytes && Buffer.byteLength(text) > maxBytes) {
    throw serverError(10_334, `BSONObj size over ${maxBytes} bytes is invalid`);
  }
  return text;
}

export function isEncodedObject(value: Encoded | undefined): value is EncodedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value to compare with or to use as a key: no object, no array. */
export function encodeScalar(value: unknown, where: string): null | number | string {
  const encoded = encode(value, 0);
  return typeof encoded === 'object' && encoded !== null
    ? refuse('objects and arrays as values to compare with', where)
    : encoded;
}

/** Numbers beyond 2^53 are compared as the digits that JSON wrote: SQLite reads those as a 64-bit integer. */
export function toSql(value: null | number | string): SqlValue {
  const wide =
    typeof value === 'number' &&
    Number.isInteger(value) &&
    !Number.isSafeInteger(value) &&
    Math.abs(value) < 2 ** 63;
  return wide ? BigInt(JSON.stringify(value)) : value;
}

export function encode(value: unknown, depth: number): Encoded {
  switch (typeof value) {
    case 'string':
      return encodeString(value);
    case 'number':
      return Number.isFinite(value) ? value : refuse(`the number ${value}`);
    case 'boolean':
      return `${mark}${tags.boolean}${value ? 1 : 0}`;
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : encodeObject(value, depth);
    default:
      return refuse(`values of type ${typeof value}`);
  }
}

function encodeObject(value: object, depth: number): Encoded {
  refuseDeep(depth);
  if ('toBSON' in value && typeof value.toBSON === 'function')
    return encode(value.toBSON(), depth + 1);
  if (Array.isArray(value)) return value.map((item) => encode(item, depth + 1));
  if (value instanceof Date) return encodeDate(value);
  if (value instanceof mongo.ObjectId) return `${mark}${tags.objectId}${value.toHexString()}`;
  if (value instanceof Uint8Array) return encodeBinary(value, 0);
  if (value instanceof mongo.Binary) return encodeBinary(value.value(), value.sub_type);
  const prototype: unknown = Object.getPrototypeOf(value);
  if ('_bsontype' in value) refuse(`values of type ${String(value._bsontype)}`);
  if (prototype !== Object.prototype && prototype !== null)
    refuse(`values of type ${value.constructor.name}`);
  return encodeFields(value, depth);
}

function encodeFields(value: object, depth: number): EncodedObject {
  const encoded: EncodedObject = {};
  for (const [key, field] of Object.entries(value)) {
    refuseName(key);
    encoded[key] = encode(field, depth + 1);
  }
  return encoded;
}

export function refuseDeep(depth: number): void {
  if (depth > maxDepth) refuse(`documents nested more than ${maxDepth} deep`);
}

export function refuseName(key: string): void {
  if (key === '__proto__' || key.startsWith('$') || key.includes('\0'))
    refuse(`the field name ${JSON.stringify(key)}`);
}

const needsCare = /[\0\x01\ud800-\udfff]/;

/** NUL ends a text that is bound to SQLite, so it is written as U+0001 U+0001, and U+0001 as U+0001 U+0002: the order stays. */
function encodeString(value: string): string {
  if (!needsCare.test(value)) return value;
  const escaped = value
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\0\x01]/g, (character) => (character === '\0' ? '\x01\x01' : '\x01\x02'));
  return escaped.startsWith(mark) ? `${mark}${tags.string}${escaped}` : escaped;
}

// before the first date there is (-8.64e15), and small enough for sums to stay exact
export const dateOffset = 9e15;

/** A sign digit and 16 digits of milliseconds; those before 1970 count up from -9e15. */
function encodeDate(value: Date): string {
  const ms = value.getTime();
  if (Number.isNaN(ms)) refuse('an invalid Date');
  const digits = String(ms < 0 ? dateOffset + ms : ms).padStart(16, '0');
  return `${mark}${tags.date}${ms < 0 ? 0 : 1}${digits}`;
}

function encodeBinary(bytes: Uint8Array, subtype: number): string {
  const length = bytes.length.toString(16).padStart(8, '0');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const body = buffer.toString(bytes.length > longBinary ? 'base64' : 'hex');
  return `${mark}${tags.binary}${length}${subtype.toString(16).padStart(2, '0')}${body}`;
}
