// WebP (RFC 9649): a walk over the chunks of its container, from the first byte to the last.
import { type PhotoFacts, type PhotoFault, photoLimits } from './photo.ts';

interface Chunk {
  readonly name: string;
  readonly body: Uint8Array;
}
type Size = Pick<PhotoFacts, 'width' | 'height'>;

const moving = new Set(['ANIM', 'ANMF']);

export function readWebp(bytes: Uint8Array): PhotoFacts | PhotoFault {
  const chunks = chunksOf(bytes);
  if (!chunks) return 'damaged';
  const names = chunks.map(({ name }) => name);
  if (names.some((name) => moving.has(name))) return 'moving';
  if (!names.every((name) => /^(VP8[ LX]|ALPH)$/.test(name))) return 'metadata';
  const size = sizeOf(chunks, names.join('|'));
  return size ? { type: 'image/webp', ...size } : 'damaged';
}

/** undefined where the bytes are not made so */
function chunksOf(bytes: Uint8Array): readonly Chunk[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 20 || nameAt(bytes, 8) !== 'WEBP') return undefined;
  if (view.getUint32(4, true) + 8 !== bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= bytes.length) {
    if (chunks.length === photoLimits.parts) return undefined;
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length;
    // what fills up to an even length says nothing
    if (end > bytes.length || (length % 2 === 1 && bytes[end] !== 0)) return undefined;
    chunks.push({ name: nameAt(bytes, at), body: bytes.subarray(at + 8, end) });
    at = end + (length % 2);
  }
  return at === bytes.length ? chunks : undefined;
}

const nameAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** A picture alone, or one on a canvas of its own size. */
function sizeOf(chunks: readonly Chunk[], names: string): Size | undefined {
  const [first, second, third] = chunks;
  if (names === 'VP8 ' || names === 'VP8L') return sizeOfPicture(first);
  const picture =
    names === 'VP8X|ALPH|VP8 ' ? third : /^VP8X\|VP8[ L]$/.test(names) ? second : first;
  const canvas = first && picture !== first ? sizeOfCanvas(first) : undefined;
  const size = picture !== first ? sizeOfPicture(picture) : undefined;
  const isSame = canvas?.width === size?.width && canvas?.height === size?.height;
  return isSame ? size : undefined;
}

const alpha = 0x10;

/** Says of nothing but transparency that it is there. */
function sizeOfCanvas({ body }: Chunk): Size | undefined {
  if (body.length !== 10 || ((body[0] ?? 0) & ~alpha) !== 0) return undefined;
  return { width: 1 + number(body, 4, 3), height: 1 + number(body, 7, 3) };
}

function sizeOfPicture(chunk: Chunk | undefined): Size | undefined {
  if (!chunk) return undefined;
  const { name, body } = chunk;
  return name === 'VP8L' ? sizeOfLossless(body) : sizeOfKeyFrame(body);
}

function sizeOfKeyFrame(body: Uint8Array): Size | undefined {
  const isKeyFrame = ((body[0] ?? 1) & 1) === 0;
  if (body.length < 11 || !isKeyFrame || number(body, 3, 3) !== 0x2a019d) return undefined;
  return sized(number(body, 6, 2) & 0x3fff, number(body, 8, 2) & 0x3fff);
}

function sizeOfLossless(body: Uint8Array): Size | undefined {
  const bits = number(body, 1, 4);
  if (body.length < 6 || body[0] !== 0x2f || bits >>> 29 !== 0) return undefined;
  return sized((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

const sized = (width: number, height: number): Size | undefined =>
  width > 0 && height > 0 ? { width, height } : undefined;

/** The lowest byte first. */
function number(body: Uint8Array, from: number, bytes: number): number {
  let value = 0;
  for (let at = from + bytes - 1; at >= from; at--) value = ((value << 8) | (body[at] ?? 0)) >>> 0;
  return value;
}
