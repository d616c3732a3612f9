// Three servers on a replica set of three members, under mixed load: one is killed and started anew, one is stopped for a while. When
// all is quiet the figures of each are what a plain recount of everything stored says. THREE_SECONDS says how long.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { modelsOf } from '../support/models.ts';
import { RandomOffice } from '../support/random-office.ts';
import { type ReplicaSet, startReplicaSet } from '../support/replica-set.ts';
import { type Seat, sayLags, takeSeat, untilRecounted } from '../support/two-servers.ts';
import { Chance } from '../unit/facts/random-history.ts';

const seconds = Number(process.env.THREE_SECONDS ?? 20);
const seed = Number(process.env.HISTORY_SEED ?? Math.floor(Math.random() * 2 ** 31));
const mongod = mongodPath();

(mongod ? describe : describe.skip)(`three servers on three members (seed ${seed})`, function () {
  this.timeout(240_000 + 5000 * seconds);
  let set: ReplicaSet;
  let db: OpenDatabase | undefined;
  const seats: Seat[] = [];

  before(async () => {
    set = await startReplicaSet(mongod ?? '');
    for (let i = 0; i < 3; i++) seats.push(await takeSeat(set.uri));
    db = await openDatabase({ mongodbUri: set.uri, dataDir: '' }, collections);
  });
  after(async () => {
    for (const { server } of seats) await server.kill();
    await db?.close();
    await set?.stop();
  });

  it('end with the same figures when one was killed and one was stopped', async () => {
    const office = new RandomOffice(() => seats, new Chance(seed));
    let isOn = true;
    const work = Array.from({ length: 6 }, async () => {
      // who asks the one that is killed has no answer
      while (isOn) await office.doSomething().catch(() => wait(20));
    });
    const [, stopped, killed] = seats;
    await wait((seconds / 4) * 1000);
    await killed?.server.kill();
    process.kill(stopped?.server.pid ?? 0, 'SIGSTOP');
    await wait((seconds / 4) * 1000);
    process.kill(stopped?.server.pid ?? 0, 'SIGCONT');
    seats[2] = await takeSeat(set.uri);
    await wait((seconds / 2) * 1000);
    isOn = false;
    await Promise.all(work);

    expect(office.done).to.be.greaterThan(20);
    const models = modelsOf(db as OpenDatabase); // opened above
    const lags = [];
    for (const seat of seats) lags.push(await untilRecounted(seat, models));
    sayLags(`${office.done} things done, each right after`, lags);
  });
});
