// Rows of a stretch as one piece: their documents' bytes behind each other, which SQLite hands over many times faster than as a text
// each, and of which each is still held to its checksum.
import { crc32 } from 'node:zlib';

/** Where each document stands in the bytes, and whether it is what was stored. */
export interface PackedRows {
  readonly bytes: Buffer;
  readonly rids: readonly number[];
  /** where each begins, and where the last one ends */
  readonly starts: readonly number[];
  isWhole(index: number): boolean;
}

/** as the binding gives them: bytes are among its values here alone */
type PackedColumns = Readonly<Record<string, unknown>>;

/** What is read of the rows of a stretch. A checksum or document that is of another kind by now fits nothing. */
export const packedColumns = `
  CAST(ifnull(group_concat(doc, ''), '') || '"' AS BLOB) AS docs,
  group_concat(ifnull(octet_length(doc), 0)) AS lengths,
  group_concat(CASE WHEN typeof(doc) = 'text' AND typeof(crc) IN ('integer', 'real') THEN crc ELSE -1 END) AS crcs,
  group_concat(rid) AS rids`;

/** undefined when the pieces do not make up the whole: then each row is to be read by itself */
export function unpack({ docs, lengths, crcs, rids }: PackedColumns): PackedRows | undefined {
  if (!(docs instanceof Uint8Array)) return undefined;
  const bytes = Buffer.from(docs.buffer, docs.byteOffset, docs.byteLength);
  const starts = [0];
  let end = 0;
  for (const length of numbers(lengths)) {
    end += length;
    starts.push(end);
  }
  if (end + 1 !== bytes.length) return undefined;
  const sums = numbers(crcs);
  const isWhole = (index: number): boolean =>
    crc32(bytes.subarray(starts[index], starts[index + 1])) === sums[index];
  return { bytes, rids: numbers(rids), starts, isWhole };
}

const numbers = (list: unknown): readonly number[] =>
  String(list ?? '')
    .split(',')
    .map(Number);
