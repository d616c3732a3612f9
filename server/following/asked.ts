// Changes where the database tells none (a single MongoDB server): it is asked again and again what was changed lately, in the order
// of the times that the writers gave, and from some seconds before the last look on. What was taken already costs a glance at an index.
//
//   A change is found as long as it becomes visible within `overlap` after the time it bears: it may have been on the way, and the
//   clock of who wrote it may be behind. So twice a second whatever comes within 5 s is found; every 10 s whatever comes within 30.
//   Both are reckoned from the earlier one of two clocks, the database's and this machine's: one that runs ahead hides nothing.
import { setTimeout as wait } from 'node:timers/promises';
import { HistoryLost } from '../db/watch.ts';
import type { ChangeSource } from './follower.ts';

/** One document as it was changed last. */
export interface Stamp {
  readonly _id: string;
  readonly version: number;
}

export interface Asking {
  /** by the clock of the database */
  time(): Promise<Date>;
  /** by the clock of this machine */
  now(): Date;
  /** told once, in milliseconds, when these differ by more than changes may come late */
  onSkew(ms: number): void;
  /** makes the looks cheap */
  prepare(): Promise<void>;
  /** in the order of the times that they bear */
  changedSince(time: Date): AsyncIterable<Stamp>;
  isKnown(stamp: Stamp): boolean;
  /** Reads these and takes them. */
  take(ids: readonly string[]): Promise<void>;
  /** Reads and takes what is so little that it is always read whole. */
  takeSmall(): Promise<void>;
}

const usualTimes = {
  quick: { everyMs: 500, overlapMs: 5000 },
  thorough: { everyMs: 10_000, overlapMs: 30_000 },
  /** the marks of what has left are forgotten after ten minutes */
  lostMs: 5 * 60_000,
};
const skewMs = 2000;
const atOnce = 500;

/** When a look of a kind began last. */
interface Look {
  /** by the earlier one of the clocks, ms since 1970 */
  readonly time: number;
  /** of `performance.now()` */
  readonly at: number;
}

export class AskedChanges implements ChangeSource {
  readonly #asking: Asking;
  readonly #times: typeof usualTimes;
  readonly #taken: LastTaken;
  #quick: Look | undefined;
  #thorough: Look | undefined;
  #isSkewTold = false;

  constructor(asking: Asking, times = usualTimes) {
    this.#asking = asking;
    this.#times = times;
    this.#taken = new LastTaken(times.thorough.everyMs + times.thorough.overlapMs);
  }

  async begin(): Promise<void> {
    await this.#asking.prepare();
    this.#quick = await this.#look();
    this.#thorough = this.#quick;
  }

  async hear(): Promise<number> {
    const { at = 0 } = this.#quick ?? {};
    const nextAt = at + this.#times.quick.everyMs;
    await wait(Math.max(0, nextAt - performance.now()), undefined, { ref: false });
    const look = await this.#look();
    const since = this.#since(look);
    await this.#asking.takeSmall();
    await this.#takeSince(new Date(since.from));
    this.#quick = look;
    if (since.isThorough) this.#thorough = look;
    return look.at;
  }

  async end(): Promise<void> {
    this.#quick = undefined;
  }

  async #look(): Promise<Look> {
    const at = performance.now();
    const [database, here] = [(await this.#asking.time()).getTime(), this.#asking.now().getTime()];
    const skew = here - database;
    if (Math.abs(skew) > skewMs && !this.#isSkewTold) this.#asking.onSkew(skew);
    this.#isSkewTold ||= Math.abs(skew) > skewMs;
    return { time: Math.min(database, here), at };
  }

  #since(look: Look): { from: number; isThorough: boolean } {
    const { quick, thorough, lostMs } = this.#times;
    const { time, at } = this.#quick ?? look;
    if (look.at - at > lostMs) throw new HistoryLost('the last look was too long ago');
    const last = this.#thorough ?? look;
    const isThorough = look.at - last.at >= thorough.everyMs;
    const from = isThorough ? last.time - thorough.overlapMs : time - quick.overlapMs;
    return { from: Math.min(from, look.time - quick.overlapMs), isThorough };
  }

  async #takeSince(from: Date): Promise<void> {
    let found: Stamp[] = [];
    const take = async () => {
      await this.#asking.take(found.map(({ _id }) => _id));
      for (const stamp of found) this.#taken.note(stamp);
      found = [];
    };
    for await (const stamp of this.#asking.changedSince(from)) {
      if (this.#taken.has(stamp) || this.#asking.isKnown(stamp)) continue;
      found.push(stamp);
      if (found.length === atOnce) await take();
    }
    if (found.length > 0) await take();
  }
}

/** What was taken within at least so many milliseconds. */
class LastTaken {
  readonly #ms: number;
  #recent = new Map<string, number>();
  #older = new Map<string, number>();
  #since = performance.now();

  constructor(ms: number) {
    this.#ms = ms;
  }

  has({ _id, version }: Stamp): boolean {
    return (this.#recent.get(_id) ?? this.#older.get(_id)) === version;
  }

  note({ _id, version }: Stamp): void {
    if (performance.now() - this.#since > this.#ms) {
      this.#older = this.#recent;
      this.#recent = new Map();
      this.#since = performance.now();
    }
    this.#recent.set(_id, version);
  }
}
