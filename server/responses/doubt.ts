// A write whose answer was lost may have been stored or not. What is in doubt is read again until the database says so; until
// its first word no figure is given, and for a while after it late arrivals are still counted.
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { storedResponses } from './response.model.ts';

export interface Doubting extends Pick<Context, 'db'> {
  readonly facts: {
    put(response: Countable): unknown;
    /** no figure is given until what this returns is called */
    inDoubt(): () => void;
  };
}

/** What is stored if the write was done: this version, or a later one. */
export type Doubtful = Pick<Countable, '_id' | 'version'>;

const againMs = 1000;
/** how long a write may still arrive once the database answers again */
const lateMs = 30_000;
const idsAtOnce = 500;

/** one for each count: an outage leaves thousands of doubts, and they are asked after together */
const settlers = new WeakMap<Doubting['facts'], Settler>();

/** Resolves when the database has said what is stored, and the facts have been told; never rejects. */
export function settleDoubt(context: Doubting, doubtful: readonly Doubtful[]): Promise<void> {
  const settler = settlers.get(context.facts) ?? new Settler(context);
  settlers.set(context.facts, settler);
  return settler.settle(doubtful);
}

class Settler {
  readonly #context: Doubting;
  #unheard: { readonly doubtful: readonly Doubtful[]; readonly heard: () => void }[] = [];
  /** not stored when the database was asked first; until when it is asked again */
  readonly #late = new Map<string, Doubtful & { readonly until: number }>();
  #isAsking = false;
  #isWaitingForLate = false;

  constructor(context: Doubting) {
    this.#context = context;
  }

  settle(doubtful: readonly Doubtful[]): Promise<void> {
    const settled = this.#context.facts.inDoubt();
    return new Promise((resolve) => {
      const heard = () => {
        settled();
        resolve();
      };
      this.#unheard.push({ doubtful, heard });
      void this.#ask();
    });
  }

  async #ask(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    while (this.#unheard.length > 0) {
      const asked = [...this.#unheard];
      const missing = await this.#countAmong(asked.flatMap(({ doubtful }) => doubtful));
      if (!missing) {
        await wait(againMs, undefined, { ref: false });
        continue;
      }
      this.#unheard = this.#unheard.slice(asked.length);
      const until = performance.now() + lateMs;
      for (const { _id, version } of missing) this.#late.set(_id, { _id, version, until });
      for (const { heard } of asked) heard();
    }
    this.#isAsking = false;
    void this.#waitForLate();
  }

  async #waitForLate(): Promise<void> {
    if (this.#isWaitingForLate) return;
    this.#isWaitingForLate = true;
    while (this.#late.size > 0) {
      await wait(2 * againMs, undefined, { ref: false });
      const asked = [...this.#late.values()];
      const missing = await this.#countAmong(asked);
      if (!missing) continue;
      const absent = new Set(missing.map(({ _id }) => _id));
      for (const { _id, until } of asked)
        if (!absent.has(_id) || performance.now() > until) this.#late.delete(_id);
    }
    this.#isWaitingForLate = false;
  }

  /** Tells the facts what is stored. Those that are not, or not yet; undefined when the database does not say. */
  async #countAmong(doubtful: readonly Doubtful[]): Promise<readonly Doubtful[] | undefined> {
    const { db, facts } = this.#context;
    const versions = new Map<string, number>();
    try {
      for (let at = 0; at < doubtful.length; at += idsAtOnce) {
        const ids = doubtful.slice(at, at + idsAtOnce).map(({ _id }) => _id);
        const found = await db
          .model(storedResponses)
          .find({ _id: { $in: ids } }, countableFields)
          .lean<Countable[]>();
        for (const response of found) facts.put(response);
        for (const { _id, version } of found) versions.set(_id, version);
      }
      return doubtful.filter(({ _id, version }) => (versions.get(_id) ?? 0) < version);
    } catch {
      return undefined; // not reachable yet: asked again
    }
  }
}
