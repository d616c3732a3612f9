// Bytes of a file in, text out, while it streams. ASCII is the same in every 8-bit encoding, so it passes through, and the
// encoding is decided when the first other byte arrives, from a window of what follows it. Flat memory.
import { detectEncoding, refuseMisread } from './detect-encoding.ts';
import type { CsvEncoding } from './encodings.ts';
import { fileKindOf } from './file-kind.ts';
import { FileRefused } from './file-refused.ts';
import { Repairer } from './mojibake.ts';
import type { Decoder } from './text-decoder.ts';
import { strictDecoder } from './text-decoder.ts';
import { countBytes, looksLike874 } from './thai-bytes.ts';
import { utf16Of } from './utf16.ts';

const windowBytes = 64 * 1024;
type Container = 'utf-8' | 'windows-874' | 'utf-16le' | 'utf-16be';

/** How a line end is written: one byte, or two with the high or the low one first. */
export type CharacterWidth = 'byte' | 'high first' | 'low first';

export class FileDecoder {
  readonly #forced: CsvEncoding | undefined;
  #state: 'head' | 'ascii' | 'window' | 'decided' = 'head';
  #held: Uint8Array[] = [];
  #heldBytes = 0;
  #decoder: Decoder | null = null;
  #repairer: Repairer | null = null;
  #encoding: CsvEncoding | null = null;
  #container: Container = 'utf-8';
  #wide = false;
  readonly #count = { high: 0, thai: 0, bad: 0 };

  constructor(forced?: CsvEncoding) {
    this.#forced = forced;
  }

  /** What was detected or chosen; plain ASCII counts as UTF-8. */
  get encoding(): CsvEncoding {
    return this.#encoding ?? 'utf-8';
  }

  get width(): CharacterWidth {
    if (this.#container === 'utf-16be') return 'high first';
    return this.#container === 'utf-16le' ? 'low first' : 'byte';
  }

  /** The text that is certain by now. @throws FileRefused `not-text` or `unknown-encoding`, at any time */
  push(bytes: Uint8Array, last: boolean): string {
    if (this.#state === 'ascii') return this.#passAscii(bytes, last);
    if (this.#state === 'decided') return this.#decode(bytes, last);
    this.#held.push(bytes);
    this.#heldBytes += bytes.length;
    if (this.#heldBytes < windowBytes && !last) return '';
    const held = concat(this.#held, this.#heldBytes);
    this.#held = [];
    this.#heldBytes = 0;
    return this.#state === 'head' ? this.#start(held, last) : this.#decide(held, last);
  }

  /** Another piece of the same file, once its encoding is known. It begins a line; what is cut at its end is left out. */
  again(bytes: Uint8Array): string {
    const text = strictDecoder(this.#container).decode(bytes, { stream: true });
    const repair = repairOf(this.encoding);
    return repair ? new Repairer(repair).push(text, false) : text;
  }

  #start(head: Uint8Array, last: boolean): string {
    const kind = fileKindOf(head);
    if (kind) throw new FileRefused({ type: 'not-text', kind });
    const container = bomOf(head) ?? (head.includes(0) ? utf16Of(head) : null);
    if (container === 'utf-16le' || container === 'utf-16be') {
      this.#wide = true;
      this.#open(container, repairOf(this.#forced) ?? container);
      return this.#decodeFirst(head, last);
    }
    if (container && !this.#forced) return this.#watchAscii(head.subarray(3), last);
    if (!this.#forced) return this.#watchAscii(head, last);
    if (this.#forced === 'utf-16le' || this.#forced === 'utf-16be') this.#wide = true;
    const repair = repairOf(this.#forced);
    this.#open(repair ? 'utf-8' : (this.#forced as Container), this.#forced);
    return this.#decode(head, last);
  }

  #watchAscii(bytes: Uint8Array, last: boolean): string {
    this.#state = 'ascii';
    return this.#passAscii(bytes, last);
  }

  #passAscii(bytes: Uint8Array, last: boolean): string {
    const first = firstHigh(bytes);
    if (first < 0) return asciiText(bytes);
    const before = asciiText(bytes.subarray(0, first));
    this.#state = 'window';
    return before + this.push(bytes.subarray(first), last);
  }

  #decide(window: Uint8Array, last: boolean): string {
    const encoding = detectEncoding(window, last);
    this.#open(encoding as Container, encoding);
    return this.#decode(window, last);
  }

  #open(container: Container, encoding: CsvEncoding): void {
    this.#encoding = encoding;
    this.#container = container;
    this.#state = 'decided';
    this.#decoder = strictDecoder(container);
    const repair = repairOf(encoding);
    if (repair) this.#repairer = new Repairer(repair);
  }

  #decodeFirst(bytes: Uint8Array, last: boolean): string {
    const text = this.#decode(bytes, last);
    if (!this.#forced) refuseMisread(text);
    return text;
  }

  #decode(bytes: Uint8Array, last: boolean): string {
    if (!this.#wide && bytes.includes(0))
      throw new FileRefused({ type: 'not-text', kind: 'binary' });
    if (this.#encoding === 'windows-874') this.#check874(bytes, last);
    const text = this.#strictly(bytes, last);
    if (this.#wide && text.includes('\0'))
      throw new FileRefused({ type: 'not-text', kind: 'binary' });
    return text;
  }

  #strictly(bytes: Uint8Array, last: boolean): string {
    try {
      const text = this.#decoder?.decode(bytes, { stream: !last }) ?? '';
      return this.#repairer ? this.#repairer.push(text, last) : text;
    } catch (error) {
      if (error instanceof TypeError)
        throw new FileRefused({ type: 'unknown-encoding', repair: null });
      throw error;
    }
  }

  #check874(bytes: Uint8Array, last: boolean): void {
    countBytes(bytes, this.#count);
    const wrong = this.#count.bad > 0 || (last && !this.#forced && !looksLike874(this.#count));
    if (wrong) throw new FileRefused({ type: 'unknown-encoding', repair: null });
  }
}

function repairOf(encoding: CsvEncoding | undefined) {
  return encoding === 'utf-8-as-874' || encoding === 'windows-874-as-latin1' ? encoding : null;
}

function bomOf(head: Uint8Array): Container | null {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

const ascii = strictDecoder('utf-8');

function asciiText(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new FileRefused({ type: 'not-text', kind: 'binary' });
  return ascii.decode(bytes);
}

function firstHigh(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) >= 0x80) return at;
  return -1;
}

function concat(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
