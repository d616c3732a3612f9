// The photos that are kept on this device, beside the drafts and sets that name them: what is known of each, and its bytes apart,
// so that nobody reads sixty pictures to count them.
import type { DBSchema } from 'idb';
import { photoDigestPattern } from '../../shared/photos/photo.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import { keptDatabase } from '../data/kept-database.ts';
import { type PhotoNote, photoKey } from './photo-machine.ts';

interface Kept extends DBSchema {
  notes: { key: string; value: PhotoNote };
  /** blobs: the browser sends and draws them without the page taking them into its hands */
  bytes: { key: string; value: Blob };
}

const strict = { durability: 'strict' } as const;

const using = keptDatabase<Kept>('rabfang.photos', 1, (database) => {
  database.createObjectStore('notes', { keyPath: 'key' });
  database.createObjectStore('bytes');
});

type Kind = Pick<PhotoNote, 'response' | 'digest' | 'survey' | 'owner'>;

/** When this resolves it is on the device; it rejects when it could not be kept. The same photo once more changes nothing. */
export function keepPhoto(
  kind: Kind,
  bytes: Uint8Array<ArrayBuffer>,
  keptAt: number,
): Promise<void> {
  const key = photoKey(kind.response, kind.digest);
  return using(async (database) => {
    const change = database.transaction(['notes', 'bytes'], 'readwrite', strict);
    if ((await change.objectStore('notes').getKey(key)) === undefined) {
      const start = { released: false, tries: 0, notBefore: 0 };
      const note = { ...kind, key, size: bytes.length, keptAt, ...start };
      await change.objectStore('notes').put(note);
      await change.objectStore('bytes').put(new Blob([bytes], { type: 'image/jpeg' }), key);
    }
    await change.done;
  });
}

export function allPhotos(): Promise<readonly PhotoNote[]> {
  return using((database) => database.getAll('notes'));
}

export function bytesOfPhoto(response: string, digest: string): Promise<Blob | undefined> {
  return using((database) => database.get('bytes', photoKey(response, digest)));
}

/** What an answer made of it; null: it goes from this device. */
export function writePhoto(key: string, photo: PhotoNote | null): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['notes', 'bytes'], 'readwrite', strict);
    if (photo) await change.objectStore('notes').put(photo);
    else {
      await change.objectStore('notes').delete(key);
      await change.objectStore('bytes').delete(key);
    }
    await change.done;
  });
}

/** Everything between the colon and the first sign behind the digits. */
const ofResponse = (response: string) => IDBKeyRange.bound(`${response}:`, `${response}:g`);

/** The response has arrived: its photos may follow. */
export function releasePhotos(response: string): Promise<void> {
  return using(async (database) => {
    const change = database.transaction('notes', 'readwrite', strict);
    for (const note of await change.store.getAll(ofResponse(response)))
      await change.store.put({ ...note, released: true });
    await change.done;
  });
}

/** What was taken and taken out again before the form was sent. What was released is named by what arrived before. */
export function dropUnnamed(response: string, payload: RawResponse): Promise<void> {
  const named = new Set(photosNamed(payload));
  return using(async (database) => {
    const change = database.transaction(['notes', 'bytes'], 'readwrite');
    for (const { key, digest, released } of await change
      .objectStore('notes')
      .getAll(ofResponse(response))) {
      if (released || named.has(digest)) continue;
      await change.objectStore('notes').delete(key);
      await change.objectStore('bytes').delete(key);
    }
    await change.done;
  });
}

/** A set that was refused is filled again under another id: beside what was kept for it, so that nothing is lost in between. */
export function copyPhotos(from: string, to: string): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['notes', 'bytes'], 'readwrite', strict);
    const [notes, bytes] = [change.objectStore('notes'), change.objectStore('bytes')];
    for (const { looseSince: _is, ...note } of await notes.getAll(ofResponse(from))) {
      const kept = await bytes.get(note.key);
      const key = photoKey(to, note.digest);
      if (kept) await bytes.put(kept, key);
      if (kept) await notes.put({ ...note, key, response: to, released: false });
    }
    await change.done;
  });
}

/** Nothing that waits to be sent names them any more. What was released follows its response. */
export function dropPhotosOf(response: string): Promise<void> {
  return dropUnnamed(response, {});
}

/** Changes every note by `tidied`; null: it goes with its bytes. */
export function tidyNotes(tidied: (note: PhotoNote) => PhotoNote | null): Promise<void> {
  return using(async (database) => {
    const change = database.transaction(['notes', 'bytes'], 'readwrite', strict);
    const notes = change.objectStore('notes');
    for (const note of await notes.getAll()) {
      const now = tidied(note);
      if (now === note) continue;
      if (now) await notes.put(now);
      else {
        await notes.delete(note.key);
        await change.objectStore('bytes').delete(note.key);
      }
    }
    await change.done;
  });
}

export function photosNamed({ issues = [] }: RawResponse): readonly string[] {
  return issues.flatMap(({ photos }) => photos ?? []).filter((one) => photoDigestPattern.test(one));
}
