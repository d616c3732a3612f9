// A batch out of the count and back: the figures, who may, and what it means for everything else that happens to its rows.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { stripOf, untrueOf } from '../../support/batches-told.ts';
import { sendFile } from '../../support/send-file.ts';

const survey = '/api/surveys/2569';
const head = 'จังหวัด,ปัญหา,ระดับ\n';
const rowsOf = (from: number, to: number, province = 'ขอนแก่น') =>
  Array.from({ length: to - from + 1 }, (_, i) => `${province},เรื่องที่ ${from + i},3\n`).join('');
const reason = { reason: 'ส่งผิดไฟล์' };

describe('withdrawing a batch', () => {
  let app: TestApp;
  let admin: Person;
  let somchai: Person;
  let wanida: Person;

  before(async () => {
    app = await startApp({ limits: false });
    [admin, somchai, wanida] = (await Promise.all(
      ['admin', 'somchai', 'wanida'].map((name) => app.as(name)),
    )) as [Person, Person, Person];
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const at = (id: string) => `${survey}/batches/${id}/withdrawal`;
  const sent = async (who: Person, rows: string, fields = {}) => {
    const { body, text } = await sendFile(who, `${head}${rows}`, { fields });
    expect(body?.id, text).to.be.a('string');
    return body;
  };
  const strip = async () => (await admin.get(`${survey}/figures`)).body.strip;
  const responsesOf = (batch: string) =>
    app.models.responses.find({ batch }).sort({ row: 1 }).lean();
  const decide = (id: string, decision: string) =>
    admin.post(`${survey}/responses/${id}/decisions`, { decision, reason: 'ตามนั้น' });
  const history = async (id: string) =>
    (await admin.get(`${survey}/responses/${id}/history`)).body.items.map(
      ({ what, by, reason: why }: Record<string, unknown>) => [what, by, why],
    );
  async function expectTrue(): Promise<void> {
    expect(await untrueOf(app.models)).to.deep.equal([]);
    expect(await strip()).to.deep.equal(await stripOf(app.models));
  }

  it('takes out, and brings back, also what is decided on at the same moment', async () => {
    const { id } = await sent(admin, rowsOf(1, 600));
    const stored = (await responsesOf(id)).filter((_response, index) => index % 60 === 0);
    const decided = () => Promise.all(stored.map(({ _id }) => decide(_id, 'returned')));

    await Promise.all([admin.put(at(id), reason), decided()]);
    const state = async () => (await admin.get(`${survey}/batches/${id}`)).body.state;
    while ((await state()) !== 'withdrawn') await new Promise((resolve) => setTimeout(resolve, 50));
    const out = await responsesOf(id);
    expect(out.filter(({ withdrawnWith }) => withdrawnWith === id)).to.have.length(600);
    await expectTrue();

    await Promise.all([admin.delete(at(id)), decided()]);
    while ((await state()) !== 'done') await new Promise((resolve) => setTimeout(resolve, 50));
    const back = await responsesOf(id);
    expect(back.filter(({ withdrawnAt }) => withdrawnAt === null)).to.have.length(600);
    await expectTrue();
  }).timeout(60_000);

  it('takes its responses out of every figure at once, and brings them back, as often as it is asked', async () => {
    await sent(admin, rowsOf(1, 3, 'น่าน'));
    const before = await strip();
    const { id } = await sent(somchai, rowsOf(10, 14));
    const whole = await strip();

    const first = await somchai.put(at(id), reason);
    expect(first.status, first.text).to.equal(200);
    expect(first.body).to.deep.include({ state: 'withdrawn' });
    expect(first.body.counts.accepted).to.equal(5);
    expect(first.body.withdrawal).to.deep.include({
      ...{ state: 'withdrawn', by: 'somchai', office: 'TH-40', reason: 'ส่งผิดไฟล์' },
      ...{ total: 5, done: 5, kept: 0, left: 0, broughtBack: null },
    });
    expect(await strip()).to.deep.equal(before);
    const again = await somchai.put(at(id), { reason: 'อีกเหตุผล' });
    expect(again.body).to.deep.equal(first.body);
    await expectTrue();

    const back = await somchai.delete(at(id));
    expect(back.status, back.text).to.equal(200);
    expect(back.body).to.deep.include({ state: 'done', finishedAt: first.body.finishedAt });
    expect(back.body.withdrawal).to.deep.include({ state: 'brought-back', total: 5, done: 5 });
    expect(back.body.withdrawal.broughtBack).to.include({ by: 'somchai', office: 'TH-40' });
    expect(await strip()).to.deep.equal(whole);
    expect((await somchai.delete(at(id))).body).to.deep.equal(back.body);
    await expectTrue();

    const [one] = await responsesOf(id);
    expect(await history(one?._id ?? '')).to.deep.equal([
      ['sent', 'somchai', null],
      ['withdrawn', 'somchai', 'ส่งผิดไฟล์'],
      ['brought-back', 'somchai', null],
    ]);
    const record = (await admin.get(`/api/audit?on=batch:${id}`)).body.items;
    expect(record.map(({ what, who }: any) => [what, who])).to.deep.equal([
      ['batch-brought-back', 'somchai'],
      ['batch-withdrawn', 'somchai'],
      ['batch-sent', 'somchai'],
    ]);
    expect(record[1].changes).to.deep.include({ field: 'responses', before: null, after: '5' });
  });

  it('says before by how much each figure drops, and changes nothing', async () => {
    await sent(admin, rowsOf(1, 3, 'น่าน'));
    const { id } = await sent(somchai, rowsOf(10, 14));
    const before = await strip();

    const { status, body } = await somchai.get(at(id));

    expect(status).to.equal(200);
    expect(body).to.deep.include({ responses: 5, issues: 5, approved: 0, kept: 0, allowed: true });
    expect(body.drops).to.deep.include({
      issues: 5,
      responses: 5,
      pending: 0,
      provincesReporting: 1,
    });
    expect(body.drops.figures).to.deep.include.members([
      { figure: 'by-province', of: 'TH-40', issues: 5, responses: 5 },
      { figure: 'by-severity', of: '3', issues: 5, responses: 0 },
    ]);
    expect(await strip()).to.deep.equal(before);
    const asked = await admin.get(at(id));
    expect(asked.body.before).to.deep.equal({ issues: 8, responses: 8, provincesReporting: 2 });
    await admin.put(at(id), reason);
    const after = await strip();
    expect(after.issues).to.equal(before.issues - body.drops.issues);
    expect(after.provincesReporting).to.equal(before.provincesReporting - 1);
  });

  it('refuses without a reason, for an office elsewhere, and to planners', async () => {
    const { id } = await sent(admin, rowsOf(1, 2, 'น่าน'));
    for (const empty of [{}, { reason: ' ' }]) {
      const { status, body } = await admin.put(at(id), empty);
      expect([status, body.type]).to.deep.equal([422, '/problems/reason-needed']);
    }
    expect((await somchai.put(at(id), reason)).status).to.equal(404);
    expect((await (await app.as('nok')).put(at(id), reason)).status).to.equal(403);
    expect((await admin.get(`${survey}/batches/${id}`)).body.withdrawal).to.equal(null);
  });

  it('is refused with the rows when some are approved, but for an administrator', async () => {
    const { id } = await sent(somchai, rowsOf(1, 4));
    const [, second] = await responsesOf(id);
    await decide(second?._id ?? '', 'approved');

    expect((await somchai.get(at(id))).body).to.deep.include({ approved: 1, allowed: false });
    const refused = await somchai.put(at(id), reason);
    expect(refused.status).to.equal(409);
    expect(refused.body).to.deep.include({
      type: '/problems/rows-approved',
      approved: 1,
      rows: [{ row: 2, line: 3, responseId: second?._id }],
    });
    expect((await strip()).responses).to.equal(4);

    expect((await admin.put(at(id), reason)).status).to.equal(200);
    expect((await strip()).responses).to.equal(0);
    await somchai.delete(at(id));
    expect((await responsesOf(id)).map(({ status }) => status)).to.deep.equal([
      ...['received', 'approved', 'received', 'received'],
    ]);
    await expectTrue();
  });

  it('counts its rows again when they are sent again, whoever sends them', async () => {
    const first = await sent(somchai, rowsOf(1, 4));
    await somchai.put(at(first.id), reason);

    const again = await sent(somchai, rowsOf(1, 3));
    expect(again.counts).to.deep.include({ rows: 3, accepted: 3, same: 0 });
    expect((await strip()).responses).to.equal(3);
    await expectTrue();
    const other = await sent(wanida, rowsOf(4, 5));
    expect(other.counts).to.deep.include({ accepted: 2, same: 0 });
    expect((await strip()).responses).to.equal(5);
    await expectTrue();

    // nothing is left that would come back twice
    const back = await somchai.delete(at(first.id));
    expect(back.body).to.deep.include({ state: 'done' });
    expect(back.body.counts).to.deep.include({ rows: 4, accepted: 0, same: 4 });
    expect((await strip()).responses).to.equal(5);
    const rows = (await somchai.get(`${survey}/batches/${first.id}/rows`)).body.items;
    expect(rows.map(({ knownFrom = null }: any) => knownFrom)).to.deep.equal([
      ...[null, null, null, 'northeast'],
    ]);
    await expectTrue();
  });

  it('lets the right file be sent after the wrong one was taken back, under the same ids', async () => {
    const withIds = (severity: number) =>
      `รหัสแบบสอบถาม,จังหวัด,ปัญหา,ระดับ\nA1,ขอนแก่น,ไฟดับ,3\nA2,ขอนแก่น,น้ำแล้ง,${severity}\n`;
    const wrong = (await sendFile(somchai, withIds(1))).body;
    await somchai.put(at(wrong.id), reason);
    const right = (await sendFile(somchai, withIds(5))).body;
    expect(right.counts).to.deep.include({ rows: 2, accepted: 2, same: 0, rejected: 0 });
    const stored = await responsesOf(right.id);
    expect(stored.map(({ issues }) => issues[0]?.severity)).to.deep.equal([3, 5]);
    expect((await strip()).responses).to.equal(2);
    await expectTrue();
  });

  it('takes nothing of it back when the file that brings it again is refused as a whole', async () => {
    const first = await sent(somchai, rowsOf(1, 4));
    await somchai.put(at(first.id), reason);

    const refused = await sendFile(somchai, `${head}${rowsOf(1, 4)}ไม่รู้,x,3\n`, {
      fields: { policy: 'all-or-nothing' },
    });
    expect(refused.status).to.equal(422);
    expect((await strip()).responses).to.equal(0);
    const whole = await sent(somchai, rowsOf(1, 4), { policy: 'all-or-nothing' });
    expect(whole.counts).to.deep.include({ accepted: 4, same: 0 });
    expect((await strip()).responses).to.equal(4);
    await expectTrue();
  });

  it('leaves counting what stands in another file too, as that file’s', async () => {
    const first = await sent(somchai, rowsOf(1, 6));
    const second = await sent(somchai, rowsOf(5, 8));
    const third = await sent(wanida, rowsOf(1, 1));
    expect(second.counts).to.deep.include({ accepted: 2, same: 2 });

    expect((await somchai.get(at(first.id))).body).to.deep.include({ responses: 3, kept: 3 });
    const { body } = await somchai.put(at(first.id), reason);
    expect(body.withdrawal).to.deep.include({ total: 3, done: 3, kept: 3 });
    expect((await strip()).responses).to.equal(5);
    const countsOf = async ({ id }: { id: string }) =>
      (await admin.get(`${survey}/batches/${id}`)).body.counts;
    expect(await countsOf(second)).to.deep.include({ accepted: 4, same: 0 });
    expect(await countsOf(third)).to.deep.include({ accepted: 1, same: 0 });
    await expectTrue();

    await somchai.delete(at(first.id));
    expect(await countsOf(first)).to.deep.include({ accepted: 3, same: 3 });
    expect((await strip()).responses).to.equal(8);
    await expectTrue();
  });

  it('keeps a withdrawn response from decisions, and its file from being sent under its id', async () => {
    const { id } = await sent(somchai, rowsOf(1, 2));
    const [one] = await responsesOf(id);
    await somchai.put(at(id), reason);

    const decided = await decide(one?._id ?? '', 'approved');
    expect([decided.status, decided.body.type]).to.deep.equal([
      409,
      '/problems/response-withdrawn',
    ]);
    expect((await admin.get(`${survey}/review`)).body.total).to.equal(0);
    const said = await admin.get(`${survey}/responses/${one?._id}`);
    expect(said.body).to.deep.include({ withdrawnWith: id, status: 'received' });
    expect(said.body.withdrawnAt).to.be.a('string');
    const again = await sendFile(somchai, `${head}${rowsOf(1, 2)}`, { fields: { id } });
    expect([again.status, again.body.type]).to.deep.equal([409, '/problems/batch-state']);
    await expectTrue();
  });

  it('is begun once by several who ask at the same moment', async () => {
    const { id } = await sent(somchai, rowsOf(1, 40));
    const both = await Promise.all([somchai, admin, somchai].map((who) => who.put(at(id), reason)));
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    for (const { body } of both) expect(body.withdrawal).to.deep.include({ total: 40, done: 40 });
    const [one] = await responsesOf(id);
    expect(await history(one?._id ?? '')).to.have.length(2);
    const mixed = await Promise.all([somchai.delete(at(id)), admin.delete(at(id))]);
    expect(mixed.map(({ body }) => body.state)).to.deep.equal(['done', 'done']);
    await expectTrue();
  });

  it('withdraws a single row, and brings it back', async () => {
    const { id } = await sent(somchai, rowsOf(1, 3));
    const [one, two] = await responsesOf(id);
    const alone = `${survey}/responses/${one?._id}/withdrawal`;
    expect((await somchai.get(alone)).body).to.deep.equal({
      ...{ responses: 1, issues: 1, approved: 0, allowed: true },
    });
    expect((await somchai.put(alone, {})).status).to.equal(422);
    const out = await somchai.put(alone, reason);
    expect(out.status, out.text).to.equal(200);
    expect(out.body).to.deep.include({ withdrawnWith: null });
    expect((await somchai.put(alone, reason)).body).to.deep.equal(out.body);
    expect((await strip()).responses).to.equal(2);

    // with its batch it neither leaves a second time nor comes back
    await somchai.put(at(id), reason);
    expect((await somchai.delete(`${survey}/responses/${two?._id}/withdrawal`)).status).to.equal(
      409,
    );
    await somchai.delete(at(id));
    expect((await strip()).responses).to.equal(2);
    const back = await somchai.delete(alone);
    expect(back.body).to.deep.include({ withdrawnAt: null });
    expect((await somchai.delete(alone)).status).to.equal(200);
    expect((await strip()).responses).to.equal(3);
    expect(await history(one?._id ?? '')).to.deep.equal([
      ['sent', 'somchai', null],
      ['withdrawn', 'somchai', 'ส่งผิดไฟล์'],
      ['brought-back', 'somchai', null],
    ]);
    await decide(one?._id ?? '', 'approved');
    expect((await somchai.put(alone, reason)).body.type).to.equal('/problems/rows-approved');
    await expectTrue();
  });

  it('goes together with erasing words and with what was sent back', async () => {
    const { id } = await sent(somchai, rowsOf(1, 3));
    const [one, two] = await responsesOf(id);
    await decide(two?._id ?? '', 'returned');
    await somchai.put(at(id), reason);
    const erased = await admin.post(`${survey}/responses/${one?._id}/erasure`, {
      reason: 'เจ้าของขอ',
    });
    expect(erased.status, erased.text).to.be.oneOf([200, 201]);
    expect((await somchai.get(`${survey}/returned`)).body.items).to.deep.equal([]);
    await somchai.delete(at(id));
    expect((await responsesOf(id)).map(({ status }) => status)).to.deep.equal([
      ...['received', 'returned', 'received'],
    ]);
    expect((await strip()).responses).to.equal(2);
    await expectTrue();
  });
});
