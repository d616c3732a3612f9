// Two servers on one MongoDB: the second leaves the first one's loads alone while that lives, and ends them once it is gone.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { untrueOf } from '../support/batches-told.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const rows = 3000;
const accepted = rows * 0.99;

(mongod ? describe : describe.skip)('two servers on one MongoDB', function () {
  this.timeout(180_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let db: OpenDatabase;
  const servers: ServerProcess[] = [];
  const env = () => ({
    LIMITS: 'off',
    MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
    ADMIN_PASSWORD: 'rabfang-demo',
    SECRET: 'two servers sign with one and the same secret',
  });
  const start = async () => {
    const server = await startServer(env());
    servers.push(server);
    return { server, sender: await senderTo(server.url) };
  };

  before(async () => {
    database = await startMongod(mongod ?? '', { replicaSet: true });
    db = await openDatabase({ mongodbUri: env().MONGODB_URI, dataDir: '' }, collections);
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill();
  });
  after(async () => {
    await db?.close();
    await database?.stop();
  });

  for (const policy of ['accept-good', 'all-or-nothing'] as const) {
    const fileOf = (about: string) => {
      const all = [...makeCsv(rows)].join('').replaceAll('จุดที่', `${policy} ${about} จุดที่`);
      return policy === 'accept-good' ? all : all.replaceAll(/,9,(?=\d+,[^,]*\n)/g, ',5,');
    };
    const stored = policy === 'accept-good' ? accepted : rows;

    it(`a second one that starts leaves a running ${policy} load alone`, async () => {
      const first = await start();
      const id = randomUUID();
      const sent = first.sender.send(fileOf('อยู่'), { id, policy });
      await wait(300);
      await start();

      expect((await sent)?.counts.accepted).to.equal(stored);
      expect(await untrueOf(modelsOf(db))).to.deep.equal([]);
    });

    it(`a ${policy} load whose server is killed is ended by another one, and sent again there`, async () => {
      const first = await start();
      const second = await start();
      const id = randomUUID();
      const cut = first.sender.send(fileOf('ไป'), { id, policy });
      while ((await modelsOf(db).responses.countDocuments({ batch: id })) < 500) await wait(20);
      await first.server.kill();
      await cut;
      const again = await second.sender.send(fileOf('ไป'), { id, policy });

      expect(again?.counts.accepted).to.equal(stored);
      expect(await untrueOf(modelsOf(db))).to.deep.equal([]);
      expect(await modelsOf(db).responses.countDocuments({ batch: id })).to.equal(stored);
    });
  }

  it('says what is stored of a load that nobody sends again', async () => {
    const first = await start();
    const second = await start();
    const id = randomUUID();
    const cut = first.sender.send([...makeCsv(rows)].join('').replaceAll('จุดที่', 'ค้าง จุดที่'), { id });
    while ((await modelsOf(db).responses.countDocuments({ batch: id })) < 500) await wait(20);
    await first.server.kill();
    await cut;
    const ended = await second.sender.ended(id);

    expect(ended.state).to.equal('interrupted');
    expect(await untrueOf(modelsOf(db))).to.deep.equal([]);
  });
});
