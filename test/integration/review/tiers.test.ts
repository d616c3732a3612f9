// Rounds that ask for no review, and for two decisions: the office's, then the national one.
import { expect } from 'chai';
import { forgetSurveys } from '../../../server/surveys/read-survey.ts';
import { storedSurveys } from '../../../server/surveys/survey.model.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';

describe('tiers of review', () => {
  let app: TestApp;
  let somchai: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
    admin = await app.as('admin');
  });
  after(() => app.close());
  afterEach(async () => {
    await app.empty();
    await setRound({ reviewTiers: 1, countApprovedOnly: false });
  });

  async function setRound(over: { reviewTiers: 0 | 1 | 2; countApprovedOnly?: boolean }) {
    await app.context.db.model(storedSurveys).updateOne({ _id: '2569' }, { $set: over });
    forgetSurveys(app.context.db);
  }
  const inKhonKaen = async (over = {}) =>
    `${survey}/responses/${await storeResponse(app, aResponse({ place: { province: 'TH-40' }, ...over }))}`;
  const decide = (person: Person, at: string, decision: string, reason?: string) =>
    person.post(`${at}/decisions`, { decision, reason });
  const waits = async (person: Person) => (await person.get(`${survey}/review`)).body.total;
  const strip = async () => (await admin.get(`${survey}/figures`)).body.strip;

  it('asks for the national decision after the office’s, and counts which tier the round says', async () => {
    await setRound({ reviewTiers: 2, countApprovedOnly: true });
    const at = await inKhonKaen();
    expect([await waits(somchai), await waits(admin)]).to.deep.equal([1, 0]);

    const office = await decide(somchai, at, 'approved');
    expect(office.status, office.text).to.equal(201);
    expect(office.body).to.include({ status: 'endorsed' });
    expect([await waits(somchai), await waits(admin)]).to.deep.equal([0, 1]);
    expect(await strip()).to.include({ responses: 0, pending: 1 });
    const again = await decide(somchai, at, 'approved');
    expect([again.status, again.body.type]).to.deep.equal([403, '/problems/national-decision']);

    const national = await decide(admin, at, 'approved');
    expect(national.body).to.include({ status: 'approved' });
    expect([await waits(somchai), await waits(admin)]).to.deep.equal([0, 0]);
    expect(await strip()).to.include({ responses: 1, pending: 0 });
    const { items } = (await admin.get(`${at}/history`)).body;
    expect(items.map(({ what, by, tier }: any) => [what, by, tier])).to.deep.equal([
      ['sent', 'somebody-else', undefined],
      ['endorsed', 'somchai', 1],
      ['approved', 'admin', 2],
    ]);
    const late = await decide(somchai, at, 'rejected', 'ซ้ำ');
    expect([late.status, late.body.type]).to.deep.equal([403, '/problems/national-decision']);
  });

  it('counts what the office has approved as it counts what was received, and finds it by its own filter', async () => {
    await setRound({ reviewTiers: 2 });
    const at = await inKhonKaen();
    await inKhonKaen({ channel: 'citizen' });
    await decide(somchai, at, 'approved');

    expect(await strip()).to.include({ responses: 1, pending: 1 });
    const total = async (status: string) =>
      (await admin.get(`${survey}/responses?status=${status}`)).body.total;
    expect(await total('endorsed')).to.equal(1);
    expect(await total('for-national')).to.equal(1);
    expect(await total('for-office')).to.equal(1);
    expect(await total('approved')).to.equal(0);
  });

  it('takes the office’s approval once under its id, and gives it back while nobody has decided since', async () => {
    await setRound({ reviewTiers: 2 });
    const at = await inKhonKaen();
    const body = { id: '0b7f1c62-4d0f-4b43-9f0c-0d6d1a3c5e11', decision: 'approved' };
    const first = await somchai.post(`${at}/decisions`, body);
    const second = await somchai.post(`${at}/decisions`, body);
    expect([first.status, second.status]).to.deep.equal([201, 201]);
    expect(second.body).to.deep.equal(first.body);

    const back = await somchai.delete(`${at}/decisions/${body.id}`);
    expect(back.body, back.text).to.include({ status: 'received' });
    expect(await waits(somchai)).to.equal(1);
  });

  it('keeps nobody waiting where a round asks for no review, but for what citizens report themselves', async () => {
    await setRound({ reviewTiers: 0 });
    await inKhonKaen();
    expect([await waits(somchai), (await strip()).responses]).to.deep.equal([0, 1]);
    const report = await inKhonKaen({ channel: 'citizen' });
    expect(await waits(somchai)).to.equal(1);
    expect((await decide(somchai, report, 'approved')).body).to.include({ status: 'approved' });
    expect([await waits(somchai), (await strip()).responses]).to.deep.equal([0, 2]);
  });
});
