// Fills a place from lines and compares what is stored there with what was to be stored. Lines come in the order of their ids and
// are written in it, so a place that was left in the middle holds the first of them: what is there is passed over. Whether it is
// the same is found out at the end, and a collection that is not begins anew.
import type { Database } from '../db/database.ts';
import { StorageRefusal } from '../db/refusal.ts';
import { type Destination, openDestination } from '../db/whole/destination.ts';
import { lineHeldBy } from '../db/whole/document-line.ts';
import { nameOfPlace, openSource, type Place } from '../db/whole/source.ts';
import { collections } from '../models.ts';
import {
  markFinished,
  markUnfinished,
  readUnfinished,
  sayUnfinished,
  type Unfinished,
} from '../transfers/unfinished.ts';
import { type CollectionSums, differingSums } from './archive.ts';
import { type CollectionPages, type OnCounted, Summing, sumsOf } from './sum.ts';
import { sectionsOf } from './take-along.ts';
import { allCollections } from './what-is-kept.ts';

export interface Transferring {
  readonly to: Place;
  readonly from: Unfinished;
  /** everything anew, at each call */
  sections(): AsyncIterable<CollectionPages> | Iterable<CollectionPages>;
  /** a place that something else has left unfinished is emptied */
  readonly anew: boolean;
  /** what there is may have changed since it was passed on: it is read once more at the end */
  readonly mayChange: boolean;
}

const portionLines = 500;
const portionLength = 2 * 1024 * 1024;

/** @returns what is there now @throws StorageRefusal */
export async function fillPlace(
  filling: Transferring,
  progress: OnCounted,
): Promise<CollectionSums> {
  const destination = await openDestination(filling.to, collections);
  try {
    await claim(destination, filling);
    let expected = await pour(destination, filling, () => true, progress);
    let differing = await whatDiffers(destination, filling, expected, progress);
    if (differing.length > 0) {
      for (const name of differing) await destination.clear(name);
      expected = await pour(destination, filling, (name) => differing.includes(name), progress);
      differing = await whatDiffers(destination, filling, expected, progress);
    }
    if (differing.length > 0) throw new StorageRefusal(stillDiffers(differing, filling));
    await markFinished(destination.db);
    return expected;
  } finally {
    await destination.close();
  }
}

/** Into an empty place, or one that the same has left unfinished. */
async function claim(destination: Destination, { to, from, anew }: Transferring): Promise<void> {
  const { db } = destination;
  const unfinished = await readUnfinished(db);
  if (unfinished?.kind === from.kind && unfinished.from === from.from) return;
  if (unfinished && !anew)
    throw new StorageRefusal(
      `${nameOfPlace(to)} is not empty: ${sayUnfinished(unfinished)}. With --anew it is emptied and filled with this.`,
    );
  if (unfinished) {
    for (const name of allCollections) if (name !== 'transfers') await destination.clear(name);
    await markFinished(db);
  }
  const full: string[] = [];
  for (const name of allCollections) {
    const documents = await destination.count(name);
    if (documents > 0) full.push(`${documents} ${name}`);
  }
  if (full.length > 0)
    throw new StorageRefusal(
      `${nameOfPlace(to)} is not empty (${full.join(', ')}). Give an empty one: nothing is written over.`,
    );
  await markUnfinished(db, from);
}

/** @returns the sums of what was to be stored, as this engine holds it */
async function pour(
  destination: Destination,
  { sections }: Transferring,
  wanted: (collection: string) => boolean,
  progress: OnCounted,
): Promise<CollectionSums> {
  const { engine } = destination.db;
  const sums: Record<string, ReturnType<Summing['sum']>> = {};
  for await (const { collection, pages } of sections()) {
    const there = wanted(collection)
      ? await destination.count(collection)
      : Number.POSITIVE_INFINITY;
    const summing = new Summing();
    for await (const lines of inPortions(pages)) {
      const passed = Math.max(0, there - summing.documents);
      summing.add(lines.map((line) => lineHeldBy(engine, line)));
      await destination.insert(collection, lines.slice(passed));
      progress(collection, summing.documents);
    }
    sums[collection] = summing.sum();
  }
  return sums;
}

async function* inPortions(pages: CollectionPages['pages']): CollectionPages['pages'] {
  let portion: string[] = [];
  let length = 0;
  for await (const lines of pages)
    for (const line of lines) {
      portion.push(line);
      length += line.length;
      if (portion.length < portionLines && length < portionLength) continue;
      yield portion;
      portion = [];
      length = 0;
    }
  if (portion.length > 0) yield portion;
}

/** The collections in which what is stored is not what was to be stored. */
async function whatDiffers(
  { db }: Destination,
  filling: Transferring,
  poured: CollectionSums,
  progress: OnCounted,
): Promise<readonly string[]> {
  const compared: OnCounted = (collection, documents) =>
    progress(`comparing ${collection}`, documents);
  const stored = await openSource(filling.to, { snapshot: false, alone: false });
  try {
    const there = await sumsOf(sectionsOf(stored), compared);
    const expected = filling.mayChange ? await sumsOf(held(db, filling), compared) : poured;
    return differingSums(expected, there);
  } finally {
    await stored.close();
  }
}

async function* held(
  { engine }: Database,
  { sections }: Transferring,
): AsyncGenerator<CollectionPages> {
  for await (const { collection, pages } of sections())
    yield { collection, pages: heldLines(engine, pages) };
}

async function* heldLines(
  engine: Database['engine'],
  pages: CollectionPages['pages'],
): CollectionPages['pages'] {
  for await (const lines of pages) yield lines.map((line) => lineHeldBy(engine, line));
}

function stillDiffers(differing: readonly string[], { to, from, mayChange }: Transferring): string {
  const cause = mayChange
    ? `${from.name} was written to meanwhile: stop every Rabfang that uses it, and run this again`
    : 'run this again';
  return `${differing.join(', ')} in ${nameOfPlace(to)} is not what it was to be: ${cause}.`;
}
