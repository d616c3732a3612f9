// The workbench's groups: alike issues of one strategy together, the weightiest first, with suggestions that learn from what was confirmed.

import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { inventedSubPlans } from '../../../seed/plan.ts';
import { markAsSeeded } from '../../../server/demonstration-mark.ts';
import { nameOfDemonstration } from '../../../server/fill-sub-plans.ts';
import { addFirstSurvey, nameSubPlans } from '../../../server/surveys/demonstration-survey.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { openTestDatabase } from '../../support/database.ts';

import { storeResponse } from '../../support/store.ts';

const links = '/api/surveys/2569/links';

describe('GET …/links', () => {
  let app: TestApp;
  let nok: Person;

  before(async () => {
    const database = await openTestDatabase();
    await markAsSeeded(database.db);
    app = await startApp({}, database);
    await addFirstSurvey(database.db);
    await nameSubPlans(database.db, nameOfDemonstration);
    nok = await app.as('nok');
  });
  after(() => app.close());

  const stored = (title: string, over: object = {}, province = 'TH-50') =>
    storeResponse(app, aResponse({ place: { province }, issues: [anIssue({ title, ...over })] }));
  const groups = async (query = '') => (await nok.get(`${links}?${query}`)).body;

  it('puts alike ones of one strategy together, the weightiest first, and leaves out what is linked', async () => {
    const titles = ['เสาสัญญาณล่มบ่อยช่วงฝนตก', 'เสาสัญญาณล่มบ่อยช่วงฝนตกหนัก'];
    const first = await stored(titles[0] ?? '', { strategy: 'infrastructure', severity: 4 });
    await stored(titles[1] ?? '', { strategy: 'infrastructure', severity: 5 }, 'TH-40');
    await stored(titles[0] ?? '', { strategy: 'trust', severity: 1 });
    await stored('ถูกหลอกให้โอนเงินทางโทรศัพท์', { strategy: 'trust', severity: 2 });

    const all = await groups();
    expect(all.items.map(({ count, strategy }: any) => [count, strategy])).to.deep.equal([
      [2, 'infrastructure'],
      [1, 'trust'],
      [1, 'trust'],
    ]);
    expect(all.items[0]).to.deep.include({ provinces: 2, severity: 4.5 });
    expect(all.items[0].suggestions[0].subPlan).to.equal('1.1');
    const [word] = all.items[0].suggestions[0].words;
    expect(all.items[0].title.slice(word.from, word.to)).to.include('สัญญาณ');
    expect(all).to.deep.include({ total: 3, issues: 4, next: null, cut: false, quality: null });

    const page = await groups('limit=1');
    expect((await groups(`limit=5&after=${encodeURIComponent(page.next)}`)).items).to.have.length(
      2,
    );
    await nok.post(links, { issues: all.items[0].issues, subPlan: '1.1', how: 'suggestion' });
    expect((await groups()).total).to.equal(2);
    expect((await groups('state=linked')).items[0].issues).to.include(`${first}#1`);
    await nok.post(links, { issues: all.items[1].issues, subPlan: 'none' });
    expect((await groups()).total, 'what fits none is decided').to.equal(1);
    expect((await groups('province=TH-40')).total).to.equal(0);
  });

  it('learns from what was confirmed, and says how often it would have been right', async () => {
    for (const { id, strategy, answers } of inventedSubPlans.slice(0, 6))
      for (const answer of answers)
        for (const [n, end] of ['ทุกวัน', 'ในหมู่บ้านเรา', 'ตั้งแต่ปีก่อน'].entries()) {
          const response = await stored(`${answer} ${end}`, { strategy, severity: 1 + n });
          await nok.post(links, { issues: [`${response}#1`], subPlan: id });
        }

    let quality = null;
    // it learns beside everything else
    for (let look = 0; look < 240 && quality === null; look++) {
      quality = (await groups()).quality;
      if (quality === null) await wait(500);
    }
    expect(quality).to.include.keys('n', 'top1', 'top3', 'forced');
    expect((quality as any).n).to.be.greaterThan(20);
  }).timeout(120_000);
});
