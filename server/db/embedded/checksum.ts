// Every document carries the CRC-32 of its JSON text in a column of its own: any one wrong bit, and any run of wrong bits up to
// 32 long, is seen when it is read. It costs a few µs a document; SQLite's own checksums of pages are in neither binding.
import { crc32 } from 'node:zlib';
import type { SqlRow } from './binding.ts';

export const checksumOf = (text: string): number => crc32(text);

/** what is read of a row wherever its document is */
export const documentColumns = 'rid, doc, crc';

export function isWhole({ doc, crc }: SqlRow): boolean {
  return typeof doc === 'string' && crc === checksumOf(doc);
}
