// Links whose server is killed in the middle: of many issues at once, and of a rule that links, or takes back. The next start, or the other
// of two servers, brings it to its end; each issue is linked once, and figures equal a recount.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import type { Rule } from '../../shared/api/rules.ts';
import { mongodPath } from '../support/find-mongod.mjs';
import { expectSubPlans, linksStored, subPlanFigures } from '../support/links-recounted.ts';
import { makeCsv } from '../support/make-csv.ts';
import { type Models, modelsOf } from '../support/models.ts';
import { senderTo } from '../support/sender.ts';
import { startServer } from '../support/server-process.ts';
import { ask, patienceMs, type Seat, startTwoServers } from '../support/two-servers.ts';

const rows = Number(process.env.CRASH_LINKS ?? 1000);
const accepted = rows * 0.99;
const survey = '/api/surveys/2569';
const rules = `${survey}/rules`;
const mongod = mongodPath();
/** in every title of `makeCsv` */
const terms = { words: ['จุดที่'], subPlan: '3.1' };

async function rule(seat: Seat): Promise<Rule> {
  for (;;) {
    const { status, body } = await ask(seat, 'GET', rules);
    if (status === 200) return body.items[0];
    await wait(100); // it is counting
  }
}

async function switchTo(seat: Seat, state: string): Promise<void> {
  const { id, version } = await rule(seat);
  const { status } = await ask(seat, 'PATCH', `${rules}/${id}`, { version, state });
  expect(status).to.equal(200);
}

async function settled(seat: Seat): Promise<Rule> {
  for (;;) {
    const now = await rule(seat);
    if (now.progress === null) return now;
    await wait(50);
  }
}

/** As soon as something of it is done, or all of it. */
async function begun(seat: Seat, isBetween: (linked: number) => boolean): Promise<void> {
  for (;;) {
    const { linked, progress } = await rule(seat);
    if (progress === null || isBetween(linked)) return;
  }
}

async function figuresAreRight(seat: Seat, models: Models): Promise<void> {
  const { body } = await ask(seat, 'GET', `${survey}/figures?figures=${subPlanFigures}`);
  const question = { survey: '2569', filters: {}, scope: { kind: 'all' } } as const;
  const responses = (await models.responses.find({}).lean()) as never;
  expectSubPlans(body.figures, responses, await linksStored(models), question);
}

/** What ever happened to issues, each way once. */
async function histories(models: Models): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { history } of await models.links.find({}).lean()) {
    const acts = history.map(({ act }) => act).join();
    counts[acts] = (counts[acts] ?? 0) + 1;
  }
  return counts;
}

describe(`links of ${accepted} issues whose server is killed`, function () {
  this.timeout(300_000);
  const folder = mkdtempSync(join(tmpdir(), 'rabfang-links-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = async (): Promise<Seat> => {
    const server = await startServer({ LIMITS: 'off', DATA_DIR: folder, DEMO: 'on' });
    return { server, sender: await senderTo(server.url) };
  };
  /** Stops the server, looks into what it stored, and starts it again. */
  const look = async <T>(seat: Seat, at: (models: Models) => Promise<T>): Promise<[Seat, T]> => {
    await seat.server.kill();
    const db = await openDatabase({ dataDir: folder }, collections);
    const seen = await at(modelsOf(db));
    await db.close();
    return [await start(), seen];
  };

  it('are finished by the next start when a rule links or takes back, each once', async () => {
    let seat = await start();
    await seat.sender.send([...makeCsv(rows)].join(''), { id: crypto.randomUUID() });
    await ask(seat, 'POST', rules, terms);
    expect((await rule(seat)).linked).to.equal(0);
    await switchTo(seat, 'on');
    await begun(seat, (linked) => linked > 0);
    await seat.server.kill();
    seat = await start();
    expect((await settled(seat)).linked).to.equal(accepted);
    const byRule = ({ links }: any) => links.some((one: any) => one.rule !== null);
    let acts: Record<string, number>;
    [seat, acts] = await look(seat, async (models) => {
      const all = (await models.links.find({}).lean()).filter(byRule);
      expect(all.every(({ history }) => history.length === 1)).to.equal(true);
      return { linked: all.length };
    });
    expect(acts).to.deep.equal({ linked: accepted });

    await switchTo(seat, 'off');
    await begun(seat, (linked) => linked < accepted);
    await seat.server.kill();
    seat = await start();
    expect((await settled(seat)).linked).to.equal(0);
    [seat, acts] = await look(seat, async (models) => {
      const counts: Record<string, number> = {};
      for (const { history } of await models.links.find({}).lean()) {
        if (!history.some(({ how }) => how === 'rule')) continue;
        const said = history.map(({ act }) => act).join();
        counts[said] = (counts[said] ?? 0) + 1;
      }
      return counts;
    });
    expect(acts).to.deep.equal({ 'linked,unlinked': accepted });
    await seat.server.stop();
  });

  it('stand where they were written when a group of 500 is cut off, and are finished by sending it again', async () => {
    let seat = await start();
    const [, issues] = await look(seat, async (models) =>
      (
        await models.responses
          .find({ batch: { $gt: '' } }, { _id: 1 })
          .limit(500)
          .lean()
      ).map(({ _id }) => `${_id}#1`),
    ).then(([one, found]) => {
      seat = one;
      return [one, found] as const;
    });
    expect(issues).to.have.length(500);
    const send = () =>
      ask(seat, 'POST', `${survey}/links`, { issues, subPlan: '1.1', reason: 'ทั้งกลุ่ม' });
    const cut = send().catch(() => undefined);
    await wait(60);
    await seat.server.kill();
    await cut;
    seat = await start();

    const { status, body } = await send();

    expect([status, body.changed + body.same, body.gone]).to.deep.equal([201, 500, []]);
    const { body: figures } = await ask(seat, 'GET', `${survey}/figures?figures=by-sub-plan`);
    const row = figures.figures['by-sub-plan'].find((one: any) => one.subPlan === '1.1');
    expect(row.linked).to.be.at.least(500);
    [seat] = await look(seat, async (models) => {
      for (const { history } of await models.links.find({ _id: { $in: issues } }).lean())
        expect(history.filter(({ subPlan }) => subPlan === '1.1')).to.have.length(1);
    });
    await seat.server.stop();
  });
});

(mongod ? describe : describe.skip)('links at two servers on one MongoDB', function () {
  this.timeout(300_000);

  for (const replicaSet of [true, false])
    it(`are followed, and a rule whose server is killed is finished by the other (${replicaSet ? 'replica set' : 'single server'})`, async () => {
      const two = await startTwoServers(replicaSet);
      try {
        const { here, there, models } = two;
        await here.sender.send([...makeCsv(rows)].join(''), { id: crypto.randomUUID() });
        await ask(here, 'POST', rules, terms);
        await switchTo(here, 'on');
        await begun(there, (linked) => linked > 0);
        // whoever holds the work
        const lease = await models.leases.findById('rules').lean();
        await here.server.kill();
        expect((await settled(there)).linked, lease ? 'it was at work' : 'it was done').to.equal(
          accepted,
        );
        await figuresAreRight(there, models);
        expect(await histories(models)).to.deep.equal({ linked: accepted });

        const [{ _id } = { _id: '' }] = await models.responses.find({}, { _id: 1 }).limit(1).lean();
        const issues = [`${_id}#1`];
        await ask(there, 'POST', `${survey}/links`, { issues, subPlan: '3.1' });
        await switchTo(there, 'off');
        expect((await settled(there)).linked).to.equal(0);
        await figuresAreRight(there, models);
        expect(await histories(models)).to.deep.equal({
          'linked,unlinked': accepted - 1,
          'linked,linked': 1,
        });
      } finally {
        await two.stop();
      }
    });

  it('hear each other’s links', async () => {
    const two = await startTwoServers(true);
    try {
      const { here, there, models } = two;
      await here.sender.send([...makeCsv(100)].join(''), { id: crypto.randomUUID() });
      const all = await models.responses.find({}, { _id: 1 }).lean();
      const keys = all.map(({ _id }) => `${_id}#1`);
      // both link the same at once
      const both = await Promise.all(
        [here, there].map((seat) =>
          ask(seat, 'POST', `${survey}/links`, { issues: keys, subPlan: '2.1' }),
        ),
      );
      expect(both.reduce((n, { body }) => n + body.changed, 0)).to.equal(99);
      const until = performance.now() + patienceMs;
      for (const seat of [here, there])
        for (;;) {
          const { body } = await ask(seat, 'GET', `${survey}/figures?figures=by-sub-plan`);
          const row = body.figures?.['by-sub-plan'].find((one: any) => one.subPlan === '2.1');
          if (row?.linked === 99) break;
          expect(performance.now()).to.be.lessThan(until);
          await wait(100);
        }
      await figuresAreRight(here, models);
      await figuresAreRight(there, models);
    } finally {
      await two.stop();
    }
  });
});
