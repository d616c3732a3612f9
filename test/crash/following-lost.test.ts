// What a database can tell of its changes does not reach back for ever: whoever cannot go on where it stopped counts anew by itself.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { mongo } from 'mongoose';
import type { OpenDatabase } from '../../server/db/database.ts';
import { HistoryLost, type Watch, watch } from '../../server/db/watch.ts';
import { watchedResponses } from '../../server/responses/hear-responses.ts';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import {
  ask,
  sayLags,
  startTwoServers,
  type TwoServers,
  untilCount,
  untilRecounted,
} from '../support/two-servers.ts';

(mongodPath() ? describe : describe.skip)('a place in the changes that is gone', function () {
  this.timeout(120_000);
  let two: TwoServers;
  before(async () => {
    two = await startTwoServers(true, { oplogMb: 2 });
  });
  after(() => two?.stop());

  const put = () => ask(two.here, 'PUT', `/api/surveys/2569/responses/${newId()}`, aResponse());
  const begin = (token?: unknown) => watch(two.db.connection, [watchedResponses], token);

  it('is told from a database that cannot be reached, whatever is wrong with it', async () => {
    await put();
    const begun = await begin();
    await put();
    while (!(await begun.next()));
    const { token } = begun;
    await begun.close();
    const { _data } = token as { _data: string };
    const goesOn = await begin(token);
    await goesOn.close();

    const longAgo = `82${(1_600_000_000).toString(16)}${_data.slice(10)}`;
    for (const wrong of [longAgo, '82', 'none', 7]) {
      const begun = await begin({ _data: wrong }).catch((error: unknown) => error);
      if (!(begun instanceof HistoryLost)) await (begun as Watch).close?.();
      expect(begun, String(wrong)).to.be.instanceOf(HistoryLost);
    }
  });

  it('leads to a count anew, while the server runs, and to following again', async () => {
    const { here, there, models } = two;
    for (let n = 0; n < 5; n++) await put();
    await untilCount(there, 7);
    await models.responses.collection.drop();
    for (const seat of [here, there]) await untilCount(seat, 0);
    await put();

    const lags = [here, there].map((seat) => untilCount(seat, 1));
    sayLags('after a count anew', await Promise.all(lags));
    expect(there.server.output()).to.contain('all is counted anew');
    await untilRecounted(there, models);
  });

  it('does not come from a response that an operator deletes: that is heard', async () => {
    const { here, there, models } = two;
    const { body } = await put();
    for (const seat of [here, there]) await untilCount(seat, 2);
    await models.responses.deleteOne({ _id: body.id });
    for (const seat of [here, there]) await untilCount(seat, 1);
    const anew = await ask(here, 'PUT', `/api/surveys/2569/responses/${body.id}`, aResponse());
    expect(anew.status).to.equal(201);
    for (const seat of [here, there]) await untilCount(seat, 2);
  });

  it('is gone when the database has written over it while a process stood still', async () => {
    const { here, there, models, db } = two;
    const log = db.connection
      .getClient()
      .db('local')
      .collection<{ ts: mongo.Timestamp }>('oplog.rs');
    const timesAnew = () => there.server.output().split('all is counted anew').length;
    const before = timesAnew();
    const newest = await log.findOne({}, { sort: { $natural: -1 } });
    const ts = newest?.ts ?? expect.fail('nothing was ever changed');
    process.kill(there.server.pid, 'SIGSTOP');
    try {
      await put();
      while (await log.findOne({ ts })) await fill(db);
    } finally {
      process.kill(there.server.pid, 'SIGCONT');
    }
    await put();
    for (const seat of [here, there]) await untilRecounted(seat, models);
    while (timesAnew() === before) await wait(10);
  });
});

const filling = 'x'.repeat(100_000);

/** Some changes that nobody follows. */
async function fill({ connection }: OpenDatabase): Promise<void> {
  const collection = connection.collection('filling');
  await collection.insertMany(Array.from({ length: 20 }, () => ({ filling })));
  await collection.deleteMany({});
}
