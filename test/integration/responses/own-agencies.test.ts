// The agencies that an office has named are offered to its people, and to nobody else's.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';

describe('GET /api/surveys/:survey/own/agencies', () => {
  let app: TestApp;
  let admin: Person;
  let malee: Person;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    [admin, malee, somchai] = [
      await app.as('admin'),
      await app.as('malee'),
      await app.as('somchai'),
    ];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  async function name(who: Person, respondent: object, province = 'TH-50'): Promise<string> {
    const id = newId();
    const answer = await who.put(
      `${sv}/responses/${id}`,
      aResponse({ place: { province }, respondent }),
    );
    expect(answer.status, answer.text).to.equal(201);
    return id;
  }
  const agencies = async (who: Person) => {
    const answer = await who.get(`${sv}/own/agencies`);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body;
  };

  it('tells what the own office named, most often first, whoever of it did', async () => {
    const hospital = { type: 'agency', agency: 'โรงพยาบาลนครพิงค์' };
    await name(malee, { type: 'agency', agency: 'อบต.แม่แรม' });
    for (let n = 0; n < 2; n++) await name(malee, hospital);
    await name(malee, { type: 'citizen' });
    await name(malee, { type: 'agency' });
    await name(somchai, { type: 'agency', agency: 'เทศบาลนครขอนแก่น' }, 'TH-40');
    expect(await agencies(malee)).to.deep.equal({
      items: [
        { name: 'โรงพยาบาลนครพิงค์', responses: 2 },
        { name: 'อบต.แม่แรม', responses: 1 },
      ],
      next: null,
    });
    expect((await agencies(somchai)).items).to.deep.equal([
      { name: 'เทศบาลนครขอนแก่น', responses: 1 },
    ]);
    expect((await agencies(admin)).items, 'another office, of the whole country').to.deep.equal([]);
  });

  it('tells none of what was rejected or erased', async () => {
    const rejected = await name(malee, { type: 'agency', agency: 'ก' });
    const erased = await name(malee, { type: 'agency', agency: 'ข' });
    const decision = { decision: 'rejected', reason: 'ซ้ำ' };
    await admin.post(`${sv}/responses/${rejected}/decisions`, decision);
    await admin.post(`${sv}/responses/${erased}/erasure`, { reason: 'ผู้ให้ข้อมูลขอ' });
    expect((await agencies(malee)).items).to.deep.equal([]);
  });

  it('is not for a round that is not there', async () => {
    expect((await malee.get('/api/surveys/none/own/agencies')).status).to.equal(404);
  });
});
