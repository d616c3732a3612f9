// Photos for tests: whole by their structure, each of any size in pixels and another by its seed.
import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';

export interface AnyPhoto {
  readonly bytes: Buffer;
  readonly digest: string;
}

export const digestOfBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const word = (value: number): number[] => [value >> 8, value & 0xff];
const asSent = (bytes: Buffer): AnyPhoto => ({ bytes, digest: digestOfBytes(bytes) });

/** A segment of a JPEG with its length. */
export function jpegSegment(marker: number, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, ...word(body.length + 2)]), body]);
}

export interface JpegParts {
  readonly width?: number;
  readonly height?: number;
  readonly seed?: number;
  /** behind the first segment */
  readonly more?: readonly Buffer[];
  /** bytes of the scan */
  readonly length?: number;
}

/** Its scan is noise: nobody decodes it here. */
export function aJpeg({
  width = 16,
  height = 9,
  seed = 1,
  more = [],
  length = 400,
}: JpegParts = {}): AnyPhoto {
  const frame = [8, ...word(height), ...word(width), 1, 1, 0x11, 0];
  // no 0xFF: what would be a marker
  const scan = Buffer.from(Array.from({ length }, (_, at) => (at * 31 + seed * 7) % 251));
  return asSent(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      jpegSegment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      ...more,
      jpegSegment(0xdb, Buffer.alloc(65, 1)),
      jpegSegment(0xc0, Buffer.from(frame)),
      jpegSegment(0xc4, Buffer.alloc(17)),
      jpegSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([seed & 0x7f, 0xff, 0x00, 0xff, 0xd0]),
      scan,
      Buffer.from([0xff, 0xd9]),
    ]),
  );
}

export function pngChunk(name: string, body: Uint8Array = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  checksum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, checksum]);
}

export const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** One that browsers draw: a slope of colours. `more`: chunks before the picture. */
export function aPng(width = 16, height = 9, more: readonly Buffer[] = []): AnyPhoto {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows.set([x & 255, y & 255, (x * y) & 255], y * (1 + 3 * width) + 1 + 3 * x);
  const parts = [pngSignature, pngChunk('IHDR', head), ...more];
  return asSent(Buffer.concat([...parts, pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND')]));
}

export function webpChunk(name: string, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from(name), length, body, Buffer.alloc(body.length % 2)]);
}

/** One pixel. */
const keyFrame = Buffer.from('MAEAnQEqAQABAA7A/iWkAANwAAAAAA==', 'base64');

/** `before`, `after`: chunks around the picture. */
export function aWebp(before: readonly Buffer[] = [], after: readonly Buffer[] = []): AnyPhoto {
  const chunks = Buffer.concat([...before, webpChunk('VP8 ', keyFrame), ...after]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(4 + chunks.length);
  return asSent(Buffer.concat([Buffer.from('RIFF'), length, Buffer.from('WEBP'), chunks]));
}
