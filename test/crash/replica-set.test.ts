// A replica set of three real members fails in every way that three processes and a network can, in the middle of all kinds of
// work: nothing that was acknowledged is lost or done twice, nothing hangs, nobody hears anything but "later", every batch ends
// and says what is stored, and the figures are right again without a restart. REPLICA_ROUNDS says how many rounds (10; `npm run
// crash -- mongo` does 50).
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { throughElection } from '../../server/db/through-election.ts';
import { figureNames } from '../../shared/api/figures.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { faultsOfBatches } from '../support/batch-history.ts';
import { type BusyOffice, openOffice } from '../support/busy-office.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { faultsOfHistory } from '../support/history.ts';
import { recount } from '../support/recount.ts';
import { type ReplicaSet, startReplicaSet } from '../support/replica-set.ts';

const rounds = Number(process.env.REPLICA_ROUNDS ?? 10);
const isLong = rounds > 10;
const mongod = mongodPath();

/** how long each lasts, in milliseconds, in a short run and in a long one */
const lasting = {
  'the primary is killed': { short: 3000, long: 5000 },
  'the primary steps down': { short: 1500, long: 4000 },
  'the primary is cut off from the others': { short: 4000, long: 10_000 },
  'all are killed': { short: 2000, long: 8000 },
  'both others are stopped': { short: 4000, long: 15_000 },
  'the primary is stopped': { short: 5000, long: 20_000 },
  'the primary is cut off from everybody': { short: 4000, long: 15_000 },
  'the primary is cut off from us': { short: 3000, long: 12_000 },
} as const;
const kinds = Object.keys(lasting) as (keyof typeof lasting)[];

(mongod ? describe : describe.skip)(`a replica set of three, ${rounds} rounds`, () => {
  let set: ReplicaSet;
  let app: TestApp;
  const environment: Record<string, string | undefined> = {};
  /** over all rounds */
  const acknowledged = new Set<string>();

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

  for (let round = 1; round <= rounds; round++) {
    const kind = kinds[(round - 1) % kinds.length] ?? 'all are killed';
    it(`loses nothing when ${kind} (round ${round})`, async () => {
      const office = await throughElection(() => openOffice(app, round));
      office.sendFiles();
      await wait(500 + Math.random() * 500);
      const end = await set.faults[kind]?.();
      await wait(lasting[kind][isLong ? 'long' : 'short']);
      await end?.();
      await wait(1000);
      await office.close();
      await set.whole();
      await whenReady(app);

      for (const one of office.history)
        if (one.kind === 'put' && one.answer !== 'unknown') acknowledged.add(one.response);
      say(office);
      checkHeard(office);
      await checkStored(office);
      await checkFigures();
      checkPatience(office);
    }).timeout(180_000);
  }

  function checkHeard(office: BusyOffice): void {
    expect(office.odd).to.deep.equal([]);
    expect(office.history.length).to.be.greaterThan(10);
    expect(faultsOfHistory(office.history).join('\n')).to.equal('');
  }

  function checkPatience({ uploads, readiness }: BusyOffice): void {
    expect(uploads, 'an upload goes on after the fault').to.deep.equal([201, 201]);
    const slow = readiness.filter((ms) => ms > 200).length;
    expect(slow, `of ${readiness.length} looks at /readyz`).to.be.at.most(readiness.length / 2);
  }

  async function checkStored(office: BusyOffice): Promise<void> {
    // these looks are the test's own, and a member that was stopped may be given up in the middle of one
    const stored = await throughElection(() =>
      app.models.responses.find({}, { history: 1, batch: 1 }).lean(),
    );
    const there = new Map(stored.map((response) => [response._id, response]));
    const lost = [...acknowledged].filter((id) => !there.has(id));
    expect(lost, `of ${acknowledged.size} acknowledged`).to.deep.equal([]);
    for (const one of office.history) {
      if (one.kind !== 'decide' || typeof one.answer === 'string') continue;
      const ids = there.get(one.response)?.history.map(({ id }) => id);
      expect(ids?.filter((id) => id === one.decision)).to.deep.equal([one.decision]);
    }
    const batches = await throughElection(() => app.models.batches.find({}).lean());
    const ends = batches.map(({ _id, state, counts }) => {
      const responses = stored.filter(({ batch }) => batch === _id).length;
      return [_id, { state, counts, responses }] as const;
    });
    expect(faultsOfBatches(office.saidOfBatches, new Map(ends))).to.deep.equal([]);
  }

  /** A write that nobody was told of may be stored late, and is counted within two seconds then. */
  async function checkFigures(): Promise<void> {
    const question = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;
    const nok = await throughElection(() => app.as('nok'));
    for (let left = 5; ; left--) {
      const served = await nok.get(`/api/surveys/2569/figures?figures=${figureNames.join(',')}`);
      const stored = await throughElection(() => app.models.responses.find({}).lean());
      const counted = JSON.parse(JSON.stringify(recount(stored as never, question)));
      const { strip, figures } = served.body;
      try {
        expect({ strip, figures }).to.deep.equal({
          strip: counted.strip,
          figures: counted.figures,
        });
        return;
      } catch (error) {
        if (left === 0) throw error;
      }
      await wait(1000);
    }
  }
});

function say({ history, uploads, readiness }: BusyOffice): void {
  if (!process.env.REPLICA_SAY) return;
  const later = history.filter(({ answer }) => answer === 'unknown').length;
  const slow = history.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const ready = readiness.toSorted((a, b) => a - b);
  process.stdout.write(
    `      ${history.length} asked, ${later} later, slowest ${slow.toFixed(0)} ms; uploads ${uploads.join()}; readyz at most ${ready.at(-1)?.toFixed(0)} ms, nine of ten ${ready[Math.floor(ready.length * 0.9)]?.toFixed(0)} ms\n`,
  );
}

async function whenReady(app: TestApp): Promise<void> {
  const visitor = await app.as('visitor');
  for (let i = 0; i < 80; i++) {
    if ((await visitor.get('/readyz')).status === 200) return;
    await wait(500);
  }
  throw new Error('not ready again');
}
