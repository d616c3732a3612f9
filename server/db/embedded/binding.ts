// SQLite as one API: Node's own where it has it (22.13 and later), else @photostructure/sqlite, which is the same API as a package.
import { createRequire } from 'node:module';

/** What SQLite takes and gives. Booleans, dates and the like are text by then (encode.ts). */
export type SqlValue = null | number | bigint | string;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface Statement {
  run(...values: readonly SqlValue[]): { readonly changes: number | bigint };
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  all(...values: readonly SqlValue[]): readonly SqlRow[];
}

export interface Sqlite {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  function(name: string, body: (...values: readonly SqlValue[]) => SqlValue): void;
  close(): void;
}

interface Opening {
  readonly readOnly?: boolean;
}

interface Binding {
  readonly DatabaseSync: new (path: string, options: Opening) => Sqlite;
}

export const bindingName = hasOwnSqlite(process.versions.node)
  ? 'node:sqlite'
  : '@photostructure/sqlite';

const { DatabaseSync } = createRequire(import.meta.url)(bindingName) as Binding;

/** @param path a file's, or a `file:` address with SQLite's own parameters */
export function openSqlite(path: string, options: Opening = {}): Sqlite {
  return new DatabaseSync(path, options);
}

function hasOwnSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 13);
}
