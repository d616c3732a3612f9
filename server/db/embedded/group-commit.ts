// Writes wait for each other for one turn of the event loop and are made durable together: one sync for all of them.
import type { Commit } from '../database.ts';
import type { Acknowledging } from './acknowledged.ts';
import type { Sqlite } from './binding.ts';
import { endsTransaction, isBusy } from './errors.ts';

interface Job {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

// longer and readers would notice
const sliceMs = 10;
const busyWaitMs = 20;
const busyTries = 500;

export class GroupCommit {
  readonly #sqlite: Sqlite;
  readonly #acknowledging: Acknowledging;
  readonly #afterRollback: () => void;
  /** told of each commit, once those who wait for it have been told */
  onCommit: (commit: Commit) => void = () => undefined;
  #waiting: Job[] = [];
  #flushing: Promise<void> | undefined;

  constructor(sqlite: Sqlite, acknowledging: Acknowledging, afterRollback: () => void) {
    this.#sqlite = sqlite;
    this.#acknowledging = acknowledging;
    this.#afterRollback = afterRollback;
  }

  /**
   * Runs a write inside a transaction; settles once it is on disk. A write that throws leaves the others alone, so it must
   * not throw after it has changed something, or leave that in place on purpose.
   */
  write<T>(run: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run, resolve: resolve as (value: unknown) => void, reject });
      this.#flushing ??= this.#flush();
    });
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Settles when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
  }

  async #flush(): Promise<void> {
    do {
      await nextTurn();
      await this.#flushSlice();
    } while (this.#waiting.length > 0);
    this.#flushing = undefined;
  }

  async #flushSlice(): Promise<void> {
    const done: (() => void)[] = [];
    const jobs: Job[] = [];
    const began = performance.now();
    try {
      await this.#begin();
      const start = performance.now();
      while (this.#waiting.length > 0 && performance.now() - start < sliceMs) {
        const job = this.#waiting.shift();
        if (job === undefined) break;
        jobs.push(job);
        done.push(settle(job));
      }
      this.#acknowledging.count(jobs.length);
      this.#sqlite.exec('COMMIT');
    } catch (error) {
      this.#rollback();
      // nothing could be begun: all that wait are told, or they would wait for ever
      const failed = jobs.length > 0 ? jobs : this.#waiting.splice(0);
      for (const job of failed) job.reject(error);
      return;
    }
    this.#acknowledging.committed();
    const commit = { writes: jobs.length, ms: performance.now() - began };
    for (const tell of done) tell();
    this.#acknowledging.told();
    this.onCommit(commit);
  }

  async #begin(): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        this.#sqlite.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isBusy(error) || tries === busyTries) throw error;
        await new Promise((resolve) => setTimeout(resolve, busyWaitMs));
      }
    }
  }

  #rollback(): void {
    try {
      this.#sqlite.exec('ROLLBACK');
    } catch {
      // SQLite has rolled back by itself
    }
    this.#afterRollback();
  }
}

/** Runs a job and gives what tells its caller, to be called once the group is durable. */
function settle(job: Job): () => void {
  try {
    const value = job.run();
    return () => job.resolve(value);
  } catch (error) {
    if (endsTransaction(error)) throw error;
    return () => job.reject(error);
  }
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
