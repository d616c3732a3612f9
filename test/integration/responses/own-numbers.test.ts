import { expect } from 'chai';
import { insertResponses } from '../../../server/responses/insert-responses.ts';
import { readSurvey } from '../../../server/surveys/read-survey.ts';
import { districtsOf } from '../../../shared/places/districts.ts';
import { checkResponse } from '../../../shared/survey/check-response.ts';
import type { RawResponse } from '../../../shared/survey/response.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

describe('GET /api/surveys/:survey/own', () => {
  let app: TestApp;
  let malee: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    malee = await app.as('malee');
    admin = await app.as('admin');
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const sent = async (): Promise<string> => {
    const id = newId();
    const answer = await malee.put(`/api/surveys/2569/responses/${id}`, aResponse());
    expect(answer.status, answer.text).to.equal(201);
    return id;
  };
  const decide = async (id: string, decision: string) => {
    const at = `/api/surveys/2569/responses/${id}/decisions`;
    const answer = await admin.post(at, { decision, reason: 'ตรวจแล้ว' });
    expect(answer.status, answer.text).to.equal(201);
  };
  const own = async () => (await malee.get('/api/surveys/2569/own')).body;

  it('counts what one has sent, by what became of it, and nobody else’s', async () => {
    const ids = [await sent(), await sent(), await sent(), await sent(), await sent()];
    await storeResponse(app, aResponse());
    await decide(ids[0] ?? '', 'approved');
    await decide(ids[1] ?? '', 'returned');
    await decide(ids[2] ?? '', 'rejected');

    expect(await own()).to.include({
      ...{ today: 5, week: 5, waiting: 2, approved: 1, returned: 1, rejected: 1 },
    });
  });

  it('counts by the day in Thailand, weeks from Monday, and nothing that is older than 30 days', async () => {
    const [today, monday, sunday, old] = [await sent(), await sent(), await sent(), await sent()];
    const now = app.context.now;
    // a Wednesday, half past one in the morning there
    const clock = new Date('2026-11-24T18:30:00Z');
    const at = (id: string, time: string) =>
      app.models.responses.updateOne({ _id: id }, { $set: { receivedAt: new Date(time) } });
    await at(today ?? '', '2026-11-24T17:10:00Z');
    await at(monday ?? '', '2026-11-22T17:10:00Z');
    await at(sunday ?? '', '2026-11-22T16:50:00Z');
    await at(old ?? '', '2026-10-20T00:00:00Z');
    app.context.now = () => clock;

    const numbers = await own();
    app.context.now = now;

    expect(numbers).to.include({ today: 1, week: 2, waiting: 3 });
    expect(numbers.since).to.equal('2026-10-25T18:30:00.000Z');
  });

  it('gives the receipts of what one sent, newest first, and nobody else’s', async () => {
    const [first, second] = [await sent(), await sent()];
    await storeResponse(app, aResponse());
    await decide(first ?? '', 'approved');

    const { items } = (await malee.get('/api/surveys/2569/own/receipts')).body;

    expect(items.map(({ id }: { id: string }) => id)).to.have.members([first, second]);
    const one = items.find(({ id }: { id: string }) => id === first);
    const { receipt, receivedAt } = (await malee.get(`/api/surveys/2569/responses/${first}`)).body;
    const place = { province: 'TH-50', district: 'เมืองเชียงใหม่' };
    expect(one).to.include({ receipt, receivedAt, status: 'approved', issues: 1, ...place });
    expect((await admin.get('/api/surveys/2569/own/receipts')).body.items).to.deep.equal([]);
  });

  it('leaves out what came by files, and what was sent for another office', async () => {
    const [own1, file, elsewhere] = [await sent(), await sent(), await sent()];
    const change = async (id: string, content: object) => {
      const before = await app.models.responses.findOne({ _id: id }).lean();
      if (!before) return expect.fail('it is stored');
      const { changeResponse } = await import('../../../server/responses/change-response.ts');
      await changeResponse(app.context, before as never, content);
    };
    await change(file, { channel: 'csv' });
    await change(elsewhere, { office: 'TH-51' });
    expect(own1).not.to.equal('');

    expect(await own()).to.include({ today: 1, week: 1, waiting: 1 });
  });

  it('says that it cannot tell a day of which not everything was looked through', async () => {
    await sent();
    const survey = await readSurvey(app.context, '2569');
    const raw = aResponse();
    const { response, violations } = checkResponse(survey, raw as RawResponse, {
      today: '2026-11-29',
      districts: districtsOf,
    });
    if (!response) return expect.fail('it passes');
    const by = { by: 'somebody-else', office: 'TH-50' };
    for (let n = 0; n < 2600; n += 200)
      await insertResponses(
        app.context,
        survey,
        Array.from({ length: 200 }, () => ({ id: newId(), response, violations, ...by })),
      );

    expect(await own()).to.include({ today: null, week: null });
  });
});
