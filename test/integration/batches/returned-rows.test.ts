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

  it('is taken home as a file, without an id of the office’s own, and comes back mended', async () => {
    const { batch, at } = await sentBack();
    const asked = `${sv}/responses.csv?batch=${batch.id}&status=returned`;
    const { text = '' } = (await somchai?.get(asked)) ?? {};
    expect(text.split('\r\n')).to.have.length(3);

    const unchanged = (await sendFile(somchai as Person, text)).body;
    expect(unchanged.counts).to.include({ accepted: 0, same: 1, rejected: 0 });
    expect((await somchai?.get(at))?.body).to.include({ revision: 1, status: 'returned' });
    const title = 'เน็ตช้ามากตอนค่ำ';
    const { body } = await sendFile(somchai as Person, text.replace(title, `${title} บ้านโนนม่วง`));

    expect(body.counts, JSON.stringify(body)).to.include({ accepted: 0, same: 1, rejected: 0 });
    const stored = (await somchai?.get(at))?.body;
    expect(stored).to.include({ revision: 2, status: 'received', batch: batch.id });
    expect(stored.issues[0].title).to.equal(`${title} บ้านโนนม่วง`);
    expect(await strip()).to.include({ responses: 2, issues: 2 });
  });

  it('is nobody else’s to mend', async () => {
    const { at } = await sentBack();

    expect((await malee?.put(at, mended))?.status).to.equal(403);
    expect((await somchai?.put(at, { ...mended, revision: 2 }))?.body.type).to.equal(
      '/problems/revision-stale',
    );
  });

  describe('and comes mended in a file', () => {
    const withIds = (title: string, severity = 4) =>
      `รหัส,จังหวัด,ปัญหา,ความรุนแรง,วันที่\nKK-1,ขอนแก่น,${title},${severity},2026-11-01\nKK-2,ขอนแก่น,ไม่มีสัญญาณ,3,2026-11-02\n`;
    const first = withIds('เน็ตช้ามากตอนค่ำ');
    const second = withIds('เน็ตช้ามากตอนค่ำ บ้านโนนม่วง', 2);
    const fields = { mapping: JSON.stringify({ รหัส: 'id' }) };
    const sendIds = (person: Person | undefined, text: string, more: object = {}) =>
      sendFile(person as Person, text, { fields, ...more });

    async function sentBackById(): Promise<string> {
      const { body } = await sendIds(somchai, first);
      expect(body.counts, JSON.stringify(body)).to.include({ accepted: 2 });
      const rows = (await somchai?.get(`${sv}/batches/${body.id}/rows`))?.body.items;
      const at = `${sv}/responses/${rows[0].responseId}`;
      await admin?.post(`${at}/decisions`, { decision: 'returned', reason: 'ขอชื่อหมู่บ้าน' });
      return at;
    }

    it('replaces the old content by a new revision, once, and counts as what it is now', async () => {
      const at = await sentBackById();
      const trial = (await sendIds(somchai, second, { query: '?dryRun=true' })).body;
      expect((await somchai?.get(at))?.body.revision).to.equal(1);

      const { body } = await sendIds(somchai, second);
      const again = (await sendIds(somchai, second)).body;

      for (const { counts } of [trial, body, again])
        expect(counts).to.include({ rows: 2, accepted: 0, same: 2, rejected: 0 });
      const rows = (await somchai?.get(`${sv}/batches/${body.id}/rows`))?.body.items;
      expect(rows.map(({ revised }: any) => revised)).to.deep.equal([true, undefined]);
      const stored = (await somchai?.get(at))?.body;
      expect(stored).to.include({ revision: 2, status: 'received' });
      expect(stored.issues[0]).to.include({ title: 'เน็ตช้ามากตอนค่ำ บ้านโนนม่วง', severity: 2 });
      expect(await strip()).to.include({ responses: 2, issues: 2 });
      const old = (await sendIds(somchai, first)).body;
      expect(old.counts).to.include({ accepted: 0, same: 2 });
      expect((await somchai?.get(at))?.body.revision).to.equal(2);
    });

    it('is a conflict from another office, where it was not sent back, and in a file that is stored whole or not at all', async () => {
      const at = await sentBackById();

      const elsewhere = (await sendIds(admin, second)).body;
      const policy = { ...fields, policy: 'all-or-nothing' };
      const whole = await sendIds(somchai, second, { fields: policy });
      expect(elsewhere.counts).to.include({ rejected: 1 });
      expect(whole.body.type).to.equal('/problems/all-or-nothing');
      expect((await somchai?.get(at))?.body.revision).to.equal(1);
      await admin?.post(`${at}/decisions`, { decision: 'approved' });

      const approved = (await sendIds(somchai, second)).body;
      expect(approved.errors).to.deep.equal({ 'id-conflict': 1 });
      expect((await somchai?.get(at))?.body).to.include({ revision: 1, status: 'approved' });
    });
  });
});
