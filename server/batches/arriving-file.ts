// The bytes of a file as they arrive: counted, limited, and the first of them kept to tell a repetition from another file.
import { createHash } from 'node:crypto';
import { problem } from '../http/problem.ts';

const fingerprintBytes = 64 * 1024;

export class ArrivingFile {
  readonly #limit: number;
  readonly #head: Uint8Array[] = [];
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
    if (this.#bytes <= this.#limit) return;
    throw problem('too-large', { detail: 'Cut the file into smaller ones.', limit: this.#limit });
  }

  /** SHA-256 (base64url) of the first bytes. */
  fingerprint(): string {
    const bytes = Buffer.concat(this.#head).subarray(0, fingerprintBytes);
    return createHash('sha256').update(bytes).digest('base64url');
  }
}
