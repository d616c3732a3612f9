import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';

describe('/api/offices/:id/reasons', () => {
  let app: TestApp;
  let [admin, somchai, malee]: Person[] = [];
  before(async () => {
    app = await startApp();
    [admin, somchai, malee] = [
      await app.as('admin'),
      await app.as('somchai'),
      await app.as('malee'),
    ];
  });
  after(() => app.close());

  const at = '/api/offices/TH-40/reasons';
  const village = { labelTh: 'ขอชื่อหมู่บ้านที่ถูกต้อง', labelEn: 'Give the right village' };

  it('are made by an officer of the office, and read by who decides there', async () => {
    const made = await somchai?.post(at, village);

    expect(made?.status, made?.text).to.equal(201);
    expect(made?.body).to.deep.include({ ...village, state: 'active' });
    expect((await admin?.get(at))?.body.items).to.deep.include(made?.body);
    expect((await admin?.get('/api/offices'))?.text).not.to.include(village.labelTh);
  });

  it('are retired and offered again, and never go', async () => {
    const { body } = (await somchai?.post(at, { labelTh: 'ซ้ำกับชุดก่อน' })) ?? {};
    const retired = await admin?.patch(`${at}/${body.id}`, { state: 'retired' });

    expect(retired?.body).to.deep.equal({ ...body, state: 'retired' });
    expect((await somchai?.get(at))?.body.items).to.deep.include(retired?.body);
    expect((await somchai?.delete(`${at}/${body.id}`))?.status).to.equal(405);
    expect((await somchai?.patch(`${at}/${body.id}`, { state: 'active' }))?.body).to.deep.equal(
      body,
    );
  });

  it('are changed by several at once without losing one', async () => {
    const before = (await admin?.get(at))?.body.items.length;
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, n) => somchai?.post(at, { labelTh: `เหตุผลที่ ${n}` })),
    );

    expect(answers.map((answer) => answer?.status)).to.deep.equal([201, 201, 201, 201, 201]);
    expect((await admin?.get(at))?.body.items).to.have.length(before + 5);
  });

  it('are nobody’s business in another office, keep no personal data, and stand in the record', async () => {
    const elsewhere = await somchai?.post('/api/offices/TH-50/reasons', village);
    const none = await somchai?.post('/api/offices/nowhere/reasons', village);
    const field = await malee?.post('/api/offices/TH-50/reasons', village);
    const nothing = await somchai?.post(at, { labelTh: '\u200b' });
    expect(nothing?.status).to.equal(422);
    const phone = await somchai?.post(at, { labelTh: 'โทรกลับ 081-234-5678' });
    const { items } = (await admin?.get('/api/audit?on=office:TH-40'))?.body ?? {};

    expect([elsewhere?.status, none?.status, field?.status]).to.deep.equal([403, 404, 403]);
    expect(phone?.body.labelTh).not.to.include('081');
    expect(items[0]).to.include({ what: 'office-changed', who: 'somchai' });
    expect(items[0].changes.map((one: any) => one.field)).to.include('labelTh');
  });
});
