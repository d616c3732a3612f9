// A document on its way in, as the text that is stored: files come by the hundred thousand rows, so what JSON can write as it is, is
// left to the engine, and only what is stored in another form (dates) is made anew. It is the very text of
// `toText(encodeDocument(document))`; a property holds the two equal.
import { checksumOf } from './checksum.ts';
import {
  type Encoded,
  type EncodedObject,
  encode,
  encodeDocument,
  needsCare,
  refuseDeep,
  refuseName,
  toText,
  withinLimit,
} from './encode.ts';

export interface Insertable {
  readonly text: string;
  readonly crc: number;
  /** undefined: it has none */
  readonly id: Encoded | undefined;
  /** what it was made of: only looked at where an index is */
  readonly given: object;
  readonly encoded?: EncodedObject;
}

export function toInsertable(document: { readonly _id?: unknown }): Insertable {
  const id = document._id === undefined ? undefined : encode(document._id, 1);
  const text = textOf(document);
  return { text, crc: checksumOf(text), id, given: document };
}

export function insertableOf(encoded: EncodedObject): Insertable {
  const text = toText(encoded);
  return { text, crc: checksumOf(text), id: encoded._id, given: encoded, encoded };
}

export function encodedOf({ given, encoded }: Insertable): EncodedObject {
  return encoded ?? encodeDocument(given);
}

/** What is met on the way to a field, or in it, that no index takes; null: nothing. */
export function containerAt(
  document: object,
  steps: readonly string[],
): 'arrays' | 'objects' | null {
  let at: unknown = document;
  for (const step of steps) {
    if (!isPlain(at)) return null;
    at = Object.hasOwn(at, step) ? wholly(at[step]) : undefined;
    if (Array.isArray(at)) return 'arrays';
  }
  return isPlain(at) ? 'objects' : null;
}

export function textOf(document: object): string {
  const given = bare(document);
  // what is no object is refused there
  if (!isPlain(given)) return toText(encodeDocument(document));
  return withinLimit(JSON.stringify(fieldsToWrite(given, 0)));
}

/** A value as JSON writes it: itself, where nothing in it needs another form. */
function toWrite(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return needsCare.test(value) ? encode(value, depth) : value;
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return encode(value, depth);
  refuseDeep(depth);
  const given = bare(value);
  if (given !== value) return toWrite(given, depth + 1);
  if (Array.isArray(value)) return listToWrite(value, depth);
  return isPlain(value) ? fieldsToWrite(value, depth) : encode(value, depth);
}

function listToWrite(list: readonly unknown[], depth: number): readonly unknown[] {
  let copy: unknown[] | undefined;
  // also over what a list has no value at: `map` leaves that out, JSON says null
  for (let at = 0; at < list.length; at++) {
    const form = toWrite(list[at], depth + 1);
    if (form === list[at]) continue;
    copy ??= [...list];
    copy[at] = form;
  }
  return copy ?? list;
}

function fieldsToWrite(fields: Readonly<Record<string, unknown>>, depth: number): object {
  let copy: Record<string, unknown> | undefined;
  for (const key of Object.keys(fields)) {
    checkName(key);
    const form = toWrite(fields[key], depth + 1);
    if (form === fields[key]) continue;
    copy ??= { ...fields };
    copy[key] = form;
  }
  return copy ?? fields;
}

const mostNames = 500;
/** what has longer names is no document of ours */
const longestName = 64;
const names = new Set<string>();

function checkName(key: string): void {
  if (names.has(key)) return;
  refuseName(key);
  if (key.length > longestName) return;
  if (names.size >= mostNames) names.clear();
  names.add(key);
}

/** as it says itself that it is to be stored */
function bare(value: unknown): unknown {
  const isObject = typeof value === 'object' && value !== null;
  return isObject && 'toBSON' in value && typeof value.toBSON === 'function'
    ? value.toBSON()
    : value;
}

/** of what was written already, so it comes to an end */
function wholly(value: unknown): unknown {
  const given = bare(value);
  return given === value ? value : wholly(given);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !('_bsontype' in value);
}
