// The list of batches, page by page: whole, of one office, and of the many offices of a region in one order.
import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const url = '/api/surveys/2569/batches';
// in this order, by turns of an office of a province, of its region, and of the whole country
const senders = ['somchai', 'wanida', 'admin', 'somchai', 'wanida', 'somchai', 'admin'];

describe('GET /api/surveys/:survey/batches', () => {
  let app: TestApp;
  const ids: string[] = [];

  before(async () => {
    app = await startApp();
    for (const [n, sender] of senders.entries()) {
      const { body } = await sendFile(await app.as(sender), `จังหวัด,ปัญหา\nขอนแก่น,ไฟดับครั้งที่ ${n}\n`);
      ids.unshift(body.id);
    }
    // two that began in the same instant
    const [before = '', instant = ''] = [ids[1], ids[2]];
    const same = await app.models.batches.findById(instant).lean();
    await app.models.batches.updateOne({ _id: before }, { $set: { startedAt: same?.startedAt } });
    ids.splice(1, 2, ...ids.slice(1, 3).sort().reverse());
  });
  after(() => app.close());

  for (const [who, sees] of [
    ['admin', ['somchai', 'wanida', 'admin']],
    ['wanida', ['somchai', 'wanida']],
    ['somchai', ['somchai']],
  ] satisfies [string, string[]][]) {
    for (const limit of [1, 2, 3, 50]) {
      it(`gives ${who} those of ${sees.join(', ')}, newest first, each once, ${limit} a page`, async () => {
        const person = await app.as(who);
        const seen: { id: string; by: string }[] = [];
        let after = '';
        do {
          const { body } = await person.get(`${url}?limit=${limit}${after && `&after=${after}`}`);
          expect(body.items.length).to.be.at.most(limit);
          seen.push(...body.items);
          after = body.next ?? '';
        } while (after);

        const visible = (
          await app.models.batches.find({ by: { $in: sees } }, { _id: 1 }).lean()
        ).map(({ _id }) => _id);
        expect(seen.map(({ id }) => id)).to.deep.equal(ids.filter((id) => visible.includes(id)));
        expect(visible).to.have.length(senders.filter((name) => sees.includes(name)).length);
      });
    }
  }

  it('refuses a cursor that is none of its own', async () => {
    const { status, body } = await (await app.as('wanida')).get(`${url}?after=x`);

    expect([status, body.errors]).to.deep.equal([400, [{ pointer: '/query/after' }]]);
  });
});
