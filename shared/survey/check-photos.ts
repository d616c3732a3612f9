// The photos of an issue: a response names them by their digests, and their bytes follow it (server/photos).
import { photoDigestPattern, photosPerIssue } from '../photos/photo.ts';
import { type Check, report } from './check.ts';

/** Each once, in the order given; an issue without any is the same as one from before there were photos. */
export function checkPhotos(check: Check, given: unknown, pointer: string): readonly string[] {
  if (given === undefined || given === null) return [];
  const list: readonly unknown[] = Array.isArray(given) ? given : [null];
  const digests = list.filter(isDigest);
  if (digests.length < list.length)
    report(check, 'wrong-type', pointer, { expected: 'SHA-256 digests (64 of 0–9 a–f)' });
  const photos = [...new Set(digests)];
  const max = photosPerIssue(check.definition);
  if (photos.length > max) report(check, 'photos-count', pointer, { max, count: photos.length });
  return photos.slice(0, max);
}

const isDigest = (one: unknown): one is string =>
  typeof one === 'string' && photoDigestPattern.test(one);
