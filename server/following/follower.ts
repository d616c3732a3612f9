// Follows what other processes write, for as long as the server runs: subscribe first, then read everything, then take what was
// heard. Versions make the order irrelevant. What breaks is begun again by itself; what happened meanwhile and can be told no more
// is made up for by reading everything anew.
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { HistoryLost, type Token } from '../db/watch.ts';
import type { Following } from './following.ts';

/** How changes come to be heard. */
export interface ChangeSource {
  /**
   * Begins to hear, from this moment on; what was missed before is not made up for.
   * @param after a token: from that moment on, where the source can @throws HistoryLost when it cannot
   */
  begin(after?: Token): Promise<void>;
  /** everything before it has been taken; undefined: there is no going on from a moment */
  readonly token?: Token;
  /** how many changes were taken */
  readonly taken?: number;
  /**
   * Takes what was heard, waits for a moment when that is nothing. Begins again by itself where it stopped.
   * @returns up to which moment (of `performance.now()`) everything has been taken @throws HistoryLost
   */
  hear(): Promise<number>;
  end(): Promise<void>;
}

interface Surroundings {
  readonly log: Logger;
  readonly now: () => Date;
  /** aborted when the server begins to stop */
  readonly stopping: AbortSignal;
  /** forgets everything, and reads it anew */
  readonly countAnew: () => Promise<void>;
}

/** what is promised is less: this is when people are told */
export const behindMs = 5000;
const lookMs = 1000;
/** for what happened since the last stop: counting anew takes less */
const hearWithinMs = 120_000;
const firstPauseMs = 100;
const longestPauseMs = 5000;

export class Follower implements Following {
  readonly #source: ChangeSource;
  readonly #around: Surroundings;
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Set<{ readonly since: number; readonly done: () => void }>();
  #heardUntil = performance.now();
  #wasBehind = false;
  #isLost = false;

  constructor(source: ChangeSource, around: Surroundings) {
    this.#source = source;
    this.#around = around;
  }

  get lagMs(): number {
    return Math.max(0, Math.round(performance.now() - this.#heardUntil));
  }

  get seenUntil(): Date {
    return new Date(this.#around.now().getTime() - this.lagMs);
  }

  get isBehind(): boolean {
    return this.lagMs > behindMs;
  }

  caughtUp(): Promise<void> {
    if (this.#around.stopping.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting.add({ since: performance.now(), done: resolve });
    });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From here on nothing is missed: what is read after this and what is heard after this is everything. */
  async begin(): Promise<void> {
    await this.#source.begin();
    this.#heardUntil = performance.now();
  }

  /** Instead: from a moment on, and takes what happened since. @throws HistoryLost also when that is more than `most` changes */
  async beginAfter(token: Token, most: number): Promise<void> {
    await this.#source.begin(token);
    await this.hearAllUntilNow(most);
  }

  /** @throws HistoryLost also when it comes to no end */
  async hearAllUntilNow(most = Number.POSITIVE_INFINITY, withinMs = hearWithinMs): Promise<void> {
    const now = performance.now();
    const taken = () => this.#source.taken ?? 0;
    const before = taken();
    for (let until = 0; until < now; ) {
      this.#around.stopping.throwIfAborted();
      until = await this.#source.hear();
      this.#heardUntil = Math.max(this.#heardUntil, until);
      if (taken() - before > most) throw new HistoryLost('more happened than is stored');
      if (performance.now() - now > withinMs) throw new HistoryLost('it takes too long to hear');
    }
  }

  /** Once everything was read. Never rejects. */
  async follow(): Promise<void> {
    const { stopping } = this.#around;
    const looking = setInterval(() => this.#tell(), lookMs);
    looking.unref();
    for (let pauseMs = firstPauseMs; !stopping.aborted; ) {
      try {
        if (this.#isLost) await this.#beginAnew();
        this.#note(await this.#source.hear());
        pauseMs = firstPauseMs;
      } catch (error) {
        if (stopping.aborted) break;
        this.#say(error);
        this.#isLost ||= error instanceof HistoryLost;
        await wait(pauseMs, undefined, { ref: false, signal: stopping }).catch(() => undefined);
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
      }
    }
    clearInterval(looking);
    await this.#source.end();
    for (const { done } of this.#waiting) done();
  }

  async #beginAnew(): Promise<void> {
    await this.begin();
    await this.#around.countAnew();
    this.#isLost = false;
  }

  #say(error: unknown): void {
    const { log } = this.#around;
    if (error instanceof HistoryLost)
      log.warn({ err: error }, 'what others stored meanwhile cannot be heard: all is counted anew');
    else log.debug({ err: error }, 'others are not heard at the moment');
  }

  #note(heardUntil: number): void {
    this.#heardUntil = Math.max(this.#heardUntil, heardUntil);
    for (const one of this.#waiting) {
      if (one.since > heardUntil) continue;
      this.#waiting.delete(one);
      one.done();
    }
    this.#tell();
  }

  #tell(): void {
    const { isBehind, lagMs } = this;
    if (isBehind === this.#wasBehind) return;
    this.#wasBehind = isBehind;
    const { log } = this.#around;
    if (isBehind) log.warn({ lagMs }, 'figures may lack what others have stored');
    else log.info({ lagMs }, 'what others have stored is in the figures again');
    for (const listener of this.#listeners) listener();
  }
}
