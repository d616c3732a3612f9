// A database that is filled from lines: collections in any order, each in the order of its lines. Written through the same driver
// as everything else, so that what is stored is what the server itself would have stored.
import type { Collection, Database, OpenDatabase } from '../database.ts';
import { UnsupportedError } from '../embedded/errors.ts';
import { isDuplicateKey } from '../failures.ts';
import { openDatabase } from '../open-database.ts';
import { StorageRefusal } from '../refusal.ts';
import { throughElection } from '../through-election.ts';
import { documentOf, lineHeldBy } from './document-line.ts';
import type { Place } from './source.ts';

export interface Destination {
  readonly db: Database;
  count(collection: string): Promise<number>;
  /** Some of what comes next. Once more is nothing more. */
  insert(collection: string, lines: readonly string[]): Promise<void>;
  clear(collection: string): Promise<void>;
  close(): Promise<void>;
}

/** @throws StorageRefusal */
export async function openDestination(
  place: Place,
  collections: Readonly<Record<string, Collection<unknown>>>,
): Promise<Destination> {
  const db = await openDatabase(place, collections);
  return {
    db,
    count: (name) => throughElection(() => documents(db, name).countDocuments({})),
    insert: (name, lines) => throughElection(() => insert(db, name, lines)),
    clear: async (name) => {
      await throughElection(() => documents(db, name).deleteMany({}));
    },
    close: () => db.close(),
  };
}

const documents = ({ connection }: OpenDatabase, name: string) => connection.collection(name);

async function insert(db: OpenDatabase, name: string, lines: readonly string[]): Promise<void> {
  if (lines.length === 0) return;
  try {
    const held = lines.map((line) => documentOf(lineHeldBy(db.engine, line)));
    await documents(db, name).insertMany(held, { ordered: false });
  } catch (error) {
    if (error instanceof UnsupportedError) throw new StorageRefusal(`${name}: ${error.message}`);
    // of a try whose answer was lost: whether it is the same is found out when all is compared
    if (!isDuplicateKey(error)) throw error;
  }
}
