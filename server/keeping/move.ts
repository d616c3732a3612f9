// Carries everything from one place to another, of either engine. The old one is only read.
import { resolve } from 'node:path';
import { StorageRefusal } from '../db/refusal.ts';
import { nameOfPlace, openSource, type Place } from '../db/whole/source.ts';
import type { CollectionSums } from './archive.ts';
import { fillPlace } from './fill-place.ts';
import type { OnCounted } from './sum.ts';
import { refuseToTake, sectionsOf } from './take-along.ts';

export interface Moving {
  readonly from: Place;
  readonly to: Place;
  readonly anew: boolean;
}

export interface Moved {
  readonly sums: CollectionSums;
  /** what was stored and cannot be read any more, a sentence each */
  readonly lacking: readonly string[];
}

/** @throws StorageRefusal */
export async function move({ from, to, anew }: Moving, progress: OnCounted): Promise<Moved> {
  if (isSame(from, to)) throw new StorageRefusal(`Everything is in ${nameOfPlace(to)} already.`);
  // the lock keeps servers from the embedded one; on MongoDB it is found out at the end whether somebody wrote
  const source = await openSource(from, { snapshot: false, alone: true });
  try {
    const name = nameOfPlace(from);
    await refuseToTake(source, name);
    const filling = {
      to,
      from: { kind: 'move', from: name, name },
      sections: () => sectionsOf(source),
      anew,
      mayChange: source.engine === 'mongodb',
    } as const;
    const sums = await fillPlace(filling, progress);
    return { sums, lacking: [...new Set(source.lacking())] };
  } finally {
    await source.close();
  }
}

function isSame(a: Place, b: Place): boolean {
  if (a.mongodbUri !== b.mongodbUri) return false;
  return a.mongodbUri !== undefined || resolve(a.dataDir) === resolve(b.dataDir);
}
