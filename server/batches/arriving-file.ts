// The bytes of a file as they arrive: counted, limited, and digested to tell a repetition from another file.
import { createHash } from 'node:crypto';
import { problem } from '../http/problem.ts';

const fingerprintBytes = 64 * 1024;

export class ArrivingFile {
  readonly #limit: number;
  readonly #head: Uint8Array[] = [];
  readonly #hash = createHash('sha256');
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** how many have arrived */
  get bytes(): number {
    return this.#bytes;
  }

  /** @throws too-large */
  count(piece: Uint8Array): void {
    if (this.#bytes < fingerprintBytes) this.#head.push(Uint8Array.from(piece));
    this.#bytes += piece.length;
    this.#hash.update(piece);
    if (this.#bytes <= this.#limit) return;
    throw problem('too-large', { detail: 'Cut the file into smaller ones.', limit: this.#limit });
  }

  /** SHA-256 (hexadecimal) of all that has arrived. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  /** SHA-256 (base64url) of the first bytes. */
  fingerprint(): string {
    const bytes = Buffer.concat(this.#head).subarray(0, fingerprintBytes);
    return createHash('sha256').update(bytes).digest('base64url');
  }
}
