// The parts of a workbook, which is a ZIP archive (APPNOTE.TXT 4.3). What an archive says of their sizes may be a lie: so each part is
// unpacked by the browser itself to be counted, and no further than to a limit.

import { Unpackable } from '../../shared/workbook/reading/unpackable.ts';

export type Archive = Uint8Array<ArrayBuffer>;

const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const stored = 0;
const deflated = 8;
/** a record of the end, and the longest comment behind it */
const longestEnd = 22 + 0xffff;

interface Part {
  readonly name: string;
  readonly method: number;
  readonly from: number;
  readonly size: number;
}

/** Bytes of all parts together. @throws Unpackable beyond `most` bytes */
export async function unpackedSize(archive: Archive, most: number): Promise<number> {
  let size = 0;
  for (const part of partsOf(archive))
    for await (const piece of unpacked(archive, part)) {
      size += piece.byteLength;
      if (size > most) throw new Unpackable('too-large');
    }
  return size;
}

/** A part in UTF-8, to be read once the size is known; undefined: there is none of that name. */
export async function readPart(archive: Archive, name: string): Promise<string | undefined> {
  for (const part of partsOf(archive)) {
    if (part.name !== name) continue;
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of unpacked(archive, part)) pieces.push(piece);
    return await new Blob(pieces).text();
  }
  return undefined;
}

function* partsOf(archive: Archive): Generator<Part> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let n = 0; n < count; n++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryOfDirectory)
      throw new Unpackable('damaged');
    const local = view.getUint32(at + 42, true);
    if (local + 30 > view.byteLength) throw new Unpackable('damaged');
    const nameLength = view.getUint16(at + 28, true);
    yield {
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      from: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      size: view.getUint32(at + 20, true),
    };
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
}

function findEnd(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - longestEnd; at--)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  throw new Unpackable('damaged');
}

async function* unpacked(
  archive: Archive,
  { method, from, size }: Part,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const packed = archive.subarray(from, from + size);
  if (method === stored) yield packed;
  else if (method !== deflated) throw new Unpackable('damaged');
  else yield* inflated(packed);
}

async function* inflated(packed: Archive): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  try {
    for (let read = await next(reader); !read.done; read = await next(reader)) yield read.value;
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

const next = <T>(reader: ReadableStreamDefaultReader<T>) =>
  reader.read().catch(() => Promise.reject(new Unpackable('damaged')));
