// What a backup and a move read of a database, and which databases they do not read.
import { StorageRefusal } from '../db/refusal.ts';
import { documentOf } from '../db/whole/document-line.ts';
import type { Source } from '../db/whole/source.ts';
import { formatSetting, refuseFormat } from '../format.ts';
import type { CollectionPages } from './sum.ts';
import { keptCollections, nameOfCollection } from './what-is-kept.ts';

/** All that is kept, in its order. */
export function sectionsOf(source: Source): readonly CollectionPages[] {
  return keptCollections.map((collection) => ({ collection, pages: source.pages(collection) }));
}

/** The format of the database (format.ts); 0 when it does not say one. */
export async function formatOf(source: Source): Promise<number> {
  for await (const lines of source.pages(nameOfCollection('settings')))
    for (const line of lines) {
      const { _id, value } = documentOf(line);
      if (_id === formatSetting) return Number(value);
    }
  return 0;
}

/** @throws StorageRefusal */
export async function refuseToTake(source: Source, name: string): Promise<void> {
  if (!(await isAnything(source, keptCollections)))
    throw new StorageRefusal(`There is nothing in ${name}.`);
  if (await isAnything(source, [nameOfCollection('transfers')]))
    throw new StorageRefusal(
      `A restore or a move into ${name} has not been finished: what is there is not whole.`,
    );
  refuseFormat(await formatOf(source));
}

async function isAnything(source: Source, names: readonly string[]): Promise<boolean> {
  for (const name of names)
    for await (const lines of source.pages(name)) if (lines.length > 0) return true;
  return false;
}
