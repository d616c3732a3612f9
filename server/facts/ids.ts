// Finding a response by its id: open addressing over 64 small tables, a slot is a place (shelf and row).
// The ids themselves stand in the shelves' columns, whole, so no two are ever taken for one.
import { CodeLimit, StrangeValue } from './codes.ts';

/** a UUID as four 32-bit words, the first digits first */
export type Id = readonly [number, number, number, number];

const hyphens = [8, 13, 18, 23] as const;

/**
 * Every response that is read or written passes here, so the digits are read without cutting the text.
 * @throws CodeLimit for anything but a lower-case UUID
 */
export function toId(text: string): Id {
  if (text.length !== 36 || hyphens.some((at) => text.charCodeAt(at) !== 45))
    throw new StrangeValue('the id', text);
  return [
    (halfAt(text, 0) << 16) | halfAt(text, 4),
    (halfAt(text, 9) << 16) | halfAt(text, 14),
    (halfAt(text, 19) << 16) | halfAt(text, 24),
    (halfAt(text, 28) << 16) | halfAt(text, 32),
  ];
}

export const isId = (text: string): boolean =>
  /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);

/** four digits */
function halfAt(text: string, start: number): number {
  let half = 0;
  for (let at = start; at < start + 4; at++) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit < 0) throw new StrangeValue('the id', text);
    half = (half << 4) | digit;
  }
  return half;
}

export function fromId(id: Id): string {
  const digits = id.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20),
  ].join('-');
}

/** < 0 when a sorts before b, like their texts */
export function compareIds(a: Id, b: Id): number {
  return (
    (a[0] >>> 0) - (b[0] >>> 0) ||
    (a[1] >>> 0) - (b[1] >>> 0) ||
    (a[2] >>> 0) - (b[2] >>> 0) ||
    (a[3] >>> 0) - (b[3] >>> 0)
  );
}

/** A place is shelf × 2^25 + row: below 2^32 for 127 shelves. Multiplied, because `<<` turns negative. */
const rowsPerShelf = 2 ** 25;
export const placeOf = (shelf: number, row: number): number => {
  if (row >= rowsPerShelf) throw new CodeLimit('row', row);
  return shelf * rowsPerShelf + row;
};
export const shelfOfPlace = (place: number): number => Math.floor(place / rowsPerShelf);
export const rowOfPlace = (place: number): number => place % rowsPerShelf;

const tableCount = 64;
const empty = 0xffff_ffff;

export class IdIndex {
  readonly #isAt: (place: number, id: Id) => boolean;
  readonly #idAt: (place: number) => Id;
  readonly #seed: number;
  readonly #tables: Uint32Array[];
  readonly #used = new Int32Array(tableCount);

  /** `slots`: of each table at first, a power of two. `seed` keeps senders, who choose ids, from choosing slots. */
  constructor(
    columns: { isAt(place: number, id: Id): boolean; idAt(place: number): Id },
    slots: number,
    seed: number,
  ) {
    this.#isAt = (place, id) => columns.isAt(place, id);
    this.#idAt = (place) => columns.idAt(place);
    this.#seed = seed;
    this.#tables = Array.from({ length: tableCount }, () => new Uint32Array(slots).fill(empty));
  }

  find(id: Id): number | undefined {
    const { table, slot } = this.#slotOf(id);
    const place = table[slot] as number; // the slot is inside by its mask
    return place === empty ? undefined : place;
  }

  /** Adds the id, or moves it to another place. */
  set(id: Id, place: number): void {
    const { number, table, slot } = this.#slotOf(id);
    const isNew = table[slot] === empty;
    table[slot] = place;
    if (!isNew) return;
    const used = (this.#used[number] ?? 0) + 1;
    this.#used[number] = used;
    if (used * 10 > table.length * 7) this.#grow(number);
  }

  /** The rows of a shelf move, all at once: ids and places must fit each other whenever somebody looks. */
  moveRows(shelf: number, moved: Int32Array): void {
    const end = (shelf + 1) * rowsPerShelf;
    const first = shelf * rowsPerShelf;
    for (const table of this.#tables) {
      for (let slot = 0; slot < table.length; slot++) {
        const place = table[slot] ?? empty;
        if (place >= first && place < end) table[slot] = first + (moved[place - first] ?? 0);
      }
    }
  }

  #slotOf(id: Id) {
    const hash = mix(id, this.#seed);
    const number = hash & (tableCount - 1);
    const table = this.#tables[number] as Uint32Array; // there are as many as the mask lets through
    const mask = table.length - 1;
    let slot = (hash >>> 6) & mask;
    for (;;) {
      const place = table[slot] as number; // inside by the mask
      if (place === empty || this.#isAt(place, id)) return { number, table, slot };
      slot = (slot + 1) & mask;
    }
  }

  #grow(number: number): void {
    const old = this.#tables[number] as Uint32Array;
    const table = new Uint32Array(old.length * 2).fill(empty);
    const mask = table.length - 1;
    for (const place of old) {
      if (place === empty) continue;
      let slot = (mix(this.#idAt(place), this.#seed) >>> 6) & mask;
      while (table[slot] !== empty) slot = (slot + 1) & mask;
      table[slot] = place;
    }
    this.#tables[number] = table;
  }
}

/** The steps and the finaliser of MurmurHash3 (x86, 32 bits; Appleby, public domain). */
function mix(id: Id, seed: number): number {
  let hash = seed;
  for (const word of id) {
    let k = Math.imul(word, 0xcc9e2d51);
    k = (k << 15) | (k >>> 17);
    hash ^= Math.imul(k, 0x1b873593);
    hash = (hash << 13) | (hash >>> 19);
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0;
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
