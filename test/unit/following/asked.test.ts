// A single server is asked for what was changed lately: nothing is missed as long as clocks and ways are within what is tolerated,
// nothing is read again without need, and who was away for too long is told so.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { HistoryLost } from '../../../server/db/watch.ts';
import { AskedChanges, type Asking } from '../../../server/following/asked.ts';
import { Chance } from '../facts/random-history.ts';

const seed = Number(process.env.FACTS_SEED ?? Math.floor(Math.random() * 2 ** 31));
// a hundredth of what is usual
const quickly = {
  quick: { everyMs: 5, overlapMs: 50 },
  thorough: { everyMs: 100, overlapMs: 300 },
  lostMs: 3000,
};

interface Written {
  readonly _id: string;
  readonly version: number;
  readonly changedAt: number;
}

/** A database in memory: documents become visible some time after the time that they bear. */
class Stored implements Asking {
  readonly documents = new Map<string, Written>();
  readonly taken = new Map<string, number>();
  /** how often each version was read */
  readonly reads = new Map<string, number>();
  skews: number[] = [];
  clock = () => Date.now();

  async time() {
    return new Date(this.clock());
  }
  now() {
    return new Date();
  }
  onSkew(ms: number) {
    this.skews.push(ms);
  }
  async prepare() {}
  async *changedSince(time: Date) {
    const changed = [...this.documents.values()].filter(({ changedAt }) => changedAt > +time);
    yield* changed.sort((a, b) => a.changedAt - b.changedAt);
  }
  isKnown() {
    return false;
  }
  async take(ids: readonly string[]) {
    for (const id of ids) {
      const { version = 0 } = this.documents.get(id) ?? {};
      this.taken.set(id, version);
      this.reads.set(`${id} ${version}`, (this.reads.get(`${id} ${version}`) ?? 0) + 1);
    }
  }
  async takeSmall() {}
  write(id: string, lateMs: number) {
    const version = (this.documents.get(id)?.version ?? 0) + 1;
    this.documents.set(id, { _id: id, version, changedAt: Date.now() - lateMs });
  }
  missing() {
    return [...this.documents.values()].filter(
      ({ _id, version }) => this.taken.get(_id) !== version,
    );
  }
}

describe(`a single server that is asked (seed ${seed})`, () => {
  it('finds every change that comes as late as is tolerated, and reads each version once', async () => {
    const stored = new Stored();
    const asked = new AskedChanges(stored, quickly);
    const chance = new Chance(seed);
    await asked.begin();
    const until = performance.now() + 1500;
    for (let n = 0; performance.now() < until; n++) {
      // most come at once; some as late as a thorough look tolerates; some bear a time that is yet to come
      const lateMs = chance.is(0.8) ? chance.below(20) : chance.is(0.5) ? 190 : -500;
      stored.write(String(chance.below(200)), lateMs);
      if (n % 20 === 0) await asked.hear();
    }
    const began = performance.now();
    while (performance.now() - began < 250) await asked.hear();

    expect(stored.missing()).to.deep.equal([]);
    const times = [...stored.reads.values()];
    // but for one that bears a time to come, which is found for longer than is remembered
    expect(times.filter((one) => one > 1).length).to.be.at.most(times.length * 0.05);
  });

  it('finds within a look or two what comes at once', async () => {
    const stored = new Stored();
    const asked = new AskedChanges(stored, quickly);
    await asked.begin();
    for (let n = 0; n < 20; n++) {
      stored.write(String(n), 10);
      await asked.hear();
      expect(stored.missing()).to.deep.equal([]);
    }
  });

  it('misses nothing when the clock of the database runs ahead or behind, and says so once', async () => {
    for (const skewMs of [-60_000, 60_000]) {
      const stored = new Stored();
      stored.clock = () => Date.now() + skewMs;
      const asked = new AskedChanges(stored, quickly);
      await asked.begin();
      for (let n = 0; n < 20; n++) {
        stored.write(String(n), 10);
        await asked.hear();
      }
      expect(stored.missing()).to.deep.equal([]);
      expect(stored.skews).to.have.length(1);
    }
  });

  it('says up to when it has looked', async () => {
    const stored = new Stored();
    const asked = new AskedChanges(stored, quickly);
    await asked.begin();
    const before = performance.now();
    const until = await asked.hear();
    expect(until).to.be.within(before, performance.now());
  });

  it('says that it has lost its place when it was away for so long that marks may be forgotten', async () => {
    const asked = new AskedChanges(new Stored(), { ...quickly, lostMs: 50 });
    await asked.begin();
    await asked.hear();
    await wait(100);
    const failed = await asked.hear().catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(HistoryLost);
    await asked.begin();
    await asked.hear();
  });
});
