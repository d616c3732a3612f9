// The member that may write is killed in the middle of work: nothing that was acknowledged is lost, nothing hangs, nobody sees
// anything but "later", and the figures are right again without a restart.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { startApp, type TestApp } from '../support/app.ts';
import { anIssue, aResponse, newId } from '../support/build.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { recount } from '../support/recount.ts';
import { type ReplicaSet, startReplicaSet } from '../support/replica-set.ts';

const rounds = Number(process.env.REPLICA_ROUNDS ?? 2);
const clients = 6;
/** an election, and the time the driver takes to notice */
const longestAnswerMs = 25_000;
const mongod = mongodPath();

(mongod ? describe : describe.skip)('a replica set of three', () => {
  let set: ReplicaSet;
  let app: TestApp;
  const environment: Record<string, string | undefined> = {};

  before(async function () {
    this.timeout(120_000);
    set = await startReplicaSet(mongod ?? '');
    for (const name of ['ENGINE', 'MONGODB_URI']) environment[name] = process.env[name];
    Object.assign(process.env, { ENGINE: 'mongodb', MONGODB_URI: set.uri });
    app = await startApp({ limits: false });
  });
  after(async function () {
    this.timeout(60_000);
    await app?.close();
    await set?.stop();
    for (const [name, value] of Object.entries(environment))
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
  });

  for (let round = 1; round <= rounds; round++)
    it(`loses nothing when its primary is killed (round ${round})`, async () => {
      const acknowledged = new Set<string>();
      const answers = new Map<number, number>();
      let slowest = 0;
      let working = true;
      const malee = await app.as('malee');
      const put = async (id: string) => {
        const started = performance.now();
        const body = aResponse({ issues: [anIssue({ title: `ปัญหา ${id}` })] });
        const { status } = await malee.put(`/api/surveys/2569/responses/${id}`, body);
        slowest = Math.max(slowest, performance.now() - started);
        answers.set(status, (answers.get(status) ?? 0) + 1);
        return status;
      };
      const work = async () => {
        while (working) {
          const id = newId();
          // as an outbox does: the same id until there is a receipt
          while (working && !acknowledged.has(id)) {
            const status = await put(id);
            if (status === 201 || status === 200) acknowledged.add(id);
            else await wait(300);
          }
        }
      };

      const workers = Array.from({ length: clients }, work);
      await wait(1500 + Math.random() * 1500);
      const bringBack = await set.killPrimary();
      await set.primary();
      await wait(4000);
      await bringBack();
      await wait(1500);
      working = false;
      await Promise.all(workers);
      await whenReady(app);

      const stored = await app.models.responses.find({}).lean();
      const there = new Set(stored.map(({ _id }) => _id));
      const lost = [...acknowledged].filter((id) => !there.has(id));
      const nok = await app.as('nok');
      const served = await nok.get('/api/surveys/2569/figures');
      const counted = recount(stored as never, {
        survey: '2569',
        filters: {},
        scope: { kind: 'all' },
      });
      expect(acknowledged.size).to.be.greaterThan(50);
      expect(lost, `of ${acknowledged.size} acknowledged`).to.deep.equal([]);
      expect(
        [...answers.keys()].filter((status) => ![200, 201, 503].includes(status)),
      ).to.deep.equal([]);
      expect(slowest).to.be.below(longestAnswerMs);
      expect(served.body.strip).to.deep.equal(counted.strip);
    }).timeout(120_000);
});

async function whenReady(app: TestApp): Promise<void> {
  const visitor = await app.as('visitor');
  for (let i = 0; i < 80; i++) {
    if ((await visitor.get('/readyz')).status === 200) return;
    await wait(500);
  }
  throw new Error('not ready again');
}
