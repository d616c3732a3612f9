// Several that start at once on one empty MongoDB, starts that die in the middle, and a start before there is a database: one truth each.
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { demoPassword } from '../../server/users/first-accounts.ts';
import { stripOf } from '../support/batches-told.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { type Models, modelsOf } from '../support/models.ts';
import { senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { freePort, startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();
const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const madeUp = /First account: admin; password, shown only this once: (\S+)/;
const rounds = Number(process.env.STARTS ?? 5);

(mongod ? describe : describe.skip)('starts on an empty MongoDB', function () {
  this.timeout(240_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let number = 0;
  let uri = '';
  const servers: ServerProcess[] = [];
  const opened: OpenDatabase[] = [];

  before(async () => {
    database = await startMongod(mongod ?? '', { replicaSet: true });
  });
  beforeEach(() => {
    uri = database.uri.replace('/?', `/starts-${number++}?`);
  });
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.kill();
    for (const db of opened.splice(0)) await (db as { close?(): Promise<void> }).close?.();
  });
  after(() => database?.stop());

  const start = async (env: Record<string, string> = {}) => {
    const server = await startServer({ MONGODB_URI: uri, ...env });
    servers.push(server);
    return server;
  };
  const open = async () => {
    const db = await openDatabase({ mongodbUri: uri, dataDir: '', readOnly: true }, collections);
    opened.push(db);
    return db;
  };
  const stored = async (): Promise<Models> => modelsOf(await open());

  async function expectOneGround(): Promise<void> {
    const models = await stored();
    expect((await models.users.find({}).lean()).map(({ _id }) => _id)).to.deep.equal(['admin']);
    expect((await models.surveys.find({}).lean()).map(({ _id }) => _id)).to.deep.equal(['2569']);
    for (const { schema, collection } of Object.values(models)) {
      const names = (await collection.listIndexes().toArray()).map(({ name }) => name);
      const declared = schema.indexes().map(([keys]) => Object.entries(keys).flat().join('_'));
      expect(names).to.have.members(['_id_', ...declared]);
    }
  }
  const signIn = async ({ url }: ServerProcess, password: string) =>
    (
      await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ username: 'admin', password }),
      })
    ).status;

  it('ten at once build each index, and make one account with one printed password', async () => {
    const ten = await Promise.all(Array.from({ length: 10 }, () => start()));
    const passwords = ten.flatMap((server) => madeUp.exec(server.output())?.[1] ?? []);

    expect(passwords).to.have.length(1);
    expect(
      ten.filter((server) => server.output().includes('Sign in with the account you were given.')),
    ).to.have.length(9);
    expect(await signIn(ten[7] as ServerProcess, passwords[0] ?? '')).to.equal(200);
    await expectOneGround();
  });

  it('one that is killed at any moment is finished by the next', async () => {
    for (let round = 0; round < rounds; round++) {
      const child = spawn(process.execPath, [main], {
        env: { PATH: process.env.PATH, PORT: '0', LOG_LEVEL: 'silent', MONGODB_URI: uri },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(child, 'exit');
      // the last ones die when the account is there and nobody has read its password
      const { users } = await stored();
      if (round > 1) while (!(await users.findOne({}).lean())) await wait(5);
      else await wait(randomInt(200, 1200));
      child.kill('SIGKILL');
      await ended;
    }
    const server = await start();
    const password = madeUp.exec(server.output())?.[1] ?? '';

    expect(server.output()).to.match(madeUp);
    expect(await signIn(server, password)).to.equal(200);
    await expectOneGround();
    expect(await signIn(await start(), password)).to.equal(200);
    expect(servers[1]?.output()).not.to.match(madeUp);
  });

  it('two demonstrations at once are one, and each counts all of it', async () => {
    const two = await Promise.all([start({ DEMO: 'on' }), start({ DEMO: 'on' })]);
    const models = await stored();
    const truth = await stripOf(models);

    expect(await models.responses.countDocuments({ survey: '2569' })).to.equal(5000);
    for (const server of two) {
      const asAdmin = { username: 'admin', password: demoPassword };
      expect(await (await senderTo(server.url, asAdmin)).strip()).to.include(truth);
    }
  });

  it('a demonstration whose filling was killed, or stopped, is filled by who starts beside or after it', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      // a quick one has filled it all before it hears the signal: another database then
      do uri = database.uri.replace('/?', `/starts-${number++}?`);
      while ((await leftByOneThat(signal)) === 5000);
      const server = await start({ DEMO: 'on' });

      const models = await stored();
      expect(await models.responses.countDocuments({ survey: '2569' })).to.equal(5000);
      const asAdmin = { username: 'admin', password: demoPassword };
      expect(await (await senderTo(server.url, asAdmin)).strip()).to.include(await stripOf(models));
    }
  });

  /** How many responses one leaves in an empty database that gets the signal while it fills the demonstration. */
  async function leftByOneThat(signal: 'SIGTERM' | 'SIGKILL'): Promise<number> {
    const env = { PORT: '0', LOG_LEVEL: 'silent', MONGODB_URI: uri, DEMO: 'on' };
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = once(child, 'exit');
    const { responses } = await stored();
    while ((await responses.countDocuments({ survey: '2569' })) === 0) await wait(5);
    child.kill(signal);
    const [code] = await ended;
    expect(code).to.equal(signal === 'SIGTERM' ? 0 : null);
    return await responses.countDocuments({ survey: '2569' });
  }

  it('one that is there before its database says that it waits, and comes up', async () => {
    const port = await freePort();
    const early = spawn(process.execPath, [main], {
      env: {
        PATH: process.env.PATH,
        PORT: '0',
        LOG_LEVEL: 'warn',
        MONGODB_URI: `mongodb://127.0.0.1:${port}/early?directConnection=true`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [early.stdout, early.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString();
      });
    const saysOrEnds = async (what: RegExp) => {
      while (!what.test(said) && early.exitCode === null) await wait(20);
      expect(said).to.match(what);
    };
    await saysOrEnds(/The database does not answer yet: it is asked again/);
    const late = await startMongod(mongod ?? '', { replicaSet: true, port });
    await saysOrEnds(madeUp);
    const url = /listening on (\S+)/.exec(said)?.[1] ?? '';
    const isReady = async () => (await fetch(`${url}/readyz`)).ok;
    let ready = await isReady();
    // a database that has just come may be slow to answer
    for (let i = 0; !ready && i < 100; i++) {
      await wait(100);
      ready = await isReady();
    }
    early.kill('SIGTERM');
    const [code] = await once(early, 'exit');
    await late.stop();

    expect(ready).to.equal(true);
    expect(code).to.equal(0);
  });
});
