// Parts in a ZIP archive (APPNOTE.TXT 6.3.10), each packed while it comes: their sizes stand behind them and in the directory.
import type { BookPart } from './parts.ts';

/** What each side has of its own: letters to bytes, and raw DEFLATE (RFC 1951). */
export interface Packing {
  readonly encode: (text: string) => Uint8Array;
  readonly deflate: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

interface Packed {
  readonly name: Uint8Array;
  readonly at: number;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
}

/** sizes follow; names are UTF-8 */
const flags = 0x0808;
const deflated = 8;
/** of the parts: a workbook tells its own day */
const dayOfParts = ((2026 - 1980) << 9) | (1 << 5) | 1;
/** beyond it another form of the archive would be needed (ZIP64) */
const largest = 0xffff_ffff;

/** The archive, piece by piece. @throws RangeError beyond 4 GB */
export async function* zipped(
  parts: AsyncIterable<BookPart>,
  packing: Packing,
): AsyncGenerator<Uint8Array> {
  const directory: Packed[] = [];
  let at = 0;
  for await (const part of parts) {
    const name = packing.encode(part.name);
    const head = record(0x04034b50, [
      [2, 20],
      ...meta,
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ]);
    yield head;
    yield name;
    let [crc, size, packedSize] = [0xffff_ffff, 0, 0];
    const counted = async function* () {
      for await (const text of part.pieces) {
        const bytes = packing.encode(text);
        crc = crcAfter(crc, bytes);
        size += bytes.length;
        yield bytes;
      }
    };
    for await (const bytes of packing.deflate(counted())) {
      packedSize += bytes.length;
      yield bytes;
    }
    const packed = { name, at, crc: ~crc >>> 0, size, packedSize };
    const tail = record(0x08074b50, sizesOf(packed));
    yield tail;
    at += head.length + name.length + packedSize + tail.length;
    if (at > largest || size > largest)
      throw new RangeError('the archive would be larger than 4 GB');
    directory.push(packed);
  }
  yield* endOf(directory, at);
}

type Numbers = readonly (readonly [bytes: 2 | 4, value: number])[];

const meta: Numbers = [
  [2, flags],
  [2, deflated],
  [2, 0],
  [2, dayOfParts],
];

const sizesOf = ({ crc, size, packedSize }: Packed): Numbers => [
  [4, crc],
  [4, packedSize],
  [4, size],
];

function* endOf(directory: readonly Packed[], from: number): Generator<Uint8Array> {
  let length = 0;
  for (const one of directory) {
    const { name, at } = one;
    const rest: Numbers = [
      [2, name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, at],
    ];
    const entry = record(0x02014b50, [[2, 20], [2, 20], ...meta, ...sizesOf(one), ...rest]);
    yield entry;
    yield name;
    length += entry.length + name.length;
  }
  const count = directory.length;
  yield record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, from],
    [2, 0],
  ]);
}

/** Numbers one behind the other, the lowest byte first. */
function record(signature: number, numbers: Numbers): Uint8Array {
  const all: Numbers = [[4, signature], ...numbers];
  const bytes = new Uint8Array(all.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of all)
    for (let byte = 0; byte < size; byte++) bytes[at++] = (value >>> (8 * byte)) & 0xff;
  return bytes;
}

/** CRC-32 of ISO 3309, byte by byte from a table. */
const table = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crcAfter(before: number, bytes: Uint8Array): number {
  let crc = before;
  for (let at = 0; at < bytes.length; at++)
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return crc;
}
