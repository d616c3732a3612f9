// Puts a backup into an empty place. Nothing is written before the whole file has been read and found to be what it says.
import { StorageRefusal } from '../db/refusal.ts';
import type { Place } from '../db/whole/source.ts';
import { refuseFormat } from '../format.ts';
import type { Manifest } from './archive.ts';
import { fillPlace } from './fill-place.ts';
import { ArchiveReader, verifyArchive } from './read-archive.ts';
import type { OnCounted } from './sum.ts';
import { keptCollections } from './what-is-kept.ts';

export interface Restoring {
  readonly file: string;
  readonly to: Place;
  readonly anew: boolean;
}

/** @returns what the backup says of itself @throws StorageRefusal */
export async function restore(
  { file, to, anew }: Restoring,
  progress: OnCounted,
): Promise<Manifest> {
  const manifest = await verifyArchive(file, (collection, documents) =>
    progress(`checking ${collection}`, documents),
  );
  refuseFormat(manifest.format);
  refuseUnknown(file, manifest);
  const from = { kind: 'restore', from: manifest.id, name: file } as const;
  const sections = () => new ArchiveReader(file).sections();
  await fillPlace({ to, from, sections, anew, mayChange: false }, progress);
  return manifest;
}

function refuseUnknown(file: string, { collections }: Manifest): void {
  const unknown = Object.keys(collections).filter((name) => !keptCollections.includes(name));
  if (unknown.length === 0) return;
  throw new StorageRefusal(
    `${file} holds ${unknown.join(', ')}, which this Rabfang does not know: it is of a later one. Restore it with that.`,
  );
}
