import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const sv = '/api/surveys/2569';
const file = `จังหวัด,ปัญหา,ความรุนแรง,วันที่
ขอนแก่น,เน็ตช้ามากตอนค่ำ,4,2026-11-01
ขอนแก่น,ไม่มีสัญญาณในหมู่บ้าน,3,2026-11-02
`;

describe('a row of a file that was sent back', () => {
  let app: TestApp;
  let [somchai, admin, malee]: Person[] = [];
  before(async () => {
    app = await startApp();
    [somchai, admin, malee] = [
      await app.as('somchai'),
      await app.as('admin'),
      await app.as('malee'),
    ];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const send = () => sendFile(somchai as Person, file);
  const strip = async () => (await admin?.get(`${sv}/figures`))?.body.strip;
  async function sentBack() {
    const batch = (await send()).body;
    expect(batch.counts).to.include({ accepted: 2 });
    const rows = (await somchai?.get(`${sv}/batches/${batch.id}/rows`))?.body.items;
    const id: string = rows[0].responseId;
    const decision = { decision: 'returned', reason: 'ขอชื่อหมู่บ้าน', pointer: '/place/district' };
    expect((await admin?.post(`${sv}/responses/${id}/decisions`, decision))?.status).to.equal(201);
    return { batch, at: `${sv}/responses/${id}` };
  }
  const mended = {
    day: '2026-11-01',
    channel: 'form',
    place: { province: 'TH-40', district: 'เมืองขอนแก่น' },
    respondent: { type: 'citizen' },
    issues: [{ title: 'เน็ตช้ามากตอนค่ำ บ้านโนนม่วง', severity: 2 }],
    revision: 1,
  };

  it('stands among the responses of its file with the reason, and is mended by its office under its own id', async () => {
    const { batch, at } = await sentBack();
    const returned = `${sv}/responses?batch=${batch.id}&status=returned`;
    const [row] = (await somchai?.get(returned))?.body.items ?? [];
    expect(row).to.include({ row: 1, line: 2, status: 'returned' });
    expect(row.history.at(-1)).to.include({ reason: 'ขอชื่อหมู่บ้าน', office: 'national' });
    expect(await strip()).to.include({ responses: 1 });

    const answer = await somchai?.put(at, mended);

    expect(answer?.status, answer?.text).to.equal(200);
    const { body } = (await somchai?.get(at)) ?? {};
    expect(body).to.include({ status: 'received', revision: 2, channel: 'csv', batch: batch.id });
    expect((await somchai?.get(returned))?.body.total).to.equal(0);
    expect(await strip()).to.include({ responses: 2, issues: 2 });
    const history = (await admin?.get(`${at}/history`))?.body.items;
    const changes = history.at(-1).changes.map(({ pointer }: any) => pointer);
    expect(changes).to.include.members(['/issues/0/title', '/issues/0/severity']);
  });

  it('is not brought back by the old file, which still adds nothing', async () => {
    const { at } = await sentBack();
    await somchai?.put(at, mended);

    const again = (await send()).body;

    expect(again.counts).to.include({ accepted: 0, same: 2, rejected: 0 });
    expect((await somchai?.get(at))?.body.revision).to.equal(2);
    expect(await strip()).to.include({ responses: 2, issues: 2 });
  });

  it('is nobody else’s to mend', async () => {
    const { at } = await sentBack();

    expect((await malee?.put(at, mended))?.status).to.equal(403);
    expect((await somchai?.put(at, { ...mended, revision: 2 }))?.body.type).to.equal(
      '/problems/revision-stale',
    );
  });
});
