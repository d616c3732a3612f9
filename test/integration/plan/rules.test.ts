// Rules: what they would link, what they link now and later, what people decide against them, and taking back what nobody confirmed.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { plannerOf } from '../../support/regional-planner.ts';
import { storeResponse } from '../../support/store.ts';

const sv = '/api/surveys/2569';
const links = `${sv}/links`;
const rules = `${sv}/rules`;
const centre = { words: ['ศูนย์ดิจิทัลชุมชน'], subPlan: '3.1' };

describe('rules that link', () => {
  let app: TestApp;
  let nok: Person;

  before(async () => {
    app = await startApp();
    nok = await app.as('nok');
  });
  after(() => app.close());
  beforeEach(async () => {
    await app.models.rules.deleteMany({});
    await app.empty();
  });

  const stored = (titles: readonly string[], over: object = {}) =>
    storeResponse(
      app,
      aResponse({
        issues: titles.map((title) => anIssue({ title, strategy: 'society' })),
        ...over,
      }),
    );
  const listed = async () => (await nok.get(rules)).body.items;
  const added = async (over: object = {}) => {
    const { status, body, text } = await nok.post(rules, { ...centre, ...over });
    expect(status, text).to.equal(201);
    return body;
  };
  const change = async (id: string, over: object, person = nok) => {
    const { version } = (await listed()).find((rule: any) => rule.id === id);
    return await person.patch(`${rules}/${id}`, { version, ...over });
  };
  /** switches it, and waits until it is done */
  const switched = async (id: string, state: string) => {
    const { status, text } = await change(id, { state });
    expect(status, text).to.equal(200);
    await done(id);
  };
  const done = (id: string) =>
    until(async () => (await listed()).find((rule: any) => rule.id === id)?.progress === null);
  const linksOf = async (response: string, issue = '1') => {
    const { body } = await nok.get(`${sv}/responses/${response}/links`);
    return body.items.find((one: any) => one.issue === issue);
  };
  const bySubPlan = async () => {
    const { body } = await nok.get(`${sv}/figures?figures=by-sub-plan`);
    const rows = body.figures['by-sub-plan'].filter((row: any) => row.issues > 0);
    return Object.fromEntries(rows.map((row: any) => [row.subPlan, row.linked]));
  };
  const preview = async (over: object = {}) =>
    (await nok.post(`${rules}?dryRun=true`, { ...centre, ...over })).body;

  it('say before what they would link, and link nothing until they are switched on', async () => {
    const one = await stored(['ขอศูนย์ดิจิทัล ชุมชนในตำบล', 'ถนนพัง']);
    const other = await stored(['ศูนย์ดิจิทัลชุมชนปิดบ่อย']);
    const fits = await stored(['ศูนย์ดิจิทัลชุมชนไม่มีคน']);
    await nok.post(links, { issues: [`${other}#1`], subPlan: '3.1' });
    await nok.post(links, { issues: [`${fits}#1`], subPlan: 'none' });

    const said = await preview();
    const rule = await added();

    expect(said).to.deep.include({
      issues: 3,
      responses: 3,
      wouldLink: 1,
      already: 1,
      otherwise: 1,
    });
    expect(said).to.deep.include({ looked: 3, of: 3, wouldUnlink: 0 });
    const [{ response, title, marks }] = said.examples;
    expect([response, title.slice(marks[0].from, marks[0].to)]).to.deep.equal([
      one,
      'ศูนย์ดิจิทัล ชุมชน',
    ]);
    expect(rule).to.deep.include({ state: 'off', linked: 0, progress: null, by: 'nok' });
    await wait(1500);
    expect(await bySubPlan()).to.deep.equal({ '3.1': 1, none: 0 });
  });

  it('link what is there and what comes later, and take back what nobody confirmed', async () => {
    const first = await stored(['ศูนย์ดิจิทัลชุมชนปิด', 'ศูนย์ดิจิทัลชุมชนไกล']);
    const { id } = await added();
    await switched(id, 'on');
    expect(await bySubPlan()).to.deep.equal({ '3.1': 2 });
    const later = await stored(['ศูนย์ดิจิทัลชุมชนร้อน', 'ไม่มีสัญญาณ']);
    await until(async () => (await bySubPlan())['3.1'] === 3);
    const [made] = (await linksOf(later)).links;
    expect(made).to.deep.include({ subPlan: '3.1', how: 'rule', rule: id, by: 'nok' });
    // confirmed by hand it is a person's
    await nok.post(links, { issues: [`${first}#1`], subPlan: '3.1' });
    expect((await listed())[0].linked).to.equal(2);
    expect((await nok.get(`${rules}/${id}/preview`)).body).to.deep.include({
      ...{ issues: 3, wouldLink: 0, already: 3, wouldUnlink: 2 },
    });

    await switched(id, 'off');

    expect(await bySubPlan()).to.deep.equal({ '3.1': 1, none: 0 });
    expect((await linksOf(first)).links[0]).to.deep.include({ how: 'hand', rule: null });
    expect((await linksOf(later)).history.map(({ act, how }: any) => [act, how])).to.deep.equal([
      ['linked', 'rule'],
      ['unlinked', 'rule'],
    ]);
    expect((await listed())[0].history.map(({ act }: any) => act)).to.deep.equal([
      ...['added', 'on', 'off'],
    ]);
    const { body } = await (await app.as('admin')).get(`/api/audit?on=rule:${id}`);
    expect(body.items.map(({ what }: any) => what)).to.deep.equal([
      ...['rule-off', 'rule-on', 'rule-added'],
    ]);
  });

  it('leave alone what people have decided, also when they take back what a rule has linked', async () => {
    const linked = await stored(['ศูนย์ดิจิทัลชุมชน หนึ่ง']);
    const fits = await stored(['ศูนย์ดิจิทัลชุมชน สอง']);
    const taken = await stored(['ศูนย์ดิจิทัลชุมชน สาม']);
    await nok.post(links, { issues: [`${linked}#1`], subPlan: '1.1' });
    await nok.post(links, { issues: [`${fits}#1`], subPlan: 'none' });
    const { id } = await added();
    await switched(id, 'on');
    await nok.send('DELETE', links, {
      body: JSON.stringify({ issues: [`${taken}#1`], subPlan: '3.1' }),
      headers: { 'content-type': 'application/json' },
    });

    await switched(id, 'off');
    await switched(id, 'on');

    expect(await bySubPlan()).to.deep.equal({ '1.1': 1, none: 0 });
    expect((await listed())[0].linked).to.equal(0);
    // until the person thinks otherwise
    await nok.send('DELETE', links, {
      body: JSON.stringify({ issues: [`${linked}#1`], subPlan: '1.1' }),
      headers: { 'content-type': 'application/json' },
    });
    await until(async () => (await bySubPlan())['3.1'] === 1);
  });

  it('follow revisions, withdrawals and erasures', async () => {
    const malee = await app.as('malee');
    const admin = await app.as('admin');
    const { id: rule } = await added();
    await switched(rule, 'on');
    const id = newId();
    const content = aResponse({ issues: [anIssue({ title: 'ศูนย์ดิจิทัลชุมชนปิด' }), anIssue()] });
    await malee.put(`${sv}/responses/${id}`, content);
    await until(async () => (await bySubPlan())['3.1'] === 1);
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'returned', reason: 'ขอเพิ่ม' });
    const revise = (revision: number, title: string) =>
      malee.put(`${sv}/responses/${id}`, {
        ...content,
        revision,
        issues: [{ ...anIssue({ title }), id: '1' }],
      });
    expect((await revise(1, 'ถนนพัง')).status).to.equal(200);
    await until(async () => (await bySubPlan())['3.1'] === undefined);
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'returned', reason: 'ขอเพิ่ม' });
    await revise(2, 'ศูนย์ดิจิทัลชุมชนปิดจริง');
    await until(async () => (await bySubPlan())['3.1'] === 1);

    await admin.put(`${sv}/responses/${id}/withdrawal`, { reason: 'ส่งผิด' });
    expect(await bySubPlan()).to.deep.equal({});
    await admin.delete(`${sv}/responses/${id}/withdrawal`);
    await admin.post(`${sv}/responses/${id}/erasure`, { reason: 'ตามคำขอ' });
    await wait(1500);
    expect(await bySubPlan(), 'its words are gone, what it counts towards stays').to.deep.equal({
      '3.1': 1,
    });
    await switched(rule, 'off');
    expect(await bySubPlan()).to.deep.equal({ none: 0 });
  });

  it('of two that link the same only one does, and the other takes over when that is switched off', async () => {
    await stored(['ศูนย์ดิจิทัลชุมชนปิดบ่อย']);
    const one = await added();
    const other = await added({ words: ['ปิดบ่อย'], where: 'text', match: 'all' });
    await switched(one.id, 'on');
    await switched(other.id, 'on');
    const linked = async () =>
      Object.fromEntries((await listed()).map((rule: any) => [rule.id, rule.linked]));
    expect(await linked()).to.deep.equal({ [one.id]: 1, [other.id]: 0 });

    await switched(one.id, 'off');

    expect(await linked()).to.deep.equal({ [one.id]: 0, [other.id]: 1 });
    expect(await bySubPlan()).to.deep.equal({ '3.1': 1 });
  });

  it('hold to their filters and to the place of who made them', async () => {
    await stored(['ศูนย์ดิจิทัลชุมชน เหนือ'], { place: { province: 'TH-50' } });
    await stored(['ศูนย์ดิจิทัลชุมชน อีสาน'], { place: { province: 'TH-40' } });
    const northern = await plannerOf(app, 'north');
    const made = await northern.post(rules, centre);
    expect(made.status, made.text).to.equal(201);
    const { id } = made.body;
    expect((await northern.post(`${rules}?dryRun=true`, centre)).body.issues).to.equal(1);
    expect((await preview({ filters: { province: ['TH-40'], severity: ['4'] } })).issues).to.equal(
      1,
    );
    expect((await preview({ filters: { strategy: ['trust'] } })).of).to.equal(0);
    await switched(id, 'on');
    expect(await bySubPlan()).to.deep.equal({ '3.1': 1, none: 0 });

    const whole = await added();
    const { version } = whole;
    const foreign = await northern.patch(`${rules}/${whole.id}`, { version, state: 'on' });
    expect(foreign.status).to.equal(403);
    const seen = await northern.get(`${rules}/${whole.id}/preview`);
    expect(seen.status, 'titles of other provinces').to.equal(403);
    expect((await northern.get(`${rules}/${id}/preview`)).status).to.equal(200);
  });

  it('rest when their sub-plan is retired: what is linked stays, and nothing more is', async () => {
    const first = await stored(['ศูนย์ดิจิทัลชุมชน ก่อน']);
    const { id } = await added();
    await switched(id, 'on');
    expect(await bySubPlan()).to.deep.equal({ '3.1': 1 });
    const setState = async (state: string) => {
      const round = await app.models.surveys.findById('2569').lean();
      const subPlans = round?.subPlans.map((one) => (one.id === '3.1' ? { ...one, state } : one));
      await app.models.surveys.collection.updateOne({ _id: '2569' } as never, {
        $set: { subPlans },
      });
      await wait(1200); // a definition is remembered for a second
    };
    try {
      await setState('retired');
      await stored(['ศูนย์ดิจิทัลชุมชน หลัง']);
      await wait(2500);
      expect(await bySubPlan()).to.deep.equal({ '3.1': 1, none: 0 });
      expect((await linksOf(first)).links).to.have.length(1);
      const other = await nok.post(rules, centre);
      expect(other.body.errors[0].code).to.equal('retired-sub-plan');
    } finally {
      await setState('active');
    }
    await until(async () => (await bySubPlan())['3.1'] === 2);
  });

  it('refuse what they cannot be, each with its code', async () => {
    const code = async (over: object) => {
      const { status, body } = await nok.post(rules, { ...centre, ...over });
      return [status, body.errors?.[0].code ?? body.errors?.[0].pointer];
    };
    expect(await code({ words: ['ศูนย์', 'ก'] })).to.deep.equal([422, 'word-too-short']);
    expect(await code({ subPlan: '9.9' })).to.deep.equal([422, 'unknown-sub-plan']);
    expect((await code({ filters: { strategy: ['nothing'] } }))[0]).to.equal(400);
    expect((await code({ filters: { linked: ['none'] } }))[0]).to.equal(400);
    expect((await code({ words: [] }))[0]).to.equal(400);

    const { id, version } = await added();
    const stale = await nok.patch(`${rules}/${id}`, { version: version - 1, state: 'on' });
    expect([stale.status, stale.body.version]).to.deep.equal([409, version]);
    await switched(id, 'on');
    const whileOn = await change(id, { words: ['อื่นๆ'] });
    expect(whileOn.body.errors[0].code).to.equal('rule-on');
    await switched(id, 'off');
    expect((await change(id, { words: ['เน็ต ช้า'] })).body.words).to.deep.equal(['เน็ต ช้า']);
    expect((await change(id, { state: 'retired' })).body.state).to.equal('retired');
    expect((await change(id, { state: 'on' })).body.errors[0].code).to.equal('rule-retired');
    expect((await nok.get(`${rules}/${newId()}/preview`)).status).to.equal(404);
  });

  it('are at most fifty in a round; those that are put away do not count', async () => {
    for (let n = 0; n < 49; n++) await added();
    const last = await added();
    const over = await nok.post(rules, centre);
    expect(over.body.errors[0].code).to.equal('too-many-rules');
    await change(last.id, { state: 'retired' });
    expect((await nok.post(rules, centre)).status).to.equal(201);
  });
});

/** What comes beside everything else comes within some seconds. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 200; look++) {
    if (await isSo()) return;
    await wait(100);
  }
  expect.fail('it did not come');
}
