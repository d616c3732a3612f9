// Every stored snapshot compared with its digest.
import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { bufferOf } from '../photos/read-photos.ts';
import { unpacked } from './read-snapshots.ts';
import { type StoredSnapshot, storedSnapshots } from './snapshot.model.ts';

const atOnce = 20;

/** @returns how many there are */
export async function snapshotsThatDiffer(
  db: Database,
  differs: (line: string) => void,
): Promise<number> {
  let snapshots = 0;
  for (let after = ''; ; ) {
    const some = await db
      .model(storedSnapshots)
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<StoredSnapshot[]>();
    for (const { _id, gzip, digest } of some) {
      const bytes = await unpacked(bufferOf(gzip)).catch(() => null);
      if (bytes === null || createHash('sha256').update(bytes).digest('hex') !== digest)
        differs(`snapshots: ${_id} has other bytes than its digest says`);
    }
    snapshots += some.length;
    const last = some.at(-1);
    if (!last || some.length < atOnce) return snapshots;
    after = last._id;
  }
}
