// The photos of a response that is erased go with its words: none of them stays.
import type { Context } from '../context.ts';
import { photoId, storedPhotos } from './photo.model.ts';

/** Whatever it names now or named ever. May be done again at any time, and finds nothing then. */
export async function erasePhotos({ db }: Pick<Context, 'db'>, response: string): Promise<void> {
  const from = photoId(response, '');
  // ids of digests: what begins with this and a hexadecimal digit
  await db.model(storedPhotos).deleteMany({ _id: { $gt: from, $lt: `${from}g` } });
}
