// Photos as part of a backup file: taken out of this device with the sets that name them, and put back on another.
import { photoDigestPattern, photoLimits } from '../../shared/photos/photo.ts';
import type { OutboxSet } from '../data/outbox-set.ts';
import { sha256OfBytes } from '../data/sha256.ts';
import { allPhotos, bytesOfPhoto, keepPhoto, releasePhotos } from './photo-store.ts';
import { followingPhotos } from './photos-outbox.ts';

export interface PhotoInFile {
  readonly response: string;
  readonly survey: string;
  readonly digest: string;
  /** its response has arrived */
  readonly released: boolean;
  readonly base64: string;
}

export interface PhotosForFile {
  readonly photos: readonly PhotoInFile[];
  /** of how many the bytes cannot be read on this device */
  readonly missing: number;
}

/** Those that a person's unsent sets name, and those that have still to follow what was sent. */
export async function photosForFile(
  owner: string,
  sets: readonly Pick<OutboxSet, 'id' | 'state'>[],
): Promise<PhotosForFile> {
  const ids = new Set(sets.flatMap(({ id, state }) => (state === 'sent' ? [] : [id])));
  const { waiting } = await followingPhotos(owner);
  const following = new Set(waiting.map(({ key }) => key));
  const photos: PhotoInFile[] = [];
  let missing = 0;
  for (const note of await allPhotos()) {
    const isWanted = (note.owner === owner && ids.has(note.response)) || following.has(note.key);
    if (!isWanted) continue;
    const { response, survey, digest } = note;
    const released = following.has(note.key);
    const base64 = await bytesOfPhoto(response, digest).then(toBase64, () => null);
    if (base64 === null) missing += 1;
    else photos.push({ response, survey, digest, released, base64 });
  }
  return { photos, missing };
}

async function toBase64(bytes: Blob | undefined): Promise<string | null> {
  if (!bytes) return null;
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(bytes);
  });
  return url.slice(url.indexOf(',') + 1);
}

/** The bytes, when they are those of the digest; else null: the file was changed or cut. */
export function bytesInFile({ base64, digest }: PhotoInFile): Uint8Array<ArrayBuffer> | null {
  if (!photoDigestPattern.test(digest) || base64.length > photoLimits.bytes * 1.4) return null;
  try {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const hex = Array.from(sha256OfBytes(bytes), (byte) => byte.toString(16).padStart(2, '0'));
    return hex.join('') === digest ? bytes : null;
  } catch {
    return null;
  }
}

/** Before the sets that name them. @returns how many were kept */
export async function keepPhotosOfFile(
  photos: readonly PhotoInFile[],
  owner: string,
): Promise<number> {
  let kept = 0;
  for (const photo of photos) {
    const bytes = bytesInFile(photo);
    if (!bytes) continue;
    const { response, survey, digest, released } = photo;
    await keepPhoto({ response, survey, digest, owner }, bytes, Date.now());
    if (released) await releasePhotos(response);
    kept += 1;
  }
  return kept;
}
