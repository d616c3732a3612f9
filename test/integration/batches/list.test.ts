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

  it('is searched by name, receipt, sender, state and office, and shows nobody more than before', async () => {
    const [admin, wanida] = await Promise.all(['admin', 'wanida'].map((name) => app.as(name)));
    const found = async (query: string, person = admin) =>
      (await person?.get(`${url}?${query}`))?.body.items.map(({ id }: { id: string }) => id);
    const first = (await admin?.get(`${url}/${ids[0]}`))?.body;
    const by = async (name: string) =>
      (await app.models.batches.find({ by: name }).lean()).map(({ _id }) => _id).sort();

    expect(await found(`q=${first.receipt.slice(5).toLowerCase()}`)).to.deep.equal([ids[0]]);
    expect((await found('q=somchai'))?.sort()).to.deep.equal(await by('somchai'));
    expect(await found('q=nothing+of+the+kind')).to.deep.equal([]);
    expect(await found('q=%E0%B9%84%E0%B8%9F%E0%B8%A5%E0%B9%8C')).to.deep.equal(ids);
    expect((await found('office=northeast'))?.sort()).to.deep.equal(await by('wanida'));
    expect((await found('office=national', wanida))?.sort()).to.deep.equal([]);
    expect(await found('state=withdrawn')).to.deep.equal([]);
    await admin?.put(`${url}/${ids[3]}/withdrawal`, { reason: 'ส่งผิดไฟล์' });
    expect(await found('state=withdrawn')).to.deep.equal([ids[3]]);
    expect(await found('state=done&limit=2')).to.deep.equal(ids.slice(0, 2));
    const next = (await admin?.get(`${url}?state=done&limit=2`))?.body.next;
    expect(await found(`state=done&limit=2&after=${next}`)).to.deep.equal([ids[2], ids[4]]);
  });

  it('refuses a cursor that is none of its own', async () => {
    const { status, body } = await (await app.as('wanida')).get(`${url}?after=x`);

    expect([status, body.errors]).to.deep.equal([400, [{ pointer: '/query/after' }]]);
  });
});
