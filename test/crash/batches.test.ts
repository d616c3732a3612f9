// `kill -9` in the middle of loads: after the restart every batch says what is stored, row by row, nothing that anybody was told
// is gone, and sending the files again finishes them. CRASH_ROUNDS says how often (3; `npm run crash` does 24; on MongoDB a third).
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { stripOf, untrueOf } from '../support/batches-told.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { type Sender, senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
const rows = 3000;
const accepted = rows * 0.99;
const secret = 'all servers sign with one and the same secret';

/** whoever takes a load over on MongoDB waits until its lease has stood still */
const roundsThere = Math.ceil(rounds / 3);
const mongod = mongodPath();

const loads = [
  ['accept-good', 'keep'],
  ['all-or-nothing', 'keep'],
  ['accept-good', 'ask'],
] as const;

const nameOf = (policy: string, changed: string): string =>
  changed === 'ask' ? `${policy} batch whose sender is asked first` : `${policy} batch`;

describe(`kill -9 in the middle of loads, ${rounds} rounds each`, function () {
  this.timeout(rounds * 60_000);
  let folder: string;
  let server: ServerProcess;
  let sender: Sender;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-loads-'));
    await start();
  });
  afterEach(async () => {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<void> {
    server = await startServer({ LIMITS: 'off', DATA_DIR: folder, ADMIN_PASSWORD: 'rabfang-demo' });
    sender = await senderTo(server.url);
  }

  /** Kills it, looks at what is stored, starts it again, and looks at what it says. */
  async function killAndLook(): Promise<void> {
    await server.kill();
    await start();
    const strip = await sender.strip();
    await server.stop();
    const db = await openDatabase({ dataDir: folder }, collections);
    const models = modelsOf(db);
    const [untrue, counted] = [await untrueOf(models), await stripOf(models)];
    await db.close();
    expect(untrue).to.deep.equal([]);
    expect(strip).to.deep.equal(counted);
    await start();
  }

  for (const [policy, changed] of loads) {
    it(`a ${nameOf(policy, changed)} says what is stored, and is finished by sending it again`, async () => {
      for (let round = 0; round < rounds; round++) {
        const [id, file] = [randomUUID(), fileOf(`รอบ ${round}`, policy === 'accept-good')];
        const cut = sender.send(file, { id, policy, changed });
        await wait(80 + Math.random() * 900);
        await killAndLook();
        const told = await cut;
        if (told) expect(told.counts.accepted).to.equal(accepted);
        const again = await sender.send(file, { id, policy, changed });

        expect(again?.state).to.equal('done');
        const { accepted: stored, same } = again?.counts ?? { accepted: 0, same: 0 };
        expect(stored + same, 'all rows are its own, sent once or twice').to.equal(accepted);
        expect(await sender.count(id)).to.equal(accepted);
      }
      await killAndLook();
    });
  }

  it('what another file was told of rows of a batch that is taken back is there', async () => {
    for (let round = 0; round < rounds; round++) {
      const file = fileOf(`รอบ ${round}`, false);
      const cut = sender.send(file, { id: randomUUID(), policy: 'all-or-nothing' });
      await wait(100 + Math.random() * 300);
      const told = await sender.send(file.slice(0, file.length / 2), { id: randomUUID() });
      await killAndLook();

      expect(told?.state).to.equal('done');
      await cut;
    }
  });

  it('a finished batch that is sent again stays as it is, with its rows', async () => {
    const [id, file] = [randomUUID(), fileOf('จบแล้ว', true)];
    const done = await sender.send(file, { id });
    for (let round = 0; round < rounds; round++) {
      const again = sender.send(file, { id });
      await wait(50 + Math.random() * 500);
      await killAndLook();
      await again;
      expect(await sender.batch(id)).to.deep.equal(done);
    }
  });

  it('a batch whose end could not be written is ended once it can be, without a restart', async function () {
    if (!hasPrlimit()) this.skip();
    const file = fileOf('ดิสก์เต็ม', true);
    await sender.send('จังหวัด,ปัญหา\nน่าน,ก่อนเต็ม\n', { id: randomUUID() });
    const id = randomUUID();
    // no file may grow any more: the same as a full disk
    limitFiles(server.pid, statSync(join(folder, 'rabfang.sqlite-wal')).size + 1_500_000);
    const failed = await sender.send(file, { id });
    expect(failed, 'nothing is told to be stored').to.equal(undefined);
    limitFiles(server.pid, 'unlimited');
    const ended = await sender.ended(id);

    expect(ended.state).to.equal('interrupted');
    expect(ended.counts.accepted).to.equal(await sender.count(id));
    await killAndLook();
    expect((await sender.send(file, { id }))?.counts.accepted).to.equal(accepted);
  });
});

(mongod ? describe : describe.skip)(
  `kill -9 in the middle of loads on MongoDB, ${roundsThere} rounds each`,
  function () {
    this.timeout(60_000 + roundsThere * 120_000);
    let database: Awaited<ReturnType<typeof startMongod>>;
    before(async () => {
      database = await startMongod(mongod ?? '', { replicaSet: true });
    });
    after(() => database.stop());

    for (const [policy, changed] of loads)
      it(`a ${nameOf(policy, changed)} says what is stored, and is finished by sending it again`, async () => {
        const uri = database.uri.replace('/?', `/${policy}-${changed}?`);
        const sit = async () => {
          const env = { MONGODB_URI: uri, ADMIN_PASSWORD: 'rabfang-demo', SECRET: secret };
          const server = await startServer({ LIMITS: 'off', ...env });
          return { server, sender: await senderTo(server.url) };
        };
        let { server, sender } = await sit();
        const db = await openDatabase({ mongodbUri: uri, dataDir: '' }, collections);
        try {
          for (let cuts = 0, files = 0; cuts < roundsThere; files++) {
            const [id, file] = [randomUUID(), fileOf(`รอบ ${files}`, policy === 'accept-good')];
            const cut = sender.send(file, { id, policy, changed });
            await wait(80 + Math.random() * 900);
            await server.kill();
            const told = await cut;
            ({ server, sender } = await sit());
            // it may have been killed before it had heard of the file
            const begun = (await modelsOf(db).batches.countDocuments({ _id: id })) > 0;
            if (begun) await sender.ended(id);
            expect(await untrueOf(modelsOf(db))).to.deep.equal([]);
            const again = await sender.send(file, { id, policy, changed });

            expect(again?.state).to.equal('done');
            expect(await sender.count(id)).to.equal(accepted);
            // too late, or too early, is tried again
            if (begun && told === undefined) cuts++;
          }
          expect(await untrueOf(modelsOf(db))).to.deep.equal([]);
          expect(await sender.strip()).to.deep.equal(await stripOf(modelsOf(db)));
        } finally {
          await server.kill();
          await db.close();
        }
      });
  },
);

/** `bad`: one row in a hundred has an error */
function fileOf(about: string, bad: boolean): string {
  const file = [...makeCsv(bad ? rows : accepted)].join('').replaceAll('จุดที่', `${about} จุดที่`);
  // severity 9 is the error that the maker puts into every hundredth row
  return bad ? file : file.replaceAll(/,9,(?=\d+,[^,]*\n)/g, ',5,');
}

function hasPrlimit(): boolean {
  try {
    execFileSync('prlimit', ['--version']);
    return true;
  } catch {
    return false; // not on this system
  }
}

function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}
