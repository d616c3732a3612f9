// A document on its way in, as the text that is stored. It is written in one pass over the document: files come by the hundred
// thousand rows, and building it anew as an object of JSON's values first cost twice as much. It is the very text of
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
  // at once: it makes one piece of what was put together, and hundreds of documents may wait for their turn
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
  return withinLimit(textOfFields(given, 0));
}

function textOfValue(value: unknown, depth: number): string {
  if (typeof value === 'string') return isPlainText(value) ? `"${value}"` : textOfOther(value, 0);
  if (typeof value !== 'object' || value === null || value instanceof Date)
    return textOfOther(value, depth);
  refuseDeep(depth);
  const given = bare(value);
  if (given !== value) return textOfValue(given, depth + 1);
  if (Array.isArray(value)) return textOfList(value, depth);
  return isPlain(value) ? textOfFields(value, depth) : textOfOther(value, depth);
}

function textOfOther(value: unknown, depth: number): string {
  return JSON.stringify(encode(value, depth));
}

function textOfList(list: readonly unknown[], depth: number): string {
  let text = '';
  // also over what a list has no value at: `map` leaves that out, JSON says null
  for (let at = 0; at < list.length; at++)
    text += `${at === 0 ? '' : ','}${textOfValue(list[at], depth + 1)}`;
  return `[${text}]`;
}

function textOfFields(fields: Readonly<Record<string, unknown>>, depth: number): string {
  let text = '';
  for (const key of Object.keys(fields)) {
    if (text !== '') text += ',';
    text += headOf(key) + textOfValue(fields[key], depth + 1);
  }
  return `{${text}}`;
}

/** stands for itself between quotes: neither JSON nor SQLite asks for more */
const isPlainText = (text: string): boolean => !needsMore.test(text);
const needsMore = /["\\\0-\x1f\ud800-\udfff]/;

const mostHeads = 500;
/** what has longer names is no document of ours */
const longestHead = 64;
const heads = new Map<string, string>();

/** A name as it stands before its value. */
function headOf(key: string): string {
  const known = heads.get(key);
  if (known !== undefined) return known;
  refuseName(key);
  const head = `${JSON.stringify(key)}:`;
  if (key.length > longestHead) return head;
  if (heads.size >= mostHeads) heads.clear();
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
