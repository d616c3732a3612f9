// Quality: what the rules noticed, who sees it, and how it is set aside.
import { expect } from 'chai';
import { lookThroughAll } from '../../../server/quality/look-through.ts';
import { runWhenDue } from '../../../server/quality/watch-quality.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const url = '/api/surveys/2569/quality';
const hour = 3_600_000;

describe('GET …/quality', () => {
  let app: TestApp;
  let admin: Person;
  let somchai: Person;
  beforeEach(async () => {
    app = await startApp();
    [admin, somchai] = await Promise.all([app.as('admin'), app.as('somchai')]);
  });
  afterEach(() => app.close());

  const flags = async (person: Person, query = '') => {
    const answer = await person.get(`${url}${query}`);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };
  const rules = async (person: Person) =>
    (await flags(person)).items.map(({ rule }: { rule: string }) => rule);
  /** sent by hand, all alike but for their words */
  const sendAlike = async (count: number, province = 'TH-40') => {
    for (let n = 0; n < count; n++) {
      const issues = [anIssue({ title: `เรื่องที่ ${newId()} ของเรา` })];
      await storeResponse(app, aResponse({ place: { province }, issues }), `by-${province}`);
    }
  };
  const look = () => lookThroughAll(app.context);

  it('says nothing before the rules ran, and nothing when nothing is noticed', async () => {
    expect(await flags(admin)).to.deep.include({ items: [], total: 0, ranAt: null });

    await runWhenDue(app.context);

    const now = await flags(admin);
    expect(now).to.deep.include({ items: [], open: 0, aside: 0 });
    expect(now.ranAt).to.be.a('string');
  });

  it('shows a flag with its numbers and responses to whose scope holds all of them', async () => {
    await sendAlike(20);
    await sendAlike(20, 'TH-50');

    await look();

    const [flag, ...more] = (await flags(somchai)).items;
    expect(more).to.deep.equal([]);
    expect(flag).to.deep.include({ rule: 'same-answers', cases: 20, aside: null, cameBack: false });
    expect(flag.numbers).to.deep.include({ by: 'by-TH-40', cases: 20, of: 20 });
    const shown = await somchai.get(`/api/surveys/2569/responses/${flag.responses[0]}`);
    expect(shown.status).to.equal(200);
    const about = await flags(somchai, `?response=${flag.responses[0]}`);
    expect(about.items).to.deep.equal([flag]);
    expect((await flags(somchai, `?response=${newId()}`)).items).to.deep.equal([]);
    expect(await rules(admin)).to.deep.equal(['same-answers', 'same-answers']);
    const [other] = (await flags(admin)).items.filter(({ id }: { id: string }) => id !== flag.id);
    const outside = await somchai.put(`${url}/${other.id}/aside`, { reason: 'ดูแล้ว' });
    expect(outside.status).to.equal(404);
  });

  it('finds the same words from two offices, for who sees both', async () => {
    const issues = [anIssue({ title: 'สัญญาณอินเทอร์เน็ตหลุดทุกคืน', detail: 'ตั้งแต่ต้นเดือน' })];
    for (const [person, province] of [
      ['malee', 'TH-50'],
      ['somchai', 'TH-40'],
    ] as const) {
      const sent = await (await app.as(person)).put(
        `/api/surveys/2569/responses/${newId()}`,
        aResponse({ place: { province }, issues }),
      );
      expect(sent.status, sent.text).to.equal(201);
    }

    await look();

    expect(await rules(admin)).to.deep.equal(['duplicates']);
    expect(await rules(somchai)).to.deep.equal([]);
  });

  it('keeps aside what was set aside with a reason, until there is twice as much of it', async () => {
    await sendAlike(20);
    await look();
    const [flag] = (await flags(somchai)).items;

    const without = await somchai.put(`${url}/${flag.id}/aside`, { reason: ' ' });
    const set = await somchai.put(`${url}/${flag.id}/aside`, { reason: 'หมู่บ้านเดียวกัน' });
    await sendAlike(19);
    await look();

    expect(without.body.type).to.equal('/problems/reason-needed');
    expect(set.body.aside).to.deep.include({ reason: 'หมู่บ้านเดียวกัน', by: 'somchai', cases: 20 });
    expect(await flags(somchai)).to.deep.include({ items: [], open: 0, aside: 1 });
    const [kept] = (await flags(somchai, '?state=aside')).items;
    expect(kept).to.deep.include({ id: flag.id, cases: 39 });

    await sendAlike(1);
    await look();

    const [back] = (await flags(somchai)).items;
    expect(back).to.deep.include({ id: flag.id, cases: 40, aside: null, cameBack: true });
  });

  it('takes up again what was set aside, and drops what is no more so', async () => {
    await sendAlike(20);
    await look();
    const [flag] = (await flags(somchai)).items;
    await somchai.put(`${url}/${flag.id}/aside`, { reason: 'ดูแล้ว' });

    const again = await somchai.delete(`${url}/${flag.id}/aside`);

    expect(again.body).to.deep.include({ id: flag.id, aside: null });
    await app.empty();
    await look();
    expect(await flags(somchai)).to.deep.include({ items: [], open: 0, aside: 0 });
  });

  it('runs once an hour', async () => {
    await runWhenDue(app.context);
    const first = (await flags(admin)).ranAt;

    await runWhenDue(app.context);
    expect((await flags(admin)).ranAt).to.equal(first);
    await runWhenDue({ ...app.context, now: () => new Date(Date.now() + hour) });

    expect((await flags(admin)).ranAt).not.to.equal(first);
  });

  it('goes on from page to page, of one rule when asked', async () => {
    for (const province of ['TH-40', 'TH-50', 'TH-41']) await sendAlike(20, province);
    await look();

    const first = await flags(admin, '?limit=2');
    const second = await flags(admin, `?limit=2&after=${first.next}`);

    expect(first.items).to.have.length(2);
    expect(second.items).to.have.length(1);
    expect(second.next).to.equal(null);
    expect((await flags(admin, '?rule=duplicates')).total).to.equal(0);
  });
});
