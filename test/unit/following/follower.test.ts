// The follower goes on after whatever breaks, counts anew when that is the only way, and always knows how far it is.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import pino from 'pino';
import { HistoryLost } from '../../../server/db/watch.ts';
import { type ChangeSource, Follower } from '../../../server/following/follower.ts';

/** Says in turn what it is given; then that everything is heard. */
class Scripted implements ChangeSource {
  readonly #script: (() => number)[];
  begun = 0;
  ended = false;

  constructor(script: (() => number)[]) {
    this.#script = script;
  }
  async begin() {
    this.begun += 1;
  }
  async hear() {
    await wait(5);
    return this.#script.shift()?.() ?? performance.now() - 1;
  }
  async end() {
    this.ended = true;
  }
}

function given(script: (() => number)[], countAnew: () => Promise<void> = async () => undefined) {
  const source = new Scripted(script);
  const stopping = new AbortController();
  const log = pino({ level: 'silent' });
  const now = () => new Date(2026, 10, 29);
  const follower = new Follower(source, { log, now, stopping: stopping.signal, countAnew });
  const stop = async (following: Promise<void>) => {
    stopping.abort();
    await following;
  };
  return { source, follower, stop };
}

const broken = () => {
  throw new Error('the line is cut');
};
const lost = () => {
  throw new HistoryLost('too long ago');
};

describe('a follower', () => {
  it('gives up hearing what happened since the last stop when that comes to no end', async () => {
    const never = Array.from({ length: 10_000 }, () => () => 0);
    const { follower } = given(never);
    await follower.begin();
    const heard = await follower.hearAllUntilNow(undefined, 50).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(heard).to.be.instanceOf(HistoryLost);
  });

  it('goes on after the line was cut, without counting anew', async () => {
    let anew = 0;
    const { source, follower, stop } = given([broken, broken], async () => void anew++);
    await follower.begin();
    const following = follower.follow();

    await follower.caughtUp();
    await stop(following);

    expect({ anew, begun: source.begun, ended: source.ended }).to.deep.equal({
      anew: 0,
      begun: 1,
      ended: true,
    });
  });

  it('counts anew when the history is lost, until that succeeds', async () => {
    let tries = 0;
    const { source, follower, stop } = given([lost], async () => {
      tries += 1;
      if (tries < 3) throw new Error('the database is away');
    });
    await follower.begin();
    const following = follower.follow();

    await follower.caughtUp();
    await stop(following);

    expect({ tries, begun: source.begun }).to.deep.equal({ tries: 3, begun: 4 });
  });

  it('knows how far it is, and tells when it falls behind and when it has caught up', async () => {
    let isStuck = true;
    const long = performance.now() - 60_000;
    const told: boolean[] = [];
    const stuck = given(
      Array.from({ length: 3000 }, () => () => (isStuck ? long : performance.now())),
    );
    stuck.follower.onChange(() => told.push(stuck.follower.isBehind));
    await stuck.follower.begin();
    const following = stuck.follower.follow();
    let isCaughtUp = false;
    void stuck.follower.caughtUp().then(() => {
      isCaughtUp = true;
    });

    await wait(6200);
    expect(stuck.follower.lagMs).to.be.within(6000, 10_000);
    expect(stuck.follower.seenUntil.getTime()).to.be.below(new Date(2026, 10, 29).getTime() - 6000);
    expect({ isCaughtUp, told }).to.deep.equal({ isCaughtUp: false, told: [true] });
    isStuck = false;
    await stuck.follower.caughtUp();
    await stuck.stop(following);

    expect({ isCaughtUp, told }).to.deep.equal({ isCaughtUp: true, told: [true, false] });
  }).timeout(20_000);

  it('keeps nobody waiting once the server stops', async () => {
    const { follower, stop } = given(Array.from({ length: 1000 }, () => () => 0));
    await follower.begin();
    const following = follower.follow();
    const waiting = follower.caughtUp();

    await stop(following);

    await waiting;
    await follower.caughtUp();
  });
});
