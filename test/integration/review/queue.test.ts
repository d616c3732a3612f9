import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const queue = '/api/surveys/2569/review';

describe('GET /api/surveys/:survey/review', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const inKhonKaen = (over = {}) =>
    storeResponse(app, aResponse({ place: { province: 'TH-40' }, ...over }));
  const ids = (answer: { body: any }) => answer.body.items.map(({ id }: any) => id);

  it('gives what waits in my scope, the oldest first, whether it counts already or not', async () => {
    const first = await inKhonKaen();
    await storeResponse(app, aResponse({ place: { province: 'TH-50' } }));
    const report = await inKhonKaen({ channel: 'citizen' });
    const decided = await inKhonKaen();
    const last = await inKhonKaen();
    const somchai = await app.as('somchai');
    await somchai.post(`/api/surveys/2569/responses/${decided}/decisions`, {
      decision: 'approved',
    });

    const answer = await somchai.get(queue);

    // those of one millisecond stand in the order of their ids
    expect(answer.body.total).to.equal(3);
    expect(ids(answer)).to.have.members([first, report, last]);
    const times = answer.body.items.map(({ receivedAt }: any) => receivedAt);
    expect(times).to.deep.equal([...times].sort());
  });

  it('pages by a cursor without missing or repeating one, also while others are decided', async () => {
    for (let i = 0; i < 7; i++) await inKhonKaen();
    const somchai = await app.as('somchai');
    const all = ids(await somchai.get(queue));

    const page = await somchai.get(`${queue}?limit=3`);
    await somchai.post(`/api/surveys/2569/responses/${all[1]}/decisions`, { decision: 'approved' });
    const next = await somchai.get(`${queue}?limit=3&after=${page.body.next}`);
    const last = await somchai.get(`${queue}?limit=3&after=${next.body.next}`);

    expect([...ids(page), ...ids(next), ...ids(last)]).to.deep.equal(all);
    expect(last.body.next).to.equal(null);
  });

  it('takes the filters of the dashboard, and refuses one that there is none of', async () => {
    const wanted = await inKhonKaen({ issues: [anIssue({ strategy: 'trust' })] });
    await inKhonKaen();
    const somchai = await app.as('somchai');

    expect(ids(await somchai.get(`${queue}?strategy=trust`))).to.deep.equal([wanted]);
    expect(ids(await somchai.get(`${queue}?status=returned`))).to.deep.equal([]);
    expect((await somchai.get(`${queue}?colour=red`)).status).to.equal(400);
    expect((await somchai.get('/api/surveys/none/review')).status).to.equal(404);
  });
});
