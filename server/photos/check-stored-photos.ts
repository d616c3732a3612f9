// Every stored photo compared with its digest and with the response that it belongs to.
import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { readKnown } from '../responses/known.ts';
import { type StoredPhoto, storedPhotos } from './photo.model.ts';
import { bufferOf } from './read-photos.ts';

/** a photo may be most of a megabyte */
const atOnce = 10;

/** @returns how many there are */
export async function photosThatDiffer(
  db: Database,
  differs: (line: string) => void,
): Promise<number> {
  let photos = 0;
  for (let after = ''; ; ) {
    const some = await db
      .model(storedPhotos)
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<StoredPhoto[]>();
    const owners = await readKnown({ db }, [...new Set(some.map(responseOf))]);
    for (const photo of some) {
      const [, digest] = photo._id.split(':');
      if (createHash('sha256').update(bufferOf(photo.bytes)).digest('hex') !== digest)
        differs(`photos: ${photo._id} has other bytes than its digest says`);
      const owner = owners.get(responseOf(photo));
      if (owner?.erasedAt) differs(`photos: ${photo._id} belongs to a response that is erased`);
      if (!owner) differs(`photos: ${photo._id} belongs to no response`);
    }
    photos += some.length;
    const last = some.at(-1);
    if (!last || some.length < atOnce) return photos;
    after = last._id;
  }
}

const responseOf = ({ _id }: StoredPhoto): string => _id.split(':')[0] ?? '';
