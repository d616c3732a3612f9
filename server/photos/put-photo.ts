// One photo of a response that is stored: taken only when a problem of it names the photo, and only as the picture that it is.
import { createHash } from 'node:crypto';
import type { User } from '../../shared/api/session.ts';
import { type PhotoFault, photoLimits } from '../../shared/photos/photo.ts';
import { readPhoto } from '../../shared/photos/read-photo.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { everyContent } from '../responses/erase-content.ts';
import { isHandedInBy } from '../responses/handed-in.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import { erasePhotos } from './erase-photos.ts';
import { photoId, type StoredPhoto, storedPhotos } from './photo.model.ts';

export interface PhotoAddress {
  readonly survey: string;
  readonly id: string;
  readonly digest: string;
}

/**
 * The response that waits for this photo.
 * @throws not-found (also: not yours, or it names no such photo), not-allowed (another's), response-erased
 */
export async function responseWaitingFor(
  context: Context,
  address: PhotoAddress,
  user: User,
): Promise<StoredResponse> {
  const stored = await responsesIn(user.scope, context).one(address);
  const isTheirs = stored.by === user.username || isHandedInBy(stored, user);
  if (user.role === 'enumerator' && !isTheirs)
    throw problem('not-allowed', { detail: 'Somebody else sent this response.' });
  if (stored.erasedAt) throw problem('response-erased');
  // sent while the response was revised on another device: its history shows it
  const contents = names([stored], address) ? [] : await everyContent(context, stored);
  if (contents.length > 0 && !names(contents, address))
    throw problem('not-found', { detail: 'No problem of this response names this photo.' });
  return stored;
}

const names = (contents: readonly Pick<StoredResponse, 'issues'>[], { digest }: PhotoAddress) =>
  contents.some(({ issues }) => issues.some(({ photos }) => photos?.includes(digest)));

interface Put {
  readonly outcome: 'new' | 'same';
  readonly receivedAt: Date;
}

/** @throws photo-invalid; response-erased when that happens at the same moment */
export async function putPhoto(
  context: Context,
  address: PhotoAddress,
  bytes: Buffer,
  user: User,
): Promise<Put> {
  const { digest, id } = address;
  if (createHash('sha256').update(bytes).digest('hex') !== digest) throw invalid('other-digest');
  const facts = readPhoto(bytes);
  if (typeof facts === 'string') throw invalid(facts);
  const photo: StoredPhoto = {
    _id: photoId(id, digest),
    bytes,
    size: bytes.length,
    ...facts,
    by: user.username,
    receivedAt: context.now(),
  };
  const before = await insertOnce(context, photo);
  // who erases first marks the response and then removes its photos: one of the two sees the other
  const { erasedAt } = await responsesIn(user.scope, context).one(address);
  if (erasedAt) {
    await erasePhotos(context, id);
    throw problem('response-erased');
  }
  return before
    ? { outcome: 'same', receivedAt: before.receivedAt }
    : { outcome: 'new', receivedAt: photo.receivedAt };
}

const triesToMeet = 5;

/** The one that was stored before, or null once this one is. What stood there and has gone by the time it is read is met anew. */
async function insertOnce(
  { db }: Pick<Context, 'db'>,
  photo: StoredPhoto,
): Promise<Pick<StoredPhoto, 'receivedAt'> | null> {
  const model = db.model(storedPhotos);
  const { _id } = photo;
  for (let tries = 0; tries < triesToMeet; tries++) {
    try {
      await model.collection.insertOne(photo as never); // a document of ours, as it is stored
      return null;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
    const before = await model.findOne({ _id }, { receivedAt: 1 }).lean<StoredPhoto>();
    if (before) return before;
  }
  throw problem('storage-unavailable', { detail: 'It is being erased.', retryAfter: 5 });
}

const details: Readonly<Record<PhotoFault | 'other-digest', string>> = {
  'other-digest': 'The bytes are not those of the digest in the address.',
  'no-photo': 'The bytes are no JPEG, PNG or WebP.',
  damaged: 'The picture is damaged, or something follows it.',
  metadata: 'It says more than the picture: take out EXIF, XMP, ICC, comments and whatever else.',
  moving: 'Pictures that move are not taken.',
  'too-wide': `Neither side may be longer than ${photoLimits.side} pixels.`,
};

const invalid = (reason: PhotoFault | 'other-digest') =>
  problem('photo-invalid', { detail: details[reason], reason });
