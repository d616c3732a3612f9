// JPEG (ITU-T T.81, annex B): a walk over its segments, from the first byte to the last.
import { type PhotoFacts, type PhotoFault, photoLimits } from './photo.ts';

interface Segment {
  readonly marker: number;
  /** where its 0xFF stands */
  readonly from: number;
  /** behind its last byte; of a scan behind its entropy-coded data */
  readonly to: number;
  /** where what it says begins, behind its length */
  readonly body: number;
  /** behind what it says */
  readonly bodyEnd: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const jfif = 0xe0;
const adobe = 0xee;
/** baseline, extended, progressive: what every browser draws */
const frames: readonly number[] = [0xc0, 0xc1, 0xc2];
/** Huffman and quantisation tables, restart interval */
const tables: readonly number[] = [0xc4, 0xdb, 0xdd];
/** a decoder goes over the whole picture in each; a phone's camera makes ten */
const mostScans = 100;

export function readJpeg(bytes: Uint8Array): PhotoFacts | PhotoFault {
  const segments = segmentsOf(bytes);
  if (!segments) return 'damaged';
  if (!segments.every((segment) => isPicture(bytes, segment))) return 'metadata';
  const [frame, ...more] = segments.filter(({ marker }) => frames.includes(marker));
  const scans = segments.filter(({ marker }) => marker === startOfScan).length;
  if (!frame || more.length > 0 || scans === 0 || scans > mostScans) return 'damaged';
  return sizeOf(bytes, frame) ?? 'damaged';
}

/** The same picture without anything that is no part of it; undefined: it is no JPEG. What is behind its end is left out too. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | undefined {
  const segments = segmentsOf(bytes, true);
  if (!segments) return undefined;
  const kept = segments.filter((segment) => isPicture(bytes, segment));
  const clean = new Uint8Array(2 + kept.reduce((sum, { from, to }) => sum + to - from, 0));
  clean.set([0xff, startOfImage]);
  let at = 2;
  for (const { from, to } of kept) {
    clean.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return clean;
}

/** Every segment behind the first marker, the end of the image last; undefined where the bytes are not made so. */
function segmentsOf(bytes: Uint8Array, goesOn = false): readonly Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; ; ) {
    const segment = segmentAt(bytes, at);
    if (!segment || segments.length === photoLimits.parts) return undefined;
    segments.push(segment);
    at = segment.to;
    if (segment.marker === endOfImage) return goesOn || at === bytes.length ? segments : undefined;
  }
}

function segmentAt(bytes: Uint8Array, from: number): Segment | undefined {
  const marker = bytes[from + 1] ?? 0;
  if (bytes[from] !== 0xff || !hasLength(marker)) {
    const isEnd = bytes[from] === 0xff && marker === endOfImage;
    return isEnd ? { marker, from, to: from + 2, body: from + 2, bodyEnd: from + 2 } : undefined;
  }
  const body = from + 4;
  const bodyEnd = from + 2 + wordAt(bytes, from + 2);
  if (bodyEnd < body || bodyEnd > bytes.length) return undefined;
  const to = marker === startOfScan ? endOfScan(bytes, bodyEnd) : bodyEnd;
  return { marker, from, to, body, bodyEnd };
}

/** What may stand outside of a scan, but for the end: tables, frames, scans, applications' own, comments. */
const hasLength = (marker: number): boolean =>
  frames.includes(marker) ||
  tables.includes(marker) ||
  marker === startOfScan ||
  (marker >= jfif && marker <= 0xef) ||
  marker === 0xfe;

/** Where the next marker stands: a 0xFF that is no stuffed byte and no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at === -1) return bytes.length;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at += 2;
  }
}

/** Of what applications add only what says how the colours are meant, in the one form that has room for nothing else. */
function isPicture(bytes: Uint8Array, { marker, body, bodyEnd }: Segment): boolean {
  if (marker === 0xfe || marker > 0xef) return false;
  if (marker < jfif) return true;
  const says = (text: string, length: number) =>
    bodyEnd - body === length &&
    [...text].every((letter, at) => bytes[body + at] === letter.charCodeAt(0));
  return (marker === jfif && says('JFIF\0', 14)) || (marker === adobe && says('Adobe', 12));
}

function sizeOf(bytes: Uint8Array, { body, bodyEnd }: Segment): PhotoFacts | undefined {
  const height = wordAt(bytes, body + 1);
  const width = wordAt(bytes, body + 3);
  const components = bytes[body + 5] ?? 0;
  const isWhole =
    bytes[body] === 8 &&
    [1, 3, 4].includes(components) &&
    bodyEnd - body === 6 + 3 * components &&
    width > 0 &&
    height > 0;
  return isWhole ? { type: 'image/jpeg', width, height } : undefined;
}

const wordAt = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
