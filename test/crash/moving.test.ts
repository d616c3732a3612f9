// A move as operators run it, killed on the way and taken up again; and a backup of a MongoDB that cannot be read as of one moment.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { connectToMongodb } from '../../server/db/open-database.ts';
import { openMongodbSource } from '../../server/db/whole/mongodb-source.ts';
import { aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { keeping, killHalfway } from '../support/keeping-commands.ts';
import { modelsOf } from '../support/models.ts';
import {
  digestOfFile,
  documentsOfBackup,
  inPlace,
  Places,
  type TestPlace,
} from '../support/places.ts';
import { beginCommand } from '../support/run-command.ts';
import { senderTo } from '../support/sender.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const responses = 4000;

describe('a move', function () {
  this.timeout(600_000);
  const { keep, check, startOn, refusal, filledOn, file, places, filled } = keeping(responses);

  const moves = mongod
    ? ([
        ['embedded', 'mongodb'],
        ['mongodb', 'embedded'],
      ] as const)
    : ([['embedded', 'embedded']] as const);
  for (const [from, to] of moves)
    it(`moves from ${from} to ${to}, killed on the way and taken up again, and only reads the old one`, async () => {
      const [source, target] = [await filledOn(from), places().make(to)];
      const before = await fingerprintOf(source);
      const killed = beginCommand('keeping', ['move', '--to', target.to], source.env);
      await killHalfway(target, responses, killed.child);
      const refused = await refusal(target);
      const resumed = await keep(['move', '--to', target.to], source);
      const [a, b] = [file(`moved-${from}-${to}-a`), file(`moved-${from}-${to}-b`)];
      await keep(['backup', a], source);
      await keep(['backup', b], target);

      expect(refused).to.include('into this database has not been finished');
      expect(resumed.code, resumed.said).to.equal(0);
      expect(resumed.said).to.include('4,000 responses; compared and equal.');
      expect(documentsOfBackup(b)).to.deep.equal(documentsOfBackup(a));
      expect(await fingerprintOf(source)).to.equal(before);
      expect(await check(target)).to.deep.include({ code: 0 });
      expect((await keep(['move', '--to', source.to], source)).said).to.include('already');
    });

  it('moves nothing from under a running server, which is told', async () => {
    const source = await filledOn('embedded');
    const server = await startOn(source);
    const { code, said } = await keep(['move', '--to', places().make('embedded').to], source);
    await server.stop();

    expect(said).to.include('is in use by another Rabfang');
    expect(code).to.equal(1);
  });

  it('takes along what a killed server has left in its log', async () => {
    const [source, target] = [await filledOn('embedded'), places().make('embedded')];
    const server = await startOn(source);
    const { headers } = await senderTo(server.url);
    const ids = Array.from({ length: 20 }, newId);
    for (const id of ids) {
      const url = `${server.url}/api/surveys/2569/responses/${id}`;
      const json = { ...headers, 'content-type': 'application/json' };
      await fetch(url, { method: 'PUT', headers: json, body: JSON.stringify(aResponse()) });
    }
    await server.kill();
    const { code, said } = await keep(['move', '--to', target.to], source);
    const found = await inPlace(target, (db) =>
      modelsOf(db).responses.countDocuments({ _id: { $in: ids } }),
    );

    expect(code, said).to.equal(0);
    expect(found).to.equal(20);
  });

  it('says that a reading took longer than MongoDB keeps a state of it', async function () {
    if (!mongod) this.skip();
    const { mongodbUri = '' } = await filledOn('mongodb');
    const connection = await connectToMongodb(mongodbUri);
    const keeps = (seconds: number) =>
      connection.db
        ?.admin()
        .command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: seconds });
    const source = await openMongodbSource(mongodbUri, true);
    try {
      await keeps(0);
      const pages = source.pages('responses')[Symbol.asyncIterator]();
      await pages.next();
      for (let n = 0; n < 12; n++) {
        await connection.collection('elsewhere').insertOne({ n });
        await wait(500);
      }
      let failure: unknown;
      for (let done: boolean | undefined = false; !done && !failure; )
        ({ done } = await pages.next().catch((error: unknown) => {
          failure = error;
          return { done: true };
        }));

      expect(String(failure)).to.include('minSnapshotHistoryWindowInSeconds');
    } finally {
      await keeps(300);
      await source.close();
      await connection.close();
    }
  });

  it('finds out at the end that somebody wrote to MongoDB while it was moved', async function () {
    if (!mongod) this.skip();
    const [source, target] = [await filledOn('mongodb'), places().make('embedded')];
    let moving = true;
    const moved = keep(['move', '--to', target.to], source).finally(() => {
      moving = false;
    });
    await inPlace(source, async (db) => {
      for (let n = 2; moving; n++) {
        await modelsOf(db).responses.updateMany({ version: { $lt: n } }, { $set: { version: n } });
        await wait(20);
      }
    });
    const { code, said } = await moved;
    const again = await keep(['move', '--to', target.to], source);

    expect(said).to.include('was written to meanwhile: stop every Rabfang that uses it');
    expect(code).to.equal(1);
    expect(again.code, again.said).to.equal(0);
    expect(await check(target)).to.deep.include({ code: 0 });
  });

  it('takes one of a single MongoDB server while nobody writes, and refuses one that would be a mixture', async function () {
    if (!mongod) this.skip();
    const single = await startMongod(mongod ?? '');
    const alone = new Places(single);
    try {
      const source = alone.make('mongodb');
      await keep(['move', '--to', source.to], filled());
      const [still, mixed, from] = [file('still'), file('mixed'), file('from')];
      const backedUp = await keep(['backup', still], source);
      let reading = true;
      const refused = keep(['backup', mixed], source).finally(() => {
        reading = false;
      });
      await inPlace(source, async (db) => {
        for (let n = 2; reading; n++) {
          await modelsOf(db).responses.updateMany(
            { version: { $lt: n } },
            { $set: { version: n } },
          );
          await wait(20);
        }
      });
      await keep(['backup', from], filled());

      expect(backedUp.code, backedUp.said).to.equal(0);
      expect(documentsOfBackup(still)).to.deep.equal(documentsOfBackup(from));
      expect(await refused).to.deep.include({ code: 1 });
      expect((await refused).said).to.match(
        /No backup was made: responses changed while .* Make it a replica set/,
      );
      expect(existsSync(mixed)).to.equal(false);
    } finally {
      alone.remove();
      await single.stop();
    }
  });

  async function fingerprintOf(place: TestPlace): Promise<string> {
    if (place.kind === 'embedded') return digestOfFile(join(place.dataDir, fileName));
    const name = file(`fingerprint-${Math.random()}`);
    await keep(['backup', name], place);
    return documentsOfBackup(name).join('\n');
  }
});
