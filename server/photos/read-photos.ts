// The photos of a response that somebody may see, and which of those that it names have arrived.
import type { PhotoList } from '../../shared/api/photos.ts';
import type { Scope } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type ResponseAddress, responsesIn } from '../responses/read-responses.ts';
import { photoId, type StoredPhoto, storedPhotos } from './photo.model.ts';
import type { PhotoAddress } from './put-photo.ts';

type Described = Omit<StoredPhoto, 'bytes' | 'by'>;
/** named, so that the bytes are passed over */
const described = { receivedAt: 1, type: 1, size: 1, width: 1, height: 1 } as const;

export async function listPhotos(
  context: Context,
  scope: Scope,
  address: ResponseAddress,
): Promise<PhotoList> {
  const { _id: id, issues } = await responsesIn(scope, context).one(address);
  const named = issues.flatMap(({ id: issue, photos = [] }) =>
    photos.map((digest) => ({ issue, digest, _id: photoId(id, digest) })),
  );
  const ids = [...new Set(named.map(({ _id }) => _id))];
  const found =
    ids.length === 0
      ? []
      : await context.db
          .model(storedPhotos)
          .find({ _id: { $in: ids } }, described)
          .lean<Described[]>();
  const byId = new Map(found.map((photo) => [photo._id, photo]));
  const items = named.map(({ issue, digest, _id }) => {
    const photo = byId.get(_id);
    return { digest, issue, arrived: photo ? onTheWire(photo) : null };
  });
  return { items, next: null };
}

const onTheWire = ({ receivedAt, type, size, width, height }: Described) => ({
  receivedAt: receivedAt.toISOString(),
  type,
  bytes: size,
  width,
  height,
});

/** @throws not-found (also: not yours, not arrived yet, erased) */
export async function readPhotoOf(
  context: Context,
  scope: Scope,
  { digest, ...address }: PhotoAddress,
): Promise<Pick<StoredPhoto, 'type'> & { readonly bytes: Buffer }> {
  const { _id, erasedAt } = await responsesIn(scope, context).one(address);
  // its photos are removed a moment after it is marked
  if (erasedAt) throw problem('not-found', { detail: 'The words of this response were erased.' });
  const photo = await context.db
    .model(storedPhotos)
    .findOne({ _id: photoId(_id, digest) })
    .lean<StoredPhoto>();
  if (!photo) throw problem('not-found', { detail: 'This photo has not arrived.' });
  return { type: photo.type, bytes: bufferOf(photo.bytes) };
}

/** The drivers give bytes in a wrapper of their own. */
export function bufferOf(bytes: Uint8Array | { value(): Uint8Array }): Buffer {
  return Buffer.from('value' in bytes ? bytes.value() : bytes);
}
