// A document on its way in, as the text that is stored: files come by the hundred thousand rows, so it is written in one pass, and
// nothing of it is taken over into another object before. It is the very text of
// `toText(encodeDocument(document))`; a property holds the two equal.
import { checksumOf } from './checksum.ts';
import {
  type Encoded,
  type EncodedObject,
  encode,
  encodeDocument,
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
  return withinLimit(fieldsAsText(given, 0));
}

/** JSON of a value in the form in which it is stored, at once: taking over the parts of a document one by one cost as much again. */
function asText(value: unknown, depth: number): string {
  if (typeof value === 'string')
    return inNeedOfMore.test(value) ? JSON.stringify(encode(value, depth)) : `"${value}"`;
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  if (typeof value !== 'object' || value instanceof Date)
    return JSON.stringify(encode(value, depth));
  refuseDeep(depth);
  const given = bare(value);
  if (given !== value) return asText(given, depth + 1);
  if (Array.isArray(value)) return listAsText(value, depth);
  return isPlain(value) ? fieldsAsText(value, depth) : JSON.stringify(encode(value, depth));
}

/** what JSON writes otherwise than it is, and what is stored otherwise */
const inNeedOfMore = /["\\\0-\x1f\ud800-\udfff]/;

function listAsText(list: readonly unknown[], depth: number): string {
  let text = '[';
  // also over what a list has no value at: `map` leaves that out, JSON says null
  for (let at = 0; at < list.length; at++)
    text += at === 0 ? asText(list[at], depth + 1) : `,${asText(list[at], depth + 1)}`;
  return `${text}]`;
}

function fieldsAsText(fields: Readonly<Record<string, unknown>>, depth: number): string {
  let text = '';
  for (const key of Object.keys(fields)) {
    const { first, next } = headOf(key);
    text += text === '' ? first : next;
    text += asText(fields[key], depth + 1);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** A name as it stands before its value: of an object's first field, and of each other. */
interface Head {
  readonly first: string;
  readonly next: string;
}

const mostNames = 500;
/** what has longer names is no document of ours */
const longestName = 64;
const heads = new Map<string, Head>();

/** @throws what no field may be called */
function headOf(key: string): Head {
  const known = heads.get(key);
  if (known !== undefined) return known;
  refuseName(key);
  const head = { first: `{${JSON.stringify(key)}:`, next: `,${JSON.stringify(key)}:` };
  if (key.length > longestName) return head;
  if (heads.size >= mostNames) heads.clear();
  heads.set(key, head);
  return head;
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
