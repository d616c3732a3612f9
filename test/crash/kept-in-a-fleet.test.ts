// A server on a replica set keeps what it counted, and where to go on hearing: its next start takes what others did meanwhile, and
// counts anew where that cannot be told.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { keptFactsName } from '../../server/facts/kept-file.ts';
import { collections } from '../../server/models.ts';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { type Models, modelsOf } from '../support/models.ts';
import { startMongod } from '../support/start-mongod.mjs';
import { ask, countOf, type Seat, takeSeat, untilRecounted } from '../support/two-servers.ts';

const survey = '/api/surveys/2569';

(mongodPath() ? describe : describe.skip)('a start on a replica set', function () {
  this.timeout(180_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let mongodbUri: string;
  let db: OpenDatabase;
  let models: Models;
  /** stays while the others stop and start */
  let other: Seat;
  const keptDir = mkdtempSync(join(tmpdir(), 'rabfang-kept-'));
  const seats: Seat[] = [];

  before(async () => {
    database = await startMongod(mongodPath() ?? '', { replicaSet: true });
    mongodbUri = database.uri.replace('/?', '/rabfang?');
    other = await takeSeat(mongodbUri);
    db = await openDatabase({ mongodbUri, dataDir: '' }, collections);
    models = modelsOf(db);
  });
  after(async () => {
    for (const { server } of [other, ...seats]) await server?.kill();
    await db?.close();
    await database?.stop();
    rmSync(keptDir, { recursive: true, force: true });
  });

  async function start(): Promise<Seat> {
    const seat = await takeSeat(mongodbUri, { DATA_DIR: keptDir, LOG_LEVEL: 'info' });
    seats.push(seat);
    // the log comes another way than the announcement
    while (!seat.server.output().includes('facts are complete')) await wait(10);
    return seat;
  }

  const hasBegunWithKept = ({ server }: Seat) => server.output().includes('"kept":true');

  const put = async (seat: Seat, id = newId()) => {
    const { status } = await ask(seat, 'PUT', `${survey}/responses/${id}`, aResponse());
    expect(status).to.equal(201);
    return id;
  };
  const reject = (seat: Seat, id: string) =>
    ask(seat, 'POST', `${survey}/responses/${id}/decisions`, {
      decision: 'rejected',
      reason: 'ซ้ำ',
    });

  it('goes on from where it stopped, with what others stored, decided and deleted meanwhile', async () => {
    const first = await start();
    expect(hasBegunWithKept(first)).to.equal(false);
    await first.sender.send([...makeCsv(300)].join(''), { id: newId() });
    const [own, of] = [await put(first), await put(other)];
    await untilRecounted(first, models);
    expect(await first.server.stop()).to.equal(0);
    expect(existsSync(join(keptDir, keptFactsName))).to.equal(true);

    const known = await countOf(other);
    await put(other);
    await reject(other, own);
    await other.sender.send([...makeCsv(400)].join(''), { id: newId() });
    await models.responses.collection.deleteOne({ _id: of as never });
    const second = await start();
    expect(hasBegunWithKept(second)).to.equal(true);
    await untilRecounted(second, models);
    expect(await countOf(second)).to.be.greaterThan(known);
    await put(other);
    await untilRecounted(second, models);
    await second.server.kill();

    // the copy of the last stop is good as long as what happened since can be told
    await put(other);
    const third = await start();
    expect(hasBegunWithKept(third)).to.equal(true);
    await untilRecounted(third, models);
    await third.server.stop();
  });

  it('counts anew when the database does not know of what was kept: it may have been put back from before', async () => {
    await models.settings.deleteMany({ _id: { $gt: 'facts-kept:', $lt: 'facts-kept;' } });
    const seat = await start();
    expect(hasBegunWithKept(seat)).to.equal(false);
    await untilRecounted(seat, models);
    await seat.server.stop();
  });

  it('counts anew when another collection bears the name, however alike', async () => {
    const { collection } = models.responses;
    const all = await collection.find({}).toArray();
    await collection.rename('responses-of-before');
    await collection.insertMany(all.slice(1));
    const seat = await start();
    expect(hasBegunWithKept(seat)).to.equal(false);
    await untilRecounted(seat, models);
    await seat.server.stop();
  });

  it('leaves one mark a folder in the database', async () => {
    const marks = await models.settings.find({ _id: { $gt: 'facts-kept:', $lt: 'facts-kept;' } });
    expect(marks).to.have.length(1);
  });
});
