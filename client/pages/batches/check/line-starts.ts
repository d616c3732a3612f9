// Where the lines of a file begin, in bytes: one of every so many is remembered, so that a row can be read again without keeping it.

import type { CharacterWidth } from '../../../../shared/batch/file-decoder.ts';

const every = 32;
const [lineFeed, carriageReturn] = [0x0a, 0x0d];

export interface LineStart {
  /** from 1 */
  readonly line: number;
  /** its first byte in the file */
  readonly at: number;
}

export class LineStarts {
  #at = new Float64Array(1024);
  #kept = 1;
  #lines = 1;
  #bytes = 0;
  #afterReturn = false;
  readonly #width: CharacterWidth;

  constructor(width: CharacterWidth) {
    this.#width = width;
  }

  /** The next bytes of the file: whole characters, where they have two bytes. */
  push(bytes: Uint8Array): void {
    if (this.#width !== 'byte') this.#scanWide(bytes);
    else if (bytes.includes(carriageReturn)) this.#scan(bytes);
    else this.#scanFeeds(bytes);
    this.#bytes += bytes.length;
  }

  /** The nearest remembered line at or before this one. */
  before(line: number): LineStart {
    const index = Math.min(Math.floor((line - 1) / every), this.#kept - 1);
    return { line: index * every + 1, at: this.#at[index] ?? 0 };
  }

  #scanFeeds(bytes: Uint8Array): void {
    let at = bytes.indexOf(lineFeed);
    if (this.#afterReturn) {
      this.#afterReturn = false;
      if (at === 0) at = bytes.indexOf(lineFeed, 1);
      this.#begin(bytes[0] === lineFeed ? 1 : 0);
    }
    for (; at >= 0; at = bytes.indexOf(lineFeed, at + 1)) this.#begin(at + 1);
  }

  #scan(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) this.#see(bytes[at] ?? 0, at, 1);
  }

  #scanWide(bytes: Uint8Array): void {
    const [high, low] = this.#width === 'high first' ? [0, 1] : [1, 0];
    for (let at = 0; at + 1 < bytes.length; at += 2)
      this.#see(((bytes[at + high] ?? 0) << 8) | (bytes[at + low] ?? 0), at, 2);
  }

  #see(code: number, at: number, width: number): void {
    if (this.#afterReturn) {
      this.#afterReturn = false;
      this.#begin(code === lineFeed ? at + width : at);
      if (code === lineFeed) return;
    }
    if (code === carriageReturn) this.#afterReturn = true;
    else if (code === lineFeed) this.#begin(at + width);
  }

  #begin(at: number): void {
    if (this.#lines++ % every !== 0) return;
    if (this.#kept === this.#at.length) {
      const before = this.#at;
      this.#at = new Float64Array(before.length * 2);
      this.#at.set(before);
    }
    this.#at[this.#kept++] = this.#bytes + at;
  }
}
