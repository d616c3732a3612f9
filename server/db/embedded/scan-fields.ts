// Some fields of a document, out of the bytes of its JSON text: what nobody asked for is passed over, never made. Gives exactly what
// parsing all of it and keeping those fields gives (projection.ts); text that is written otherwise than by us is left to that.
import { decode } from './decode.ts';
import { dateOffset, mark, tags } from './encode.ts';
import { KnownWords } from './known-words.ts';
import type { Tree } from './projection.ts';
import { isAt, type WantedField, WantedFields } from './wanted-fields.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const colon = 0x3a;
const openObject = 0x7b;
const closeObject = 0x7d;
const openArray = 0x5b;
const closeArray = 0x5d;
const zero = 0x30;
const one = 0x31;
/** as far as looking byte by byte is faster than asking */
const nearby = 16;
const endOfAscii = 0x80;
/** a number of so many digits is exact whatever they are */
const exactDigits = 15;
const nullName = Buffer.from('null');
const dateMark = Buffer.from(`${mark}${tags.date}`);
/** the mark and tag, a sign and 16 digits */
const dateLength = dateMark.length + 17;

type Kept = Record<string, unknown>;

/** for text that is left to others; never seen outside */
const unusual = new Error('unusual JSON');

export class FieldScanner {
  readonly #wanted: WantedFields;
  readonly #words = new KnownWords();
  #bytes: Buffer = Buffer.alloc(0);
  #at = 0;

  constructor(wanted: Tree) {
    this.#wanted = new WantedFields(wanted);
  }

  /**
   * What is wanted of the document that stands from `from` to `to`; undefined when its text is not as we write it.
   * Somewhere behind it there must be a quote, where the search for one that is missing ends.
   */
  read(bytes: Buffer, from: number, to: number): Kept | undefined {
    if (bytes[from] !== openObject) return undefined;
    this.#bytes = bytes;
    this.#at = from;
    try {
      const kept = this.#object(this.#wanted);
      return this.#at === to ? kept : undefined;
    } catch (error) {
      if (error === unusual) return undefined;
      throw error;
    }
  }

  #object(wanted: WantedFields): Kept {
    const bytes = this.#bytes;
    const kept: Kept = {};
    this.#at += 1;
    if (bytes[this.#at] === closeObject) {
      this.#at += 1;
      return kept;
    }
    for (;;) {
      const field = this.#name(wanted);
      if (field === undefined) this.#passOver();
      else if (field.inside === undefined) kept[field.name] = this.#value();
      else this.#inside(field.name, field.inside, kept);
      const end = bytes[this.#at++];
      if (end === closeObject) return kept;
      if (end !== comma) throw unusual;
    }
  }

  /** Reads a name and its colon. */
  #name(wanted: WantedFields): WantedField | undefined {
    const bytes = this.#bytes;
    if (bytes[this.#at] !== quote) throw unusual;
    const from = this.#at + 1;
    let at = from;
    for (let byte = bytes[at]; byte !== quote; byte = bytes[++at]) {
      if (byte === backslash) throw unusual;
    }
    if (bytes[at + 1] !== colon) throw unusual;
    this.#at = at + 2;
    return wanted.find(bytes, from, at);
  }

  #inside(name: string, wanted: WantedFields, kept: Kept): void {
    const first = this.#bytes[this.#at];
    if (first === openObject) kept[name] = this.#object(wanted);
    else if (first === openArray) kept[name] = this.#items(wanted);
    else this.#passOver();
  }

  /** Arrays are walked through; what is no object or array in them has no fields. */
  #items(wanted: WantedFields): unknown[] {
    const bytes = this.#bytes;
    const items: unknown[] = [];
    this.#at += 1;
    if (bytes[this.#at] === closeArray) {
      this.#at += 1;
      return items;
    }
    for (;;) {
      const first = bytes[this.#at];
      if (first === openObject) items.push(this.#object(wanted));
      else if (first === openArray) items.push(this.#items(wanted));
      else this.#passOver();
      const end = bytes[this.#at++];
      if (end === closeArray) return items;
      if (end !== comma) throw unusual;
    }
  }

  #value(): unknown {
    const first = this.#bytes[this.#at];
    if (first === quote) return this.#string();
    return first === openObject || first === openArray ? this.#parsed() : this.#scalar();
  }

  #scalar(): unknown {
    const bytes = this.#bytes;
    const from = this.#at;
    if (bytes[from] === nullName[0] && isAt(bytes, from, nullName)) {
      this.#at += nullName.length;
      return null;
    }
    let at = from;
    let number = 0;
    for (let digit = digitAt(bytes, at); digit >= 0; digit = digitAt(bytes, ++at))
      number = number * 10 + digit;
    if (at === from || at - from > exactDigits || !endsScalar(bytes[at])) return this.#parsed();
    this.#at = at;
    return number;
  }

  #string(): unknown {
    const bytes = this.#bytes;
    const from = this.#at + 1;
    let at = from;
    let hash = 0;
    let all = 0;
    for (let byte = bytes[at] ?? 0; byte !== quote; byte = bytes[++at] ?? 0) {
      if (byte === backslash) return this.#parsed();
      all |= byte;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    this.#at = at + 1;
    if (all < endOfAscii) return this.#words.word(bytes, from, at, hash);
    return dateFrom(bytes, from, at) ?? decode(bytes.toString('utf8', from, at), true);
  }

  /** A value that is made as everywhere else. */
  #parsed(): unknown {
    const from = this.#at;
    this.#passOver();
    return decode(JSON.parse(this.#bytes.toString('utf8', from, this.#at)), true);
  }

  #passOver(): void {
    const bytes = this.#bytes;
    const first = bytes[this.#at];
    if (first === quote) this.#at = endOfString(bytes, this.#at + 1);
    else if (first === openObject || first === openArray) this.#at = endOfNest(bytes, this.#at);
    else while (!endsScalar(bytes[this.#at])) this.#at += 1;
  }
}

const digitAt = (bytes: Buffer, at: number): number => {
  const digit = (bytes[at] ?? 0) - zero;
  return digit < 10 ? digit : -1;
};

/** @throws unusual at the end of everything */
function endsScalar(byte: number | undefined): boolean {
  if (byte === undefined) throw unusual;
  return byte === comma || byte === closeObject || byte === closeArray;
}

/** What stands behind a string, whose text begins at `from`. Long ones are searched natively. */
function endOfString(bytes: Buffer, from: number): number {
  const near = from + nearby;
  for (let at = from; at < near; at++) {
    const byte = bytes[at];
    if (byte === quote) return at + 1;
    if (byte === backslash) at += 1;
  }
  let end = bytes.indexOf(quote, near);
  while (end >= 0 && isEscaped(bytes, end, from)) end = bytes.indexOf(quote, end + 1);
  if (end < 0) throw unusual;
  return end + 1;
}

/** Whether an odd number of backslashes stands before it. */
function isEscaped(bytes: Buffer, at: number, from: number): boolean {
  let first = at;
  while (first > from && bytes[first - 1] === backslash) first -= 1;
  return (at - first) % 2 === 1;
}

function endOfNest(bytes: Buffer, from: number): number {
  let at = from;
  let depth = 0;
  do {
    const byte = bytes[at];
    if (byte === undefined) throw unusual;
    if (byte === quote) {
      at = endOfString(bytes, at + 1);
      continue;
    }
    if (byte === openObject || byte === openArray) depth += 1;
    else if (byte === closeObject || byte === closeArray) depth -= 1;
    at += 1;
  } while (depth > 0);
  return at;
}

/** The same as decode.ts makes of it, without its text. */
function dateFrom(bytes: Buffer, from: number, to: number): Date | undefined {
  if (to - from !== dateLength || !isAt(bytes, from, dateMark)) return undefined;
  const sign = from + dateMark.length;
  let ms = 0;
  for (let at = sign + 1; at < to; at++) {
    const digit = digitAt(bytes, at);
    if (digit < 0) return undefined;
    ms = ms * 10 + digit;
  }
  return new Date(bytes[sign] === one ? ms : ms - dateOffset);
}
