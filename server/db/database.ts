// A database as the rest of the server sees it: collections on one of two engines. It knows no model: features define theirs
// (`*.model.ts`), server/models.ts lists them, and only a feature that holds a definition can reach its documents.
import type { Connection, Model, Schema } from 'mongoose';

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
  /** resolves when the database answers, rejects otherwise */
  ping(): Promise<void>;
}

/** What opens and closes it holds more: handlers never see this. */
export interface OpenDatabase extends Database {
  readonly connection: Connection;
  close(): Promise<void>;
}
