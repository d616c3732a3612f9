// What a person mended before sending travels beside the file: cells by record, decisions for a value, records left out.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';
import { rowsOf } from '../../support/read-twice.ts';
import { sendFile } from '../../support/send-file.ts';

const file = [
  'จังหวัด,อำเภอ,ประเด็นปัญหา,ความรุนแรง',
  'ขอนแกน,พล,เน็ตช้า,3',
  '',
  ' ขอนแกน ,ชุมแพ,ไฟดับ,4',
  'ขอนแก่น,พล,,2',
  'ขอนแก่น,พล,ทดสอบระบบ,1',
  'ขอนแก่น,พล,สัญญาณหาย,แดง',
  'ขอนแก่น,พล,เกินมา,1,2,3',
  '',
].join('\n');
const json = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)]));
const mends = json({
  values: { province: { ขอนแกน: 'TH-40' } },
  corrections: [
    { row: 3, field: 'title', value: 'ถนนขาด' },
    { row: 5, field: 'severity', value: '5' },
    { row: 6, field: 'title', value: 'ใช้ไม่ได้กับแถวที่ช่องเกิน' },
    { row: 99, field: 'title', value: 'ไม่มีแถวนี้' },
  ],
  leave: [{ row: 4, reason: 'แถวทดสอบ โทร 081-234-5678' }],
});

describe('A file with corrections beside it', () => {
  let app: TestApp;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const send = async (fields: Record<string, string>, sent: string = file) =>
    await sendFile(somchai, sent, { fields });

  it('is stored as it was mended, and the batch says what was decided', async () => {
    const { status, text, body } = await send(mends);

    expect(status, text).to.equal(201);
    expect(body.counts).to.deep.equal({
      rows: 6,
      accepted: 4,
      same: 0,
      rejected: 1,
      skipped: 1,
      blank: 1,
    });
    expect(body).to.deep.include({ corrected: 4, choices: { cells: 4, values: 1, left: 1 } });
    expect(body.notes).to.deep.include({ code: 'corrections-unused', rows: 2 });
    const rows = await rowsOf(somchai, body.id);
    const told = rows.map(({ row, outcome, corrected = false, violations }) => [
      row,
      outcome,
      corrected,
      violations.map(({ code }) => code).filter((code) => !code.endsWith('-missing')),
    ]);
    expect(told).to.deep.equal([
      [1, 'accept', true, []],
      [2, 'accept', true, []],
      [3, 'accept', true, []],
      [4, 'skip', false, ['left-out']],
      [5, 'accept', true, []],
      [6, 'reject', false, ['column-count']],
    ]);
    expect(rows[3]?.violations[0]?.reason).to.equal('แถวทดสอบ โทร [เบอร์โทร]');
    expect(rows[2]?.cells.ประเด็นปัญหา).to.equal('ถนนขาด');
    expect(rows[4]?.values.severity).to.equal(5);
  });

  it('has the digest of the file as it is, and is the same however often it is sent', async () => {
    const plain = (await send({})).body;
    await app.empty();
    const first = (await send(mends)).body;
    const second = (await send(mends)).body;

    expect(first.digest).to.equal(plain.digest);
    expect(second.counts).to.include({ accepted: 0, same: 4, rejected: 1, skipped: 1 });
  });

  it('is repeated under its id, and refused under it with other corrections', async () => {
    const id = newId();
    const first = await send({ id, ...mends });
    const again = await send({ id, ...mends });
    const otherwise = await send({ id });

    expect(again.status).to.equal(200);
    expect(again.body).to.deep.equal(first.body);
    expect(otherwise.status).to.equal(409);
    expect(otherwise.body).to.include({ type: '/problems/batch-differs', corrections: true });
  });

  it('that a version before left half stored is finished with the same corrections', async () => {
    const id = newId();
    const small = { corrections: [{ row: 1, field: 'title', value: 'ถนนขาด' }] };
    await send({ id, ...json(small) });
    for (const isReplaced of [false, true]) {
      const kept = JSON.stringify([{ ...small, values: {}, leave: [] }, isReplaced]);
      const choicesDigest = createHash('sha256').update(kept).digest('base64url');
      await app.models.batches.updateOne(
        { _id: id },
        { $set: { state: 'interrupted', choicesDigest } },
      );

      const other = await send({ id, ...json({ leave: [{ row: 1, reason: 'ซ้ำ' }] }) });
      expect(other.status).to.equal(409);
      const finished = await send({ id, ...json(small) });
      expect(finished.status, finished.text).to.equal(201);
      expect(finished.body).to.include({ state: 'done', corrected: 1 });
    }
  });

  it('that was refused whole is sent again under its id, mended', async () => {
    const id = newId();
    const whole = { id, policy: 'all-or-nothing' };
    const short = file.replace('ขอนแก่น,พล,เกินมา,1,2,3\n', '');
    expect((await send(whole, short)).status).to.equal(422);

    const { status, text, body } = await send({ ...whole, ...mends }, short);
    expect(status, text).to.equal(201);
    expect(body).to.include({ state: 'done', corrected: 4 });
  });

  for (const [what, fields, field] of [
    ['no JSON', { corrections: '[' }, 'corrections'],
    [
      'a field that no column can be',
      json({ corrections: [{ row: 1, field: 'x', value: '' }] }),
      'corrections',
    ],
    [
      'a record that cannot be',
      json({ corrections: [{ row: 0, field: 'title', value: '' }] }),
      'corrections',
    ],
    [
      'a cell twice',
      json({ corrections: ['a', 'b'].map((value) => ({ row: 1, field: 'title', value })) }),
      'corrections',
    ],
    ['a list of values', json({ values: [] }), 'values'],
    ['a value that is no text', json({ values: { province: { a: 1 } } }), 'values'],
    ['a record without a reason', json({ leave: [{ row: 1, reason: ' ' }] }), 'leave'],
    ['a megabyte and more', { corrections: ' '.repeat(1024 * 1024 + 1) }, 'corrections'],
  ] as const)
    it(`is unreadable with ${what}, and nothing is stored`, async () => {
      const { status, body } = await send(fields);

      expect(status).to.equal(400);
      expect(body.errors[0].pointer).to.equal(`/body/${field}`);
      expect((await somchai.get('/api/surveys/2569/batches')).body.items).to.deep.equal([]);
    });
});
