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

  /** Remembers a row (from 1); undefined when its id is new. `id`: 16 bytes; `content`: at least 8 bytes of a hash. */
  add(id: Uint8Array, content: Uint8Array, row: number): Seen | undefined {
    if ((this.#size + 1) * 4 > this.#capacity * 3) this.#grow();
    const key = wordsOf(id, wordsAKey);
    const words = wordsOf(content, wordsAContent);
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
    return this.#rows[this.#placeOf(wordsOf(id, wordsAKey))] !== 0;
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

function wordsOf(bytes: Uint8Array, count: number): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const words = new Uint32Array(count);
  for (let i = 0; i < count; i++) words[i] = view.getUint32(i * 4, true);
  return words;
}

function equals(all: Uint32Array, at: number, words: Uint32Array): boolean {
  for (let i = 0; i < words.length; i++) if (all[at + i] !== words[i]) return false;
  return true;
}
