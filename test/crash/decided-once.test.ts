// What is decided in one process holds in all others on the same MongoDB: who is signed in, who may no longer, who guesses too
// much, what a survey is, how far a file is.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import type { OpenDatabase } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { demoPassword } from '../../server/users/first-accounts.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { makeCsv } from '../support/make-csv.ts';
import { modelsOf } from '../support/models.ts';
import { senderTo } from '../support/sender.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startMongod } from '../support/start-mongod.mjs';

const mongod = mongodPath();

(mongod ? describe : describe.skip)('what is decided in one of two processes', function () {
  this.timeout(120_000);
  let database: Awaited<ReturnType<typeof startMongod>>;
  let db: OpenDatabase;
  let a: ServerProcess;
  let b: ServerProcess;
  const start = () =>
    startServer({
      MONGODB_URI: database.uri.replace('/?', '/rabfang?'),
      DEMO: 'on',
      LIMITS: 'off',
      PROXIES: '1',
      SECRET: 'two processes sign with one and the same secret',
    });
  const models = () => modelsOf(db);
  const signIn = (server: ServerProcess, username: string, password: string, from = '10.1.0.1') =>
    fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
      body: JSON.stringify({ username, password }),
    });
  const headersOf = async (server: ServerProcess, username: string) => {
    const { token } = (await (await signIn(server, username, demoPassword)).json()) as {
      token: string;
    };
    return { authorization: `Bearer ${token}` };
  };
  const session = (server: ServerProcess, headers: Record<string, string>, method = 'GET') =>
    fetch(`${server.url}/api/session`, { method, headers }).then(({ status }) => status);

  before(async () => {
    database = await startMongod(mongod ?? '', { replicaSet: true });
    a = await start();
    b = await start();
    const mongodbUri = database.uri.replace('/?', '/rabfang?');
    db = await openDatabase({ mongodbUri, dataDir: '' }, collections);
  });
  after(async () => {
    await a?.kill();
    await b?.kill();
    await db?.close();
    await database?.stop();
  });

  it('who signs in or out at one has done so at the other', async () => {
    const headers = await headersOf(a, 'nok');
    const before = [await session(a, headers), await session(b, headers)];
    await session(b, headers, 'DELETE');

    expect(before).to.deep.equal([200, 200]);
    expect([await session(a, headers), await session(b, headers)]).to.deep.equal([401, 401]);
  });

  it('who has a response open at one is seen there at the other, until they leave it', async () => {
    const [here, there] = [await headersOf(a, 'somchai'), await headersOf(b, 'admin')];
    const list = `${b.url}/api/surveys/2569/responses?province=TH-40&limit=1`;
    const { items } = (await (await fetch(list, { headers: there })).json()) as {
      items: { id: string }[];
    };
    const at = `/api/surveys/2569/responses/${items[0]?.id}/presence`;
    const say = async (server: ServerProcess, headers: Record<string, string>) => {
      const asJson = { ...headers, 'content-type': 'application/json' };
      const said = await fetch(`${server.url}${at}`, {
        method: 'PUT',
        headers: asJson,
        body: '{}',
      });
      const { items: others } = (await said.json()) as { items: { username: string }[] };
      return others.map(({ username }) => username);
    };

    expect(await say(a, here)).to.deep.equal([]);
    expect(await say(b, there)).to.deep.equal(['somchai']);
    expect(await say(a, here)).to.deep.equal(['admin']);
    const left = await fetch(`${a.url}${at}`, { method: 'DELETE', headers: here });
    expect(left.status).to.equal(204);
    expect(await say(b, there)).to.deep.equal([]);
  });

  it('who is disabled is out everywhere, and reads on nowhere', async () => {
    const headers = await headersOf(a, 'wanida');
    const stream = await fetch(`${b.url}/api/surveys/2569/figures/changes`, { headers });
    expect(stream.status).to.equal(200);
    await models().users.updateOne(
      { _id: 'wanida' },
      { $set: { active: false }, $inc: { version: 1 } },
    );
    const began = performance.now();

    expect([await session(a, headers), await session(b, headers)]).to.deep.equal([401, 401]);
    await stream.text(); // ends, at the next sign of life at the latest
    expect(performance.now() - began).to.be.below(60_000);
  });

  it('guesses at a name are counted together, and no restart forgives them', async () => {
    const guess = async (server: ServerProcess, i: number) =>
      (await signIn(server, 'malee', `guess ${i}`, '10.2.0.1')).status;
    const statuses = [];
    for (let i = 0; i < 10; i++) statuses.push(await guess(i % 2 ? a : b, i));
    await b.stop();
    b = await start();

    expect(statuses).to.deep.equal(Array(10).fill(401));
    expect([await guess(a, 10), await guess(b, 11)]).to.deep.equal([429, 429]);
    // the right person elsewhere is not kept out
    expect((await signIn(b, 'malee', demoPassword, '10.2.0.2')).status).to.equal(200);
  });

  it('signing in rightly at one clears the tries at the other', async () => {
    const sign = async (server: ServerProcess, password: string) =>
      (await signIn(server, 'somchai', password, '10.3.0.1')).status;
    for (let i = 0; i < 9; i++) await sign(a, 'guess');
    const right = await sign(b, demoPassword);
    const after = [];
    for (let i = 0; i < 9; i++) after.push(await sign(a, 'guess'));

    expect(right).to.equal(200);
    expect(after).to.deep.equal(Array(9).fill(401));
  });

  it('what a survey asks is soon the same', async () => {
    const versions = () =>
      Promise.all(
        [a, b].map(async ({ url }) => {
          const answer = await fetch(`${url}/api/surveys/2569`);
          return ((await answer.json()) as { version: number }).version;
        }),
      );
    const [before = 0] = await versions();
    await models().surveys.updateOne({ _id: '2569' }, { $inc: { version: 1 } });
    let seen: readonly number[] = [];
    for (let tries = 0; tries < 200 && seen.join() !== [before + 1, before + 1].join(); tries++) {
      await wait(100);
      seen = await versions();
    }

    expect(seen).to.deep.equal([before + 1, before + 1]);
  });

  it('how far a file is can be asked of the other, as it goes', async () => {
    const [at, other] = [await senderTo(a.url, asAdmin), await senderTo(b.url, asAdmin)];
    const id = randomUUID();
    const file = [...makeCsv(20_000)].join('').replaceAll('จุดที่', 'ทางไกล จุดที่');
    let ended = false;
    const sent = at.send(file, { id }).finally(() => {
      ended = true;
    });
    const seen = new Set<number>();
    while (!ended) {
      const batch = await other.batch(id).catch(() => undefined); // not begun yet
      if (batch?.state === 'loading') seen.add(batch.counts.accepted);
      await wait(20);
    }

    expect((await sent)?.counts.accepted).to.equal(19_800);
    expect(seen.size, [...seen].join(' ')).to.be.greaterThan(1);
    expect((await other.batch(id)).counts.accepted).to.equal(19_800);
  });

  it('nobody is let in, or kept waiting, while tries cannot be counted', async () => {
    process.kill(database.pid, 'SIGSTOP');
    const began = performance.now();
    const answers = await Promise.all([
      signIn(a, 'nok', demoPassword, '10.4.0.1'),
      signIn(b, 'nok', 'guess', '10.4.0.1'),
    ]).finally(() => process.kill(database.pid, 'SIGCONT'));

    expect(answers.map(({ status }) => status)).to.deep.equal([503, 503]);
    expect(performance.now() - began).to.be.below(40_000);
    expect((await signIn(a, 'nok', demoPassword, '10.4.0.1')).status).to.equal(200);
  });
});

const asAdmin = { username: 'admin', password: demoPassword };
