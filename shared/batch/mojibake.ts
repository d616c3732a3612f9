// Text that was read in the wrong encoding and saved again: its signs, and the way back.
import { strictDecoder } from './text-decoder.ts';
import { byteIn874, byteInLatin1, countBytes, looksLike874 } from './thai-bytes.ts';

export type Repair = 'utf-8-as-874' | 'windows-874-as-latin1';

/** Undoes one misreading, piece by piece. @throws TypeError when the text cannot have come about that way */
export class Repairer {
  readonly #byteOf: (code: number) => number;
  readonly #decoder;
  constructor(repair: Repair) {
    this.#byteOf = repair === 'utf-8-as-874' ? byteIn874 : byteInLatin1;
    this.#decoder = strictDecoder(repair === 'utf-8-as-874' ? 'utf-8' : 'windows-874');
  }
  push(text: string, last: boolean): string {
    return this.#decoder.decode(toBytes(text, this.#byteOf), { stream: !last });
  }
}

function toBytes(text: string, byteOf: (code: number) => number): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = byteOf(text.charCodeAt(at));
    if (byte < 0) throw new TypeError('a character that the misreading cannot have made');
    bytes[at] = byte;
  }
  return bytes;
}

/** Which misreading a text shows, if any. `text` may end in the middle of a character. */
export function misreadingOf(text: string): Repair | null {
  if (isUtf8As874(text)) return 'utf-8-as-874';
  return is874AsLatin1(text) ? 'windows-874-as-latin1' : null;
}

/** Every Thai character was three bytes beginning เธ or เน: a third or more of the letters are these pairs. */
function isUtf8As874(text: string): boolean {
  const pairs = text.match(/เ[ธน]/g)?.length ?? 0;
  if (pairs === 0) return false;
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  // เน็ต and เธอ are words too: only what can be undone counts, unless there is far more of it than any text has
  return (
    pairs * 2 * 3 >= letters &&
    (canRepair(text, 'utf-8-as-874') || (pairs >= 30 && pairs * 4 >= letters))
  );
}

/** Accented Latin letters in runs, hardly anything else that is not ASCII, and Thai when taken back. */
function is874AsLatin1(text: string): boolean {
  const runs = text.match(/[\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3,}/g)?.join('') ?? '';
  const foreign = text.match(/[^\0-\x7F]/g)?.length ?? 0;
  if (runs.length === 0 || runs.length * 2 < foreign) return false;
  try {
    const count = { high: 0, thai: 0, bad: 0 };
    countBytes(toBytes(runs, byteInLatin1), count);
    return looksLike874(count) && count.thai * 2 >= count.high;
  } catch {
    return false; // a character that Latin-1 does not have
  }
}

function canRepair(text: string, repair: Repair): boolean {
  try {
    new Repairer(repair).push(text, false);
    return true;
  } catch {
    return false;
  }
}
