// A database as the rest of the server sees it: collections on one of two engines. It knows no model: features define theirs
// (`*.model.ts`), server/models.ts lists them, and only a feature that holds a definition can reach its documents.
import type { Connection, Model, Schema } from 'mongoose';
import type { ChangesOf, Token, Watch } from './watch.ts';

/** What a feature keeps: documents of type T. Made in its `*.model.ts`, used in its own folder only. */
export interface Collection<T> {
  /** the model's name, such as `Response`; the collection's stands in the schema */
  readonly name: string;
  readonly schema: Schema;
  /** never there: carries the type */
  readonly document?: T;
}

export function collection<T>(name: string, schema: Schema): Collection<T> {
  return { name, schema };
}

export interface Database {
  /** `embedded` (SQLite in DATA_DIR) or `mongodb` */
  readonly engine: 'embedded' | 'mongodb';
  /** The way to a collection's documents, for the feature that defines it. */
  model<T>(collection: Collection<T>): Model<T>;
  /**
   * For what nearly every request asks for: the document as it is stored now. The embedded engine, whose writes all come from this
   * process, reads it once as long as it does not change; so nobody may change what is given.
   */
  byId<T>(collection: Collection<T>, id: string): Promise<Readonly<T> | null>;
  /**
   * What was overwritten by now is out of the engine's own files too: the embedded one empties its log. MongoDB forgets it in its own
   * time (journal, oplog).
   */
  withoutTraces(): Promise<void>;
  /** resolves when the database answers, rejects otherwise */
  ping(): Promise<void>;
  readonly others: Others;
  readonly damage: Damage;
  readonly busy: Busy;
}

/** How busy the engine is, for whoever watches over the server. Listeners are called often and must be quick. */
export type Busy = EmbeddedBusy | MongodbBusy;

export interface EmbeddedBusy {
  readonly engine: 'embedded';
  /** writes that wait to be made durable */
  waiting(): number;
  /** of the main file and of its log */
  fileBytes(): { readonly main: number; readonly log: number };
  /** room on the disk for who runs it; undefined where the system does not say */
  freeBytes(): number | undefined;
  onCommit(listener: (commit: Commit) => void): void;
}

/** Writes that were made durable together. */
export interface Commit {
  readonly writes: number;
  /** from the beginning of their transaction until they were on disk */
  readonly ms: number;
}

/** Told by connections, since the driver reads every answer twice when its commands are watched. */
export interface MongodbBusy {
  readonly engine: 'mongodb';
  /** connections that a command holds */
  inUse(): number;
  /** how long a command held its connection */
  onUsed(listener: (ms: number) => void): void;
  /** how long a command waited for one */
  onWaited(listener: (ms: number) => void): void;
  onNoConnection(listener: () => void): void;
}

/** Who else may write, and how that is heard. */
export type Others =
  /** nobody: the embedded database belongs to one process at a time */
  | { readonly kind: 'none' }
  /** a replica set or a sharded cluster tells every change */
  | {
      readonly kind: 'told';
      watch(watched: readonly ChangesOf[], after?: Token): Promise<Watch>;
      /** given to a collection when it was made, and never to another one; undefined where the account may not ask */
      numberOf(collection: Collection<unknown>): Promise<string | undefined>;
    }
  /** a single MongoDB server is asked again and again; `time`: by its clock */
  | { readonly kind: 'asked'; time(): Promise<Date> };

/** A document that was found not to be what was stored: it is kept apart, and nothing is made of it. */
export interface SetAside {
  readonly collection: string;
  /** its `_id`, as far as it can be read */
  readonly id: string;
  readonly at: Date;
}

/** What is broken in what is stored. MongoDB watches over its own files and stops by itself, so there nothing is ever said here. */
export interface Damage {
  /** Resolves when it is known that everything stored can be reached. @throws StorageRefusal */
  readonly examined: Promise<void>;
  /** resolves when everything has been looked through and what was found is set aside or mended */
  readonly mended: Promise<void>;
  setAside(): readonly SetAside[];
  /** Resolves when what is broken in these collections, small ones, is set aside: what is read of them afterwards is all there is. */
  settle(collections: readonly string[]): Promise<void>;
  /** Everything that is wrong, in words; changes nothing. */
  lookThrough(): Promise<readonly string[]>;
  /** `listener` hears of each document that is set aside from now on */
  onSetAside(listener: (one: SetAside) => void): void;
}

/** Which writes a database holds: the same text, the same documents, but for those that have expired. */
export interface HeldWrites {
  /** before this process wrote */
  readonly atOpen: string;
  /** also once it is closed */
  now(): string;
}

/** What opens and closes it holds more: handlers never see this. */
export interface OpenDatabase extends Database {
  /** undefined where others write too */
  readonly standing: HeldWrites | undefined;
  readonly connection: Connection;
  close(): Promise<void>;
}
