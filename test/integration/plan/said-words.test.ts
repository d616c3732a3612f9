// How people speak of each sub-plan: by links, by what responses name, within a scope and a view.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const sv = '/api/surveys/2569';

describe('GET …/sub-plan-words', () => {
  let app: TestApp;
  let nok: Person;

  before(async () => {
    app = await startApp();
    nok = await app.as('nok');
  });
  after(() => app.close());

  const stored = (title: string, province = 'TH-50') =>
    storeResponse(app, aResponse({ place: { province }, issues: [anIssue({ title })] }));
  const wordsOf = async (person: Person, query = '') =>
    (await person.get(`${sv}/sub-plan-words?${query}`)).body;

  it('tells the words of what is linked to a sub-plan from all others, and follows scope and filters', async () => {
    const masts = [];
    for (let n = 0; n < 30; n++) masts.push(await stored('เสาสัญญาณล่มตลอดเวลา'));
    for (let n = 0; n < 60; n++) await stored('ขายของออนไลน์ไม่เป็น', 'TH-40');
    await nok.post(`${sv}/links`, { issues: masts.map((id) => `${id}#1`), subPlan: '1.1' });

    const { items, responses, of } = await wordsOf(nok);
    expect({ responses, of }).to.deep.equal({ responses: 90, of: 90 });
    const [first] = items;
    expect(first).to.include({ subPlan: '1.1', responses: 30 });
    expect(first.words[0]).to.include({ responses: 30, elsewhere: 0 });
    expect(first.words[0].low).to.be.above(1);
    expect(items[1].words).to.deep.equal([]);

    expect((await wordsOf(nok, 'province=TH-40')).items[0].responses).to.equal(0);
    const office = await app.as('somchai');
    expect((await wordsOf(office)).items[0], 'of Khon Kaen alone').to.include({ responses: 0 });
    expect((await nok.get(`${sv}/sub-plan-words?colour=red`)).status).to.equal(400);
  });
});
