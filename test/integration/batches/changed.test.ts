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
  const ended = async (id: string) => {
    for (let i = 0; i < 200; i++) {
      const { body } = await somchai.get(`${sv}/batches/${id}`);
      if (body.state && body.state !== 'loading') return body;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it does not come to its end');
  };
  const strip = async () => (await admin.get(`${sv}/figures`)).body.strip;

  /** Rows of a file, until some of them are stored beside what was. */
  async function* untilStored(name: string) {
    for (let at = 0; (await app.models.responses.countDocuments({})) <= 2; at += 500) {
      const rows = Array.from(
        { length: 500 },
        (_, row) => `${name}${at + row},ขอนแก่น,ปัญหา${name} ${at + row},3`,
      );
      yield `\n${rows.join('\n')}`;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

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

  it('counts nothing of a file before it knows that nobody has to be asked', async () => {
    let seen: unknown;
    let sent = 0;
    const file = async function* () {
      yield fileOf().slice(0, -1);
      for await (const rows of untilStored('X')) {
        sent += 500;
        yield rows;
      }
      seen = await strip();
    };
    const { status, body, text } = await sendFile(somchai, file(), { fields: { changed: 'ask' } });

    expect(status, text).to.equal(201);
    expect(seen).to.include({ responses: 2 });
    expect(body.counts).to.include({ accepted: sent });
    expect(await strip()).to.include({ responses: sent + 2 });
    expect(await app.models.responses.countDocuments({ held: true })).to.equal(0);
  });

  it('leaves nothing of a file whose sender is to be asked, when its line is cut', async () => {
    const id = newId();
    const file = async function* () {
      yield fileOf().slice(0, -1);
      yield* untilStored('Y');
      throw new Error('cut');
    };
    await sendFile(somchai, file(), { fields: { id, changed: 'ask' } }).catch(() => undefined);
    const cut = await ended(id);

    expect(cut.state).to.equal('interrupted');
    expect(await severities()).to.deep.equal([3, 4]);
  });

  it('says of a file that a part of was stored before it had to be asked about that it is not done, and takes the answer', async () => {
    const id = newId();
    let begun = fileOf().slice(0, -1);
    const file = async function* () {
      yield begun;
      for await (const rows of untilStored('Z')) {
        begun += rows;
        yield rows;
      }
      throw new Error('cut');
    };
    await sendFile(somchai, file(), { fields: { id } }).catch(() => undefined);
    const { state, counts } = await ended(id);
    expect(state).to.equal('interrupted');
    const whole = `${begun}\nK1,ขอนแก่น,เน็ตช้ามากตอนค่ำ,5\n`;
    const asked = await send(whole, { id, changed: 'ask' });

    expect(asked.status).to.equal(422);
    const left = await ended(id);
    expect(left.state, 'rows of it are stored').to.equal('interrupted');
    expect(left.counts.accepted).to.equal(counts.accepted);
    expect(await strip()).to.include({ responses: counts.accepted + 2 });

    const decided = await send(whole, { id, changed: 'replace' });
    expect(decided.status, decided.text).to.equal(201);
    const rows = begun.split('\n').length - 1;
    expect(decided.body.counts).to.include({ accepted: rows, same: 1, rejected: 0 });
    expect(await strip()).to.include({ responses: rows + 2 });
  });

  it('asks nobody about a row that was sent back and comes corrected: keeping says what is meant', async () => {
    const [stored] = await app.models.responses.find({ row: 1 }).lean();
    await admin.post(`${sv}/responses/${stored?._id}/decisions`, {
      decision: 'returned',
      reason: 'แก้ความรุนแรง',
    });

    const asked = await send(second, { changed: 'ask' });
    expect(asked.body).to.deep.include({ changed: 0, looksCorrected: [], sentBack: 1 });
    expect((await send(second, { changed: 'keep' })).body.counts).to.include({ rejected: 0 });
  });

  it('asks about a row that was withdrawn alone and comes with other content, and keeps it withdrawn when told to', async () => {
    const [stored] = await app.models.responses.find({ row: 1 }).lean();
    const address = `${sv}/responses/${stored?._id}`;
    const { status } = await somchai.put(`${address}/withdrawal`, { reason: 'ซ้ำกับเรื่องเดิม' });
    expect(status).to.equal(200);

    const asked = await send(second, { changed: 'ask' });
    expect(asked.status).to.equal(422);
    expect(asked.body).to.deep.include({ changed: 1, rows: [1], sentBack: 0 });

    const kept = await send(second, { changed: 'keep' });
    expect(kept.body.counts).to.include({ accepted: 1, same: 1, rejected: 1 });
    expect((await somchai.get(address)).body.withdrawnAt).to.be.a('string');
    expect(await severities()).to.deep.equal([2, 3, 4]);

    const replaced = await send(second, { changed: 'replace' });
    expect(replaced.body.counts, 'it counts again').to.include({
      accepted: 1,
      same: 2,
      rejected: 0,
    });
    expect((await somchai.get(address)).body).to.include({ withdrawnAt: null, revision: 2 });
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
