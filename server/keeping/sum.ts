// The count and the digest of a collection's lines, taken while they pass by.
import { createHash } from 'node:crypto';
import type { Pages } from '../db/whole/source.ts';
import type { CollectionSum, CollectionSums } from './archive.ts';

export class Summing {
  documents = 0;
  readonly #hash = createHash('sha256');

  add(lines: readonly string[]): void {
    if (lines.length === 0) return;
    this.documents += lines.length;
    this.#hash.update(`${lines.join('\n')}\n`);
  }

  /** once, at the end */
  sum(): CollectionSum {
    return { documents: this.documents, sha256: this.#hash.digest('hex') };
  }
}

export interface CollectionPages {
  readonly collection: string;
  readonly pages: Pages;
}

/** told how many documents of a collection have passed */
export type OnCounted = (collection: string, documents: number) => void;

const everyMs = 1000;

/** Says how far it has come, once a second. */
export function countedNowAndThen(tell: (line: string) => void): OnCounted {
  let told = performance.now();
  return (what, documents) => {
    if (performance.now() - told < everyMs) return;
    told = performance.now();
    tell(`${what}: ${documents.toLocaleString('en')} …`);
  };
}

/** Reads everything to its end. */
export async function sumsOf(
  sections: AsyncIterable<CollectionPages> | Iterable<CollectionPages>,
  progress: OnCounted,
): Promise<CollectionSums> {
  const sums: Record<string, CollectionSum> = {};
  for await (const { collection, pages } of sections) {
    const summing = new Summing();
    for await (const lines of pages) {
      summing.add(lines);
      progress(collection, summing.documents);
    }
    sums[collection] = summing.sum();
  }
  return sums;
}
