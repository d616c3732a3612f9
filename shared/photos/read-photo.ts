// A photo by its content, whatever it is called: nothing is decoded, so no photo is too much work, however many pixels it claims.
import { readJpeg } from './jpeg.ts';
import { type PhotoFacts, type PhotoFault, photoLimits } from './photo.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/** What the bytes are from the first to the last, or why they may not be stored. */
export function readPhoto(bytes: Uint8Array): PhotoFacts | PhotoFault {
  const found = readAny(bytes);
  if (typeof found === 'string') return found;
  return Math.max(found.width, found.height) > photoLimits.side ? 'too-wide' : found;
}

function readAny(bytes: Uint8Array): PhotoFacts | PhotoFault {
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes);
  if (beginsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return readPng(bytes);
  if (beginsWith(bytes, [0x52, 0x49, 0x46, 0x46])) return readWebp(bytes);
  return 'no-photo';
}

const beginsWith = (bytes: Uint8Array, these: readonly number[]): boolean =>
  these.every((byte, at) => bytes[at] === byte);
