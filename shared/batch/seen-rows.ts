// Which rows of a file were seen, in 28 bytes a place: a million rows must fit beside everything else.
// Open addressing with linear probing; the ids are hashes already.

const wordsAKey = 4;
const wordsAContent = 2;

export interface Seen {
  /** the earlier row */
  readonly row: number;
  /** it had the same content, not only the same id */
  readonly same: boolean;
}

export class SeenRows {
  #capacity = 1024;
  #size = 0;
  #keys = new Uint32Array(this.#capacity * wordsAKey);
  #contents = new Uint32Array(this.#capacity * wordsAContent);
  /** 0: the place is free */
  #rows = new Uint32Array(this.#capacity);
  /** of the row that is looked at: made once for all of them */
  readonly #key = new Uint32Array(wordsAKey);
  readonly #content = new Uint32Array(wordsAContent);

  /** Remembers a row (from 1); undefined when its id is new. `id`: 16 bytes; `content`: at least 8 bytes of a hash. */
  add(id: Uint8Array, content: Uint8Array, row: number): Seen | undefined {
    if ((this.#size + 1) * 4 > this.#capacity * 3) this.#grow();
    const key = read(id, this.#key);
    const words = read(content, this.#content);
    const place = this.#placeOf(key);
    const earlier = this.#rows[place] ?? 0;
    if (earlier > 0)
      return { row: earlier, same: equals(this.#contents, place * wordsAContent, words) };
    this.#put(place, key, words, row);
    this.#size++;
    return undefined;
  }

  /** Whether a row of this id came. */
  has(id: Uint8Array): boolean {
    return this.#rows[this.#placeOf(read(id, this.#key))] !== 0;
  }

  #put(place: number, key: Uint32Array, content: Uint32Array, row: number): void {
    this.#keys.set(key, place * wordsAKey);
    this.#contents.set(content, place * wordsAContent);
    this.#rows[place] = row;
  }

  /** Where the key stands, or the free place where it would. */
  #placeOf(key: Uint32Array): number {
    const mask = this.#capacity - 1;
    let place = (key[0] ?? 0) & mask;
    while (this.#rows[place] !== 0 && !equals(this.#keys, place * wordsAKey, key))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const before = { keys: this.#keys, contents: this.#contents, rows: this.#rows };
    this.#capacity *= 2;
    this.#keys = new Uint32Array(this.#capacity * wordsAKey);
    this.#contents = new Uint32Array(this.#capacity * wordsAContent);
    this.#rows = new Uint32Array(this.#capacity);
    before.rows.forEach((row, place) => {
      if (row === 0) return;
      const key = before.keys.subarray(place * wordsAKey, (place + 1) * wordsAKey);
      const content = before.contents.subarray(place * wordsAContent, (place + 1) * wordsAContent);
      this.#put(this.#placeOf(key), key, content, row);
    });
  }
}

/** As many words as there is room for, from the bytes on. */
function read(bytes: Uint8Array, words: Uint32Array): Uint32Array {
  for (let i = 0; i < words.length; i++) {
    const at = i * 4;
    words[i] =
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24);
  }
  return words;
}

function equals(all: Uint32Array, at: number, words: Uint32Array): boolean {
  for (let i = 0; i < words.length; i++) if (all[at + i] !== words[i]) return false;
  return true;
}
