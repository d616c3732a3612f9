// How a response was filled in is kept beside it: no part of its content, and never a reason to refuse it twice.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';
const filling = {
  startedAt: '2026-11-20T03:00:00.000Z',
  finishedAt: '2026-11-20T03:06:00.000Z',
  edits: 3,
};

describe('how a response was filled in', () => {
  let app: TestApp;
  let admin: Person;
  let malee: Person;
  before(async () => {
    app = await startApp();
    [admin, malee] = [await app.as('admin'), await app.as('malee')];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const content = () => aResponse({ place: { province: 'TH-50' } });
  const stored = async (id: string) => (await admin.get(`${sv}/responses/${id}`)).body;

  it('is kept as the device said it, and absent where it said nothing', async () => {
    const [with_, without] = [newId(), newId()];
    expect(
      (await malee.put(`${sv}/responses/${with_}`, { ...content(), filling })).status,
    ).to.equal(201);
    expect((await malee.put(`${sv}/responses/${without}`, content())).status).to.equal(201);
    expect((await stored(with_)).filling).to.deep.equal(filling);
    expect(await stored(without)).to.not.have.property('filling');
  });

  it('is no part of the content: sent again with another one, or none, it is the same response', async () => {
    const id = newId();
    const sent = content();
    await malee.put(`${sv}/responses/${id}`, { ...sent, filling });
    for (const again of [{ ...filling, edits: 9 }, undefined]) {
      const answer = await malee.put(`${sv}/responses/${id}`, {
        ...sent,
        ...(again && { filling: again }),
      });
      expect(answer.status, answer.text).to.equal(200);
    }
    expect((await stored(id)).filling).to.deep.equal(filling);
  });

  it('stays that of the first sending when a response is mended', async () => {
    const id = newId();
    await malee.put(`${sv}/responses/${id}`, { ...content(), filling });
    const decision = { decision: 'returned', reason: 'ขอชื่อหมู่บ้าน' };
    expect((await admin.post(`${sv}/responses/${id}/decisions`, decision)).status).to.equal(201);
    const mended = aResponse({ place: { province: 'TH-50', district: 'แม่ริม' } });
    const answer = await malee.put(`${sv}/responses/${id}`, { ...mended, revision: 1 });
    expect(answer.status, answer.text).to.equal(200);
    expect((await stored(id)).filling).to.deep.equal(filling);
  });

  it('takes what can be one alone', async () => {
    const wrong = [
      { ...filling, edits: -1 },
      { ...filling, edits: 1.5 },
      { ...filling, startedAt: 'yesterday' },
      { ...filling, keys: ['a'] },
      { startedAt: filling.startedAt },
    ];
    for (const one of wrong) {
      const answer = await malee.put(`${sv}/responses/${newId()}`, { ...content(), filling: one });
      expect(answer.status, JSON.stringify(one)).to.equal(400);
    }
  });

  it('stands in no file', async () => {
    const id = newId();
    await malee.put(`${sv}/responses/${id}`, { ...content(), filling });
    const csv = await admin.get(`${sv}/responses.csv`);
    expect(csv.text).to.include(id).and.not.include('2026-11-20T03:0');
  });
});
