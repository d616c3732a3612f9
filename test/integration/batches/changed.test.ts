// Rows whose id stands for other content of the same office: it is kept, replaced by a new revision, or a person is asked first.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';
import { rowsOf } from '../../support/read-twice.ts';
import { sendFile } from '../../support/send-file.ts';

const sv = '/api/surveys/2569';
const fileOf = (...rows: readonly string[]) =>
  ['เลขที่แบบสอบถาม,จังหวัด,ประเด็นปัญหา,ความรุนแรง', ...rows, ''].join('\n');
const first = fileOf('K1,ขอนแก่น,เน็ตช้ามากตอนค่ำ,3', 'K2,ขอนแก่น,ไฟดับทั้งหมู่บ้าน,4');
const second = fileOf(
  'K1,ขอนแก่น,เน็ตช้ามากตอนค่ำ,5',
  'K2,ขอนแก่น,ไฟดับทั้งหมู่บ้าน,4',
  'K3,ขอนแก่น,ถนนขาดหน้าฝน,2',
);

describe('a file whose rows change what is stored', () => {
  let app: TestApp;
  let somchai: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
    admin = await app.as('admin');
  });
  beforeEach(async () => {
    await app.empty();
    expect((await send(first)).status).to.equal(201);
  });
  after(() => app.close());

  const send = (file: string, fields: Record<string, string> = {}) =>
    sendFile(somchai, file, { fields });
  const severities = async () =>
    (await app.models.responses.find({}).lean())
      .map(({ issues: [issue] }) => issue?.severity)
      .sort();
  const outcomes = async (batch: string) =>
    (await rowsOf(somchai, batch)).map(({ outcome, revised = false }) => [outcome, revised]);
  const strip = async () => (await admin.get(`${sv}/figures`)).body.strip;

  it('keeps it by default, and tells the row of the conflict', async () => {
    const { body } = await send(second);

    expect(await outcomes(body.id)).to.deep.equal([
      ['reject', false],
      ['same', false],
      ['accept', false],
    ]);
    expect(await severities()).to.deep.equal([2, 3, 4]);
  });

  it('replaces it by a new revision where the sender says so, once', async () => {
    const id = newId();
    const { status, text, body } = await send(second, { id, changed: 'replace' });

    expect(status, text).to.equal(201);
    expect(await outcomes(id)).to.deep.equal([
      ['same', true],
      ['same', false],
      ['accept', false],
    ]);
    expect(body.choices).to.deep.include({ changed: 'replace' });
    expect(await severities()).to.deep.equal([2, 4, 5]);
    expect(await strip()).to.include({ responses: 3, issues: 3 });
    const revised = await app.models.responses.findOne({ revision: 2 }).lean();
    expect(revised?.history.at(-1)).to.deep.include({ decision: 'revised', from: 'received' });

    const again = (await send(second, { changed: 'replace' })).body;
    expect(again.counts).to.include({ accepted: 0, same: 3, rejected: 0 });
    const old = (await send(first, { changed: 'replace' })).body;
    expect(old.counts, 'what it said before is known').to.include({ accepted: 0, same: 2 });
    expect(await severities()).to.deep.equal([2, 4, 5]);
  });

  it('leaves what was decided on as it is', async () => {
    const stored = await app.models.responses.find({}).lean();
    for (const { _id } of stored)
      await admin.post(`${sv}/responses/${_id}/decisions`, { decision: 'approved', reason: null });

    const { body } = await send(second, { changed: 'replace' });

    expect(body.counts).to.include({ accepted: 1, same: 1, rejected: 1 });
    expect(await severities()).to.deep.equal([2, 3, 4]);
  });

  it('answers 422 changes-to-decide to who wants to be asked, and stores nothing of it', async () => {
    const id = newId();
    const { status, body } = await send(second, { id, changed: 'ask' });

    expect(status).to.equal(422);
    expect(body).to.deep.include({ type: '/problems/changes-to-decide', changed: 1, rows: [1] });
    expect(await severities()).to.deep.equal([3, 4]);
    expect(await strip()).to.include({ responses: 2 });

    const decided = await send(second, { id, changed: 'replace' });
    expect(decided.status, decided.text).to.equal(201);
    expect(await severities()).to.deep.equal([2, 4, 5]);
  });

  it('asks about rows that look corrected, and stores a file without any', async () => {
    const plain = 'จังหวัด,วันที่,ประเด็นปัญหา,รายละเอียด,ความรุนแรง\n';
    const row = (title: string, severity: number) =>
      `ขอนแก่น,2026-11-01,${title},รายละเอียดยาวพอให้เทียบ,${severity}\n`;
    const title = 'สะพานชำรุดใช้ไม่ได้';
    const stored = await send(plain + row(title, 3), { changed: 'ask' });
    const asked = await send(plain + row(title, 4), { changed: 'ask' });

    expect(stored.status, stored.text).to.equal(201);
    expect(asked.status).to.equal(422);
    expect(asked.body.looksCorrected).to.deep.equal([{ rows: 1, batch: stored.body.id }]);
    expect((await send(plain + row(title, 4))).status).to.equal(201);
  });
});
