// PNG (third edition, 5): a walk over its chunks, from the first byte to the last, each with its checksum.
import { type PhotoFacts, type PhotoFault, photoLimits } from './photo.ts';

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
/** what tells how to draw it, and has room for nothing else */
const drawing = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'sBIT',
  'bKGD',
  'pHYs',
]);
const moving = new Set(['acTL', 'fcTL', 'fdAT']);

interface Chunk {
  readonly name: string;
  readonly body: number;
  readonly length: number;
}

export function readPng(bytes: Uint8Array): PhotoFacts | PhotoFault {
  const chunks = chunksOf(bytes);
  if (!chunks) return 'damaged';
  const names = chunks.map(({ name }) => name);
  if (names.some((name) => moving.has(name))) return 'moving';
  if (!names.every((name) => drawing.has(name))) return 'metadata';
  const [head] = chunks;
  const once = names.filter((name) => name !== 'IDAT');
  const isOrdered =
    names[0] === 'IHDR' &&
    names.includes('IDAT') &&
    new Set(once).size === once.length &&
    names.lastIndexOf('IDAT') - names.indexOf('IDAT') + 1 === names.length - once.length;
  return (isOrdered && head && sizeOf(bytes, head)) || 'damaged';
}

/** All of them, the end last and at the end of the bytes; undefined where they are not made so. */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  if (!signature.every((byte, at) => bytes[at] === byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at: number = signature.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length || chunks.length === photoLimits.parts) return undefined;
    if (view.getUint32(end - 4) !== checksum(bytes, at + 4, end - 4)) return undefined;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ name, body: at + 8, length });
    if (name === 'IEND') return length === 0 && end === bytes.length ? chunks : undefined;
    at = end;
  }
  return undefined;
}

/** bits of a sample, by the type of colour */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function sizeOf(bytes: Uint8Array, { body, length }: Chunk): PhotoFacts | undefined {
  if (length !== 13) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + body, length);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, packed, filtered, interlaced] = bytes.subarray(body + 8, body + 13);
  const isKnown =
    (depths[colour ?? -1] ?? []).includes(depth ?? -1) &&
    packed === 0 &&
    filtered === 0 &&
    (interlaced === 0 || interlaced === 1);
  return isKnown && width > 0 && height > 0 ? { type: 'image/png', width, height } : undefined;
}

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** CRC-32 of a part of the bytes. */
function checksum(bytes: Uint8Array, from: number, to: number): number {
  let rest = 0xffffffff;
  for (let at = from; at < to; at++)
    rest = (rest >>> 8) ^ (remainders[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return ~rest >>> 0;
}
