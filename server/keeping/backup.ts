// A backup: everything that is kept, as it is at one moment, in one file. The server goes on meanwhile.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { StorageRefusal } from '../db/refusal.ts';
import { nameOfPlace, openSource, type Place, type Source } from '../db/whole/source.ts';
import { differingSums, type Manifest } from './archive.ts';
import { ArchiveReader } from './read-archive.ts';
import { type OnCounted, sumsOf } from './sum.ts';
import { formatOf, refuseToTake, sectionsOf } from './take-along.ts';
import { writeArchive } from './write-archive.ts';

export interface Backup {
  readonly manifest: Manifest;
  readonly logGrowth: number;
}

/** @throws StorageRefusal */
export async function backUp(
  place: Place,
  file: string,
  now: Date,
  progress: OnCounted,
): Promise<Backup> {
  await refuseToReplace(file);
  const source = await openSource(place, { snapshot: true, alone: false });
  try {
    await refuseToTake(source, nameOfPlace(place));
    const header = {
      archive: 1,
      id: randomUUID(),
      at: now.toISOString(),
      engine: source.engine,
      format: await formatOf(source),
    };
    const manifest = await writeArchive(file, source, header, progress, (written) =>
      proveOneMoment(source, written, place),
    );
    return { manifest, logGrowth: source.logGrowth() };
  } finally {
    await source.close();
  }
}

/** A newer backup may take the place of an older one; nothing else is written over. */
async function refuseToReplace(file: string): Promise<void> {
  if (!existsSync(file)) return;
  await new ArchiveReader(file).header().catch(() => {
    throw new StorageRefusal(`${file} is there already and is no backup. Give another name.`);
  });
}

/**
 * A single MongoDB server offers no reads of one moment. When a second reading finds everything as the first did, nothing was
 * written between the two: the file is how everything stood then.
 */
async function proveOneMoment(source: Source, written: Manifest, place: Place): Promise<void> {
  if (source.isSnapshot) return;
  const again = await sumsOf(sectionsOf(source), () => undefined);
  const changed = differingSums(written.collections, again);
  if (changed.length === 0) return;
  throw new StorageRefusal(
    `${changed.join(', ')} changed while ${nameOfPlace(place)} was read, and a single MongoDB server cannot be read as it was at one moment. Make it a replica set of one member (mongod --replSet …, rs.initiate()), or stop Rabfang meanwhile.`,
  );
}
