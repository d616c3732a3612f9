// Writes wait for each other for one turn of the event loop and are made durable together: one sync for all of them.
import type { Commit } from '../database.ts';
import { Turn } from '../turn.ts';
import type { Acknowledging } from './acknowledged.ts';
import type { Sqlite } from './binding.ts';
import { endsTransaction, isBusy, notDurableError } from './errors.ts';

interface Job {
  readonly run: () => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** writes that come meanwhile belong to the next group: the first one has waited long enough */
const groupMs = 40;
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
  /** there while something is written that is not on disk yet */
  #settled: Promise<void> | undefined;
  #between: (() => Promise<void>) | undefined;
  #carrying: Promise<void> | undefined;
  #failed: Error | undefined;

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

  /** Puts all that was written into the main file and empties the log: what was overwritten is in neither then, as far as nobody reads it. */
  async emptyLog(): Promise<void> {
    while (this.#carrying) await this.#carrying;
    await this.#carryOver(true);
  }

  /**
   * What has been read by now is given once it is on disk: nobody is told of what a failure or a power cut could still take back.
   * Rejects when it was taken back.
   */
  settled(): Promise<void> | undefined {
    return this.#settled;
  }

  /** why nothing more is written */
  get failed(): Error | undefined {
    return this.#failed;
  }

  async #flush(): Promise<void> {
    do {
      await nextTurn();
      await this.#between?.();
      if (this.#waiting.length > 0) await this.#flushGroup();
    } while (this.#waiting.length > 0 || this.#between !== undefined);
    this.#flushing = undefined;
  }

  async #flushGroup(): Promise<void> {
    const done: (() => void)[] = [];
    const jobs: Job[] = [];
    const began = performance.now();
    let told: (failed?: Error) => void = () => undefined;
    try {
      if (this.#failed) throw this.#failed;
      await this.#begin();
      told = this.#unsettled();
      await this.#run(jobs, done);
      this.#acknowledging.count(jobs.length);
      this.#sqlite.exec('COMMIT');
    } catch (error) {
      this.#rollback();
      // nothing could be begun: all that wait are told, or they would wait for ever
      const failed = jobs.length > 0 ? jobs : this.#waiting.splice(0);
      for (const job of failed) job.reject(error);
      told(error as Error);
      return;
    }
    const problem = await this.#sync();
    const commit = { writes: jobs.length, ms: performance.now() - began };
    if (problem) for (const job of jobs) job.reject(problem);
    else for (const tell of done) tell();
    told(problem);
    if (this.#acknowledging.isLogLong && !this.#carrying) void this.#carryOver(false);
    if (!problem) this.onCommit(commit);
  }

  /** In turns, so that others who only compute are not kept; who reads meanwhile is (`settled`). */
  async #run(jobs: Job[], done: (() => void)[]): Promise<void> {
    const turn = new Turn();
    const until = performance.now() + groupMs;
    while (this.#waiting.length > 0 && performance.now() < until) {
      await turn.giveWay();
      const job = this.#waiting.shift();
      if (job === undefined) return;
      jobs.push(job);
      done.push(settle(job));
    }
  }

  /** From now on what is read may yet be taken back. Returns what tells that it no longer may, or was. */
  #unsettled(): (failed?: Error) => void {
    let tell: (failed?: Error) => void = () => undefined;
    const settled = new Promise<void>((resolve, reject) => {
      tell = (failed) => {
        this.#settled = undefined;
        if (failed) reject(failed);
        else resolve();
      };
    });
    // who waits for it is told; nobody has to
    settled.catch(() => undefined);
    this.#settled = settled;
    return tell;
  }

  /** A disk that failed may say later that all is well, and it is not: only a new start finds out what there is. */
  async #sync(): Promise<Error | undefined> {
    try {
      await this.#acknowledging.committed();
    } catch (error) {
      this.#failed = notDurableError(error);
    }
    return this.#failed;
  }

  /** Puts the log into the main file; writes wait only for the last of it. */
  async #carryOver(cut: boolean): Promise<void> {
    this.#carrying = this.#carry(cut);
    await this.#carrying;
    this.#carrying = undefined;
  }

  async #carry(cut: boolean): Promise<void> {
    await this.#acknowledging.carryMost();
    const carried = new Promise<void>((resolve) => {
      this.#between = async () => {
        this.#between = undefined;
        await this.#acknowledging.carryRest(cut);
        resolve();
      };
    });
    this.#flushing ??= this.#flush();
    await carried;
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
