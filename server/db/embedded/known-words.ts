// Texts of a few letters that come again and again, such as the names of provinces and statuses: each is made once.

const slots = 4096;
/** a UUID is as long, and one of a batch comes with all of its rows */
const longest = 36;

export class KnownWords {
  readonly #words: (string | undefined)[] = new Array(slots).fill(undefined);

  /** The text that stands from `from` to `to`, of ASCII alone; `hash` of its bytes. */
  word(bytes: Buffer, from: number, to: number, hash: number): string {
    const length = to - from;
    if (length > longest) return bytes.toString('latin1', from, to);
    const slot = (hash ^ (hash >>> 12)) & (slots - 1);
    const known = this.#words[slot];
    if (known !== undefined && isAt(bytes, from, length, known)) return known;
    const word = bytes.toString('latin1', from, to);
    this.#words[slot] = word;
    return word;
  }
}

function isAt(bytes: Buffer, from: number, length: number, word: string): boolean {
  if (word.length !== length) return false;
  for (let i = 0; i < length; i++) if (bytes[from + i] !== word.charCodeAt(i)) return false;
  return true;
}
