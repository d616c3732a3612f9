// Leases: whoever begins something long holds one and raises its counter every few seconds. Whoever waits for it, or watches,
// reads the counter, measures by its own monotonic clock how long it has stood still, and takes the lease over by an update that
// names the counter it saw: so one of them does, and no wall clock decides. The former owner's own updates then find nothing.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { type StoredLease, storedLeases } from './lease.model.ts';

export interface LeaseTimes {
  /** between two signs of life */
  readonly beatMs: number;
  /** a lease that has stood still for so long belongs to nobody any more */
  readonly standMs: number;
}

const usualTimes: LeaseTimes = { beatMs: 2000, standMs: 10_000 };
/** times that a lease stands: it is noticed after one of them, and what it stands for is ended within the others */
const endedWithin = 4;
/** between two looks at a lease that is waited for */
const lookMs = 200;

export interface WorkLease {
  readonly name: string;
  readonly token: string;
  /** the work is at its end */
  release(): Promise<void>;
  /** the work could not be brought to its end: whoever watches takes it over at once */
  abandon(): void;
}

/**
 * Ends what a lease stands for, however far its owner came; begun again when it fails. `going-on`: the work goes on by itself, and
 * releases or abandons the lease.
 */
export type EndWork = (lease: WorkLease) => Promise<undefined | 'going-on'>;

interface Seen {
  readonly lease: StoredLease;
  readonly since: number;
}

export class Leases {
  readonly #db: Database;
  readonly #times: LeaseTimes;
  readonly #owner = randomUUID();
  /** held by work of this process, with what ends their beats */
  readonly #held = new Map<string, () => void>();
  readonly #seen = new Map<string, Seen>();
  readonly #abandoned = new Set<string>();

  constructor(db: Database, times: Partial<LeaseTimes> = {}) {
    this.#db = db;
    this.#times = { ...usualTimes, ...times };
  }

  /** how many are held by work of this process */
  get held(): number {
    return this.#held.size;
  }

  /** whether anybody holds any, or has left one */
  async areThere(): Promise<boolean> {
    return (await this.#leases().findOne({ _id: { $gt: '' } })) !== null;
  }

  /** undefined: somebody holds it */
  async take(name: string, token: string): Promise<WorkLease | undefined> {
    const lease = { _id: name, token, owner: this.#owner, beat: 0, takenOver: false };
    try {
      await this.#leases().collection.insertOne(lease as never);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // a token is of one work: this is what a write left whose answer was lost
      const known = await this.#read(name);
      const isOurs = known?.token === token && known.owner === this.#owner && !known.takenOver;
      if (!isOurs || this.#held.has(name)) return undefined;
    }
    return this.#hold(lease);
  }

  /**
   * Takes it as soon as nobody holds it any more: an owner that is gone is waited for until its work was ended.
   * undefined: its owner lives, or who ends its work has not come to an end either.
   */
  async takeWhenLeft(name: string, token: string): Promise<WorkLease | undefined> {
    const until = performance.now() + endedWithin * this.#times.standMs;
    for (let first: StoredLease | undefined; ; ) {
      const lease = await this.take(name, token);
      if (lease) return lease;
      const now = await this.#read(name);
      if (now && !now.takenOver && (this.#lives(now) || hasMoved(first, now))) return undefined;
      if (performance.now() > until) return undefined;
      if (now && now.token !== first?.token) first = now;
      await wait(lookMs);
    }
  }

  /**
   * For work that anybody may begin anew: takes it, also from an owner that is gone. undefined: its owner may live, ask again.
   * `alone`: no other process can hold any.
   */
  async takeOrTakeOver(
    name: string,
    token: string,
    alone: boolean,
  ): Promise<WorkLease | undefined> {
    const lease = await this.take(name, token);
    if (lease) return lease;
    const now = await this.#read(name);
    if (!now || this.#held.has(name) || !(alone || this.#isLeft(now))) return undefined;
    return this.#takeOver(now);
  }

  /** Looks every few seconds for leases that nobody keeps up, and ends their work. Returns what ends the looking. */
  watch(end: EndWork, onError: (error: unknown, lease: string) => void): () => void {
    let looking = false;
    const look = async () => {
      if (looking) return;
      looking = true;
      // a database that does not answer is asked again at the next look
      await this.endLeft(end, onError).catch((error: unknown) => onError(error, ''));
      looking = false;
    };
    const timer = setInterval(look, this.#times.beatMs);
    timer.unref();
    return () => clearInterval(timer);
  }

  /** Takes over what nobody keeps up and ends it. `all`: no other process can hold any, so all belong to former ones. */
  async endLeft(
    end: EndWork,
    onError: (error: unknown, lease: string) => void,
    all = false,
  ): Promise<void> {
    // there are as many as there is work under way
    const standing = await this.#leases()
      .find({ _id: { $gt: '' } })
      .lean<StoredLease[]>();
    const names = new Set(standing.map(({ _id }) => _id));
    for (const name of this.#seen.keys()) if (!names.has(name)) this.#seen.delete(name);
    for (const lease of standing) {
      if (!all && !this.#isLeft(lease)) continue;
      if (this.#held.has(lease._id)) continue;
      const taken = await this.#takeOver(lease);
      if (!taken) continue;
      try {
        if ((await end(taken)) !== 'going-on') await taken.release();
      } catch (error) {
        onError(error, lease._id);
        taken.abandon();
      }
    }
  }

  /** This process is at it. */
  #lives({ _id, owner }: StoredLease): boolean {
    return owner === this.#owner && this.#held.has(_id);
  }

  #leases() {
    return this.#db.model(storedLeases);
  }

  #read(name: string): Promise<StoredLease | null> {
    return this.#leases().findById(name).lean<StoredLease>();
  }

  /** It has stood still long enough before these eyes, or this process itself has given it up. */
  #isLeft(lease: StoredLease): boolean {
    if (this.#abandoned.has(lease._id) && lease.owner === this.#owner) return true;
    const seen = this.#seen.get(lease._id);
    const same = seen?.lease.token === lease.token && seen.lease.beat === lease.beat;
    if (!seen || !same || seen.lease.owner !== lease.owner) {
      this.#seen.set(lease._id, { lease, since: performance.now() });
      return false;
    }
    return performance.now() - seen.since >= this.#times.standMs;
  }

  async #takeOver({ _id, token, owner, beat }: StoredLease): Promise<WorkLease | undefined> {
    const { matchedCount } = await this.#leases().updateOne(
      { _id, token, owner, beat },
      { $set: { owner: this.#owner, takenOver: true }, $inc: { beat: 1 } },
    );
    return matchedCount === 1 ? this.#hold({ _id, token }) : undefined;
  }

  #hold({ _id, token }: Pick<StoredLease, '_id' | 'token'>): WorkLease {
    const mine = { _id, token, owner: this.#owner };
    const beat = setInterval(() => {
      // one that was taken over, or cannot be written, is noticed by the work itself
      this.#leases()
        .updateOne(mine, { $inc: { beat: 1 } })
        .catch(() => undefined);
    }, this.#times.beatMs);
    beat.unref();
    const stop = () => {
      clearInterval(beat);
      this.#held.delete(_id);
    };
    this.#abandoned.delete(_id);
    this.#held.set(_id, stop);
    return {
      name: _id,
      token,
      release: async () => {
        stop();
        await this.#leases()
          .deleteOne(mine)
          .catch((error: unknown) => {
            this.#abandoned.add(_id);
            throw error;
          });
      },
      abandon: () => {
        stop();
        this.#abandoned.add(_id);
      },
    };
  }
}

function hasMoved(before: StoredLease | undefined, now: StoredLease): boolean {
  return before?.token === now.token && before.beat !== now.beat;
}
