// Counts the writes that are acknowledged: inside of each transaction in the database, and beside it in the mark.
// The log is made durable and put into the main file here and not by SQLite: so that nobody stands still meanwhile, and because the
// mark must say how far the main file has come before the log begins anew.
import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import type { Sqlite, Statement } from './binding.ts';
import { CarryOver } from './carry-over.ts';
import type { Mark } from './commit-mark.ts';
import { MarkWriter } from './commit-mark.ts';
import { endsTransaction, notDurable } from './errors.ts';
import { LogFile } from './log-file.ts';

export interface Acknowledging {
  /** identity and number of the acknowledged writes: also after `close` */
  readonly standing: string;
  /** about how many pages a statement with these values adds to the log */
  wrote(values: readonly unknown[]): void;
  /** inside of the transaction that holds these writes */
  count(writes: number): void;
  /** Settles once what was committed is on disk; nobody has been told of it before. Rejects when nobody knows whether it is. */
  committed(): Promise<void>;
  /** it is time to put it into the main file */
  readonly isLogLong: boolean;
  /** Most of it, while others write. Never rejects. */
  carryMost(): Promise<void>;
  /** What has come since, while nobody writes; `cut`: and nothing of it stays in the log. Never rejects. */
  carryRest(cut: boolean): Promise<void>;
  /** Ends what goes on beside; before `close`. */
  end(): Promise<void>;
  close(): void;
}

/** For who only reads. */
export const acknowledgingNothing: Acknowledging = {
  standing: '',
  wrote: () => undefined,
  count: () => undefined,
  committed: async () => undefined,
  isLogLong: false,
  carryMost: async () => undefined,
  carryRest: async () => undefined,
  end: async () => undefined,
  close: () => undefined,
};

/** Four times what SQLite takes: an index over random ids has its pages carried over again and again otherwise. Some 16 MB. */
const logPages = 4000;

const read = 'SELECT identity, writes FROM _acknowledged';

/** What a database says of itself; undefined when it is of a time before this was counted. @throws when it cannot be read */
export function countedIn(sqlite: Sqlite): Pick<Mark, 'identity' | 'writes'> | undefined {
  try {
    const row = sqlite.prepare(read).get();
    return row && { identity: String(row.identity), writes: Number(row.writes) };
  } catch (error) {
    if (endsTransaction(error)) throw error;
    return undefined; // no such table
  }
}

/** Gives a new database its identity. */
export const sqlToCount = (): string => `
  CREATE TABLE IF NOT EXISTS _acknowledged (identity TEXT NOT NULL, writes INTEGER NOT NULL);
  INSERT INTO _acknowledged SELECT '${randomBytes(12).toString('hex')}', 0 WHERE NOT EXISTS (SELECT 1 FROM _acknowledged);
`;

export class Acknowledged implements Acknowledging {
  readonly #sqlite: Sqlite;
  readonly #mark: MarkWriter;
  readonly #update: Statement;
  readonly #identity: string;
  #writes: number;
  #counted = 0;
  #main: number;
  #pages = 0;
  readonly #log: LogFile;
  readonly #carryOver: CarryOver;
  readonly #onNotice: (sentence: string) => void;

  constructor(
    sqlite: Sqlite,
    file: string,
    before: Mark | undefined,
    onNotice: (sentence: string) => void = () => undefined,
  ) {
    this.#sqlite = sqlite;
    this.#onNotice = onNotice;
    const { identity = '', writes = 0 } = countedIn(sqlite) ?? {};
    this.#identity = identity;
    this.#writes = writes;
    this.#main = Math.min(before?.main ?? 0, writes);
    this.#update = sqlite.prepare('UPDATE _acknowledged SET writes = ?');
    sqlite.exec('PRAGMA wal_autocheckpoint = 0; PRAGMA synchronous = NORMAL');
    this.#log = new LogFile(file);
    this.#carryOver = new CarryOver(file);
    this.#mark = new MarkWriter(dirname(file), onNotice);
    this.#say();
  }

  get standing(): string {
    return `${this.#identity}:${this.#writes}`;
  }

  wrote(values: readonly unknown[]): void {
    this.#pages += 2;
    for (const value of values) if (typeof value === 'string') this.#pages += value.length >> 12;
  }

  count(writes: number): void {
    this.#counted = this.#writes + writes;
    this.#update.run(this.#counted);
    this.#pages += 2;
  }

  async committed(): Promise<void> {
    await this.#log.sync().catch((error: unknown) => {
      this.#onNotice(notDurable(error));
      throw error;
    });
    this.#writes = this.#counted;
    this.#say();
  }

  get isLogLong(): boolean {
    return this.#pages >= logPages;
  }

  async carryMost(): Promise<void> {
    this.#pages = 0;
    await this.#carryOver.carry('most');
  }

  async carryRest(cut: boolean): Promise<void> {
    const { whole } = await this.#carryOver.carry('rest');
    if (!whole) return;
    this.#isWhole();
    if (cut) await this.#carryOver.carry('cut');
  }

  async end(): Promise<void> {
    await this.#carryOver.end();
  }

  close(): void {
    this.#log.close();
    try {
      // a statement that is not collected yet would keep SQLite from doing this by itself
      const { busy, log, checkpointed } =
        this.#sqlite.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
      if (busy === 0 && log === checkpointed) this.#isWhole();
    } catch {
      // a disk without room: the log stays, and the next start reads it
    }
    this.#say();
    this.#mark.close();
  }

  /** The main file has all writes. */
  #isWhole(): void {
    this.#main = this.#writes;
    this.#say();
  }

  #say(): void {
    this.#mark.write({ identity: this.#identity, writes: this.#writes, main: this.#main });
  }
}
