// The SQLite file: opened, locked, its statements, its collections, and the watch over slow statements.
import type { Acknowledging } from './acknowledged.ts';
import type { Sqlite, SqlRow, SqlValue, Statement } from './binding.ts';
import { endsTransaction, isBrokenJson, refuse, UnsupportedError } from './errors.ts';
import type { Sql } from './filter.ts';
import { GroupCommit } from './group-commit.ts';
import { type IndexSpec, readIndexes } from './index-catalogue.ts';
import { fileName, type OpeningFile, openFile, openFileToRead } from './open-file.ts';
import { openingFailure } from './opening-failure.ts';
import { Remembered } from './remembered.ts';

/** A statement that stopped the event loop for long, with SQLite's plan for it. */
export interface SlowStatement {
  readonly sql: string;
  readonly ms: number;
  readonly plan: string;
}

/** told of every statement; `plan` asks SQLite how it finds its rows */
export type OnStatement = (sql: string, plan: () => string) => void;

export interface StoreOptions extends OpeningFile {
  readonly dataDir: string;
  readonly onStatement?: OnStatement | undefined;
  readonly onSlow?: ((slow: SlowStatement) => void) | undefined;
  /** from when on a statement is slow; default 50 */
  readonly slowMs?: number | undefined;
  /** nobody waits for a turn: writes take long ones, and the memory that goes with them */
  readonly servesNobody?: boolean | undefined;
  /** also beside the server that uses it */
  readonly readOnly?: boolean | undefined;
  /** the most that the file may grow to; default: what the disk holds */
  readonly maxBytes?: number | undefined;
}

const maxStatements = 500;
const pageBytes = 4096;
const perTurn = 100;
const perLongTurn = 5000;
/** in KiB: the ids of a file's rows lie all over their index, and each that is not at hand is read again; SQLite itself takes 2000 */
const pageCache = 8000;
/** all pages that a long turn touches */
const longTurnCache = 64 * 1024;

export class SqliteStore {
  readonly writes: GroupCommit;
  readonly isNew: boolean;
  /** documents that are written before others have their turn */
  readonly perTurn: number;
  readonly remembered = new Remembered();
  /** told of a document that is not what was stored */
  onBroken: (collection: string, rid: number) => void = () => undefined;
  /** told when a statement met broken JSON, wherever it is */
  onDoubt: () => void = () => undefined;
  readonly #sqlite: Sqlite;
  readonly #acknowledging: Acknowledging;
  readonly #release: () => void;
  readonly #onStatement: OnStatement | undefined;
  readonly #onSlow: ((slow: SlowStatement) => void) | undefined;
  readonly #slowMs: number;
  readonly #statements = new Map<string, Statement>();
  #collections = new Map<string, readonly IndexSpec[]>();

  /** @throws StorageRefusal */
  constructor(options: StoreOptions) {
    const { dataDir, onStatement, onSlow, slowMs = 50, maxBytes, readOnly, servesNobody } = options;
    const opened = readOnly ? openFileToRead(dataDir) : openFile(dataDir, options);
    const { sqlite, acknowledging, isNew, release } = opened;
    this.#sqlite = sqlite;
    this.#acknowledging = acknowledging;
    this.isNew = isNew;
    this.perTurn = servesNobody ? perLongTurn : perTurn;
    this.#release = release;
    this.#onStatement = onStatement;
    this.#onSlow = onSlow;
    this.#slowMs = slowMs;
    try {
      if (maxBytes !== undefined)
        sqlite.exec(`PRAGMA max_page_count = ${Math.floor(maxBytes / pageBytes)}`);
      sqlite.exec(`PRAGMA cache_size = ${-(servesNobody ? longTurnCache : pageCache)}`);
      sqlite.function('refuse', refuseInSql);
      this.reload();
    } catch (error) {
      release();
      throw openingFailure(error, dataDir, fileName);
    }
    this.writes = new GroupCommit(sqlite, acknowledging, () => this.reload());
  }

  /** Reads the catalogue anew; needed whenever a transaction that changed it came to nothing. */
  reload(): void {
    this.#statements.clear();
    this.remembered.clear();
    const names = this.#sqlite.prepare('SELECT name FROM _collections').all();
    this.#collections = new Map(
      names.map(({ name }) => [String(name), readIndexes(this.#sqlite, String(name))]),
    );
  }

  collectionNames(): readonly string[] {
    return [...this.#collections.keys()];
  }

  /** undefined when there is no such collection (yet) */
  indexesOf(collection: string): readonly IndexSpec[] | undefined {
    return this.#collections.get(collection);
  }

  /** Only inside a write. */
  create(collection: string): void {
    if (this.#collections.has(collection)) return;
    if (!/^[A-Za-z][\w.-]{0,100}$/.test(collection) || /^sqlite_/i.test(collection))
      refuse('the collection name', collection);
    this.#sqlite.exec(
      `CREATE TABLE "${collection}" (rid INTEGER PRIMARY KEY, id NOT NULL UNIQUE, doc TEXT NOT NULL, crc)`,
    );
    this.run('INSERT INTO _collections (name) VALUES (?)', [collection]);
    this.#collections.set(collection, []);
  }

  /** Only inside a write. */
  drop(collection: string): boolean {
    if (!this.#collections.has(collection)) return false;
    this.#sqlite.exec(`DROP TABLE "${collection}"`);
    this.run('DELETE FROM _indexes WHERE collection = ?', [collection]);
    this.run('DELETE FROM _collections WHERE name = ?', [collection]);
    this.reload();
    return true;
  }

  /** Only inside a write: all of a change to the catalogue or nothing of it. */
  change(statements: readonly Sql[]): void {
    this.#sqlite.exec('SAVEPOINT change');
    try {
      for (const { sql, values } of statements) this.run(sql, values);
      this.#sqlite.exec('RELEASE change');
    } catch (error) {
      // after a full disk SQLite has rolled everything back by itself
      if (!endsTransaction(error)) this.#sqlite.exec('ROLLBACK TO change; RELEASE change');
      throw error;
    } finally {
      this.reload();
    }
  }

  run(sql: string, values: readonly SqlValue[]): number {
    this.#acknowledging.wrote(values);
    return this.#watched(sql, () => Number(this.#prepare(sql).run(...values).changes));
  }

  get({ sql, values }: Sql): SqlRow | undefined {
    return this.#watched(sql, () => this.#prepare(sql).get(...values));
  }

  all({ sql, values }: Sql): readonly SqlRow[] {
    return this.#watched(sql, () => this.#prepare(sql).all(...values));
  }

  /** SQLite's plan, one step a line: `SCAN …` where no index helps. */
  plan({ sql, values }: Sql): string {
    const steps = this.#sqlite.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values);
    return steps.map(({ detail }) => String(detail)).join('\n');
  }

  get standing(): string {
    return this.#acknowledging.standing;
  }

  async close(): Promise<void> {
    await this.writes.idle();
    await this.#acknowledging.end();
    this.#statements.clear();
    this.#acknowledging.close();
    this.#sqlite.close();
    this.#release();
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= maxStatements) this.#statements.clear();
    const statement = this.#sqlite.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #watched<T>(sql: string, run: () => T): T {
    this.#onStatement?.(sql, () => this.#planOf(sql));
    const start = performance.now();
    const value = this.#doubting(run);
    const ms = performance.now() - start;
    if (ms > this.#slowMs && this.#onSlow !== undefined)
      this.#onSlow({ sql, ms, plan: this.#planOf(sql) });
    return value;
  }

  #doubting<T>(run: () => T): T {
    try {
      return run();
    } catch (error) {
      if (isBrokenJson(error)) this.onDoubt();
      throw error;
    }
  }

  #planOf(sql: string): string {
    return /^(SELECT|UPDATE|DELETE)/.test(sql) ? this.plan({ sql, values: [] }) : '';
  }
}

function refuseInSql(what: SqlValue, path: SqlValue): never {
  throw new UnsupportedError(
    `The embedded database does not support ${String(what)} (in ${String(path)}).`,
  );
}
