// All documents of a database, a collection at a time, in the order of their ids: for who keeps or moves everything there is.
// Nothing is written; the server may use it meanwhile.
import type { Database } from '../database.ts';
import { openEmbeddedSource } from '../embedded/whole-file.ts';
import { openMongodbSource } from './mongodb-source.ts';

/** Where a database lies. */
export interface Place {
  readonly mongodbUri: string | undefined;
  readonly dataDir: string;
}

/** Documents as lines, some at a time. */
export type Pages = AsyncIterable<readonly string[]>;

export interface Source {
  readonly engine: Database['engine'];
  /** everything is as it was at one moment; otherwise what is written meanwhile may be seen or not */
  readonly isSnapshot: boolean;
  pages(collection: string): Pages;
  /** What was stored and cannot be read any more, a sentence each; complete once everything has been read. */
  lacking(): readonly string[];
  /** by how many bytes the log beside the database has grown meanwhile (embedded only) */
  logGrowth(): number;
  close(): Promise<void>;
}

export interface Reading {
  /** everything as it is at one moment, where the engine can tell */
  readonly snapshot: boolean;
  /** nobody else may use it meanwhile (embedded only: on MongoDB nobody can be kept out) */
  readonly alone: boolean;
}

/** @throws StorageRefusal */
export async function openSource(place: Place, reading: Reading): Promise<Source> {
  return place.mongodbUri === undefined
    ? openEmbeddedSource(place.dataDir, reading.alone)
    : openMongodbSource(place.mongodbUri, reading.snapshot);
}

/** A place in a sentence: of an address without its password. */
export function nameOfPlace({ mongodbUri, dataDir }: Place): string {
  return mongodbUri?.replace(/\/\/[^/?]*@/, '//') ?? dataDir;
}
