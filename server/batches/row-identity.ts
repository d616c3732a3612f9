// What makes two CSV rows the same row: the mapped id when the file has one, else what would be stored, within survey and office.
import { hash } from 'node:crypto';

export interface Place {
  readonly survey: string;
  readonly office: string;
}

/** `digest`: of the response as it would be stored, without running number and channel. */
export function idOfContent({ survey, office }: Place, digest: string): Buffer {
  return identity([survey, office, 'content', digest]);
}

/** `rowId` is compared trimmed, its case kept. */
export function idOfRowId({ survey, office }: Place, rowId: string): Buffer {
  return identity([survey, office, 'id', rowId]);
}

/** The first 128 bits of the SHA-256, marked as a UUID of version 8 (RFC 9562, 5.8). */
function identity(parts: readonly string[]): Buffer {
  const bytes = hash('sha256', JSON.stringify(parts), 'buffer').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes;
}

export function toUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
