// Writes a backup beside its name first: a file that has the name is whole, on disk, and was read back.
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StorageRefusal } from '../db/refusal.ts';
import type { Source } from '../db/whole/source.ts';
import { type CollectionSum, type Header, lineOfNote, type Manifest } from './archive.ts';
import { verifyArchive } from './read-archive.ts';
import { type OnCounted, Summing } from './sum.ts';
import { keptCollections } from './what-is-kept.ts';

/** a third of the size; higher ones cost several times the time for a tenth less */
const level = 1;

/** What it holds, once it is there. `proven` may still find that it is not to be had. */
export async function writeArchive(
  file: string,
  source: Source,
  header: Header,
  progress: OnCounted,
  proven: (manifest: Manifest) => Promise<void>,
): Promise<Manifest> {
  const part = partOf(file, process.pid);
  try {
    await removeLeftParts(file);
    const text = Readable.from(textOf(source, header, progress));
    const packed = createWriteStream(part, { flags: 'wx', mode: 0o600 });
    await pipeline(text, createGzip({ level }), packed);
    await sync(part, 'r+');
    const manifest = await verifyArchive(part, () => undefined);
    await proven(manifest);
    await rename(part, file);
    // a name is on disk once its folder is; Windows cannot sync one, and needs not
    if (process.platform !== 'win32') await sync(dirname(file), 'r');
    return manifest;
  } catch (error) {
    await rm(part, { force: true });
    throw inWords(error, file);
  }
}

async function* textOf(
  source: Source,
  header: Header,
  progress: OnCounted,
): AsyncGenerator<string> {
  const collections: Record<string, CollectionSum> = {};
  yield `${lineOfNote({ header })}\n`;
  for (const collection of keptCollections) {
    yield `${lineOfNote({ begin: collection })}\n`;
    const summing = new Summing();
    for await (const lines of source.pages(collection)) {
      summing.add(lines);
      progress(collection, summing.documents);
      if (lines.length > 0) yield `${lines.join('\n')}\n`;
    }
    const sum = summing.sum();
    collections[collection] = sum;
    yield `${lineOfNote({ end: collection, sum })}\n`;
  }
  const manifest = { ...header, collections, lacking: source.lacking() };
  yield `${lineOfNote({ manifest })}\n`;
}

const partOf = (file: string, pid: number): string => `${file}.${pid}.part`;

/** What a backup to the same name has left that was killed; one that is under way keeps its own. */
async function removeLeftParts(file: string): Promise<void> {
  const folder = dirname(file);
  for (const name of await readdir(folder)) {
    const pid = Number(/\.(\d+)\.part$/.exec(name)?.[1]);
    if (name !== basename(partOf(file, pid)) || isAnother(pid)) continue;
    await rm(join(folder, name));
  }
}

/** In a container the next one may have the number of the one that was killed. */
function isAnother(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function sync(path: string, flags: 'r' | 'r+'): Promise<void> {
  const opened = await open(path, flags);
  await opened.sync().finally(() => opened.close());
}

/** What the system said of the file itself; the database's own failures stay theirs. */
function inWords(error: unknown, file: string): unknown {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StorageRefusal(`there is no room for ${file}. What was there before is untouched.`);
  const isOurs = path?.startsWith(file) || path === dirname(file);
  return isOurs ? new StorageRefusal(`${file} cannot be written (${message}).`) : error;
}
