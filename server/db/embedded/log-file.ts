// SQLite's log, made durable beside the event loop: SQLite itself would stop everybody until the disk has answered, some milliseconds
// for each group of writes. Without its sync (`synchronous = NORMAL`) a commit only appends to the log; what is on disk after ours is
// the same as after its own: the frames in the order in which they were written, the last of them a commit. A power cut before it
// leaves a log that ends earlier, which SQLite recovers as it recovers any other; nobody was told of what is missing then.
import { closeSync, fdatasync, openSync } from 'node:fs';

export class LogFile {
  readonly #path: string;
  #file: number | undefined;

  /** @param main the database's file */
  constructor(main: string) {
    this.#path = `${main}-wal`;
  }

  /** Settles once everything written so far is on disk. */
  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      // there since the first transaction, and until the last connection is closed; SQLite has no locks on it that closing would give up
      this.#file ??= openSync(this.#path, 'r+');
      fdatasync(this.#file, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }
}
