// Changes as a replica set or a sharded cluster tells them, each at once. The token says where to go on after the stream broke.
import type { Change, Token, Watch } from '../db/watch.ts';
import type { ChangeSource } from './follower.ts';

/** how long the event loop may be kept from others */
const turnMs = 5;

export interface Telling {
  /** hears what happens from now on, or after a token */
  watch(after?: Token): Promise<Watch>;
  take(change: Change): void;
  /** After some were taken: what takes a look at the database. What is not settled is heard again. */
  settle(): Promise<void>;
}

export class ToldChanges implements ChangeSource {
  readonly #telling: Telling;
  #watch: Watch | undefined;
  #token: Token;
  taken = 0;

  constructor(telling: Telling) {
    this.#telling = telling;
  }

  get token(): Token {
    return this.#token;
  }

  async begin(after?: Token): Promise<void> {
    await this.end();
    this.#token = after;
    this.#watch = await this.#telling.watch(after);
    this.#token ??= this.#watch.token;
  }

  async hear(): Promise<number> {
    this.#watch ??= await this.#telling.watch(this.#token);
    const watch = this.#watch;
    try {
      await this.#takeFrom(watch);
      await this.#telling.settle();
      this.#token = watch.token;
      return watch.heardUntil;
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /** As much as may be taken in one turn. */
  async #takeFrom(watch: Watch): Promise<void> {
    const began = performance.now();
    for (let change = await watch.next(); change; change = await watch.next()) {
      this.#telling.take(change);
      this.taken += 1;
      if (performance.now() - began > turnMs) break;
    }
    await new Promise((resolve) => setImmediate(resolve));
  }

  async end(): Promise<void> {
    const watch = this.#watch;
    this.#watch = undefined;
    await watch?.close();
  }
}
