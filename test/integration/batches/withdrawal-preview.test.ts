// What the preview of a withdrawal says is what then happens, line by line of each figure; and it reads no response to say so.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const survey = '/api/surveys/2569';
const head = 'รหัสแบบสอบถาม,จังหวัด,ปัญหา,ระดับ,วันที่,ประเภทผู้ตอบ,ยุทธศาสตร์\n';
const provinces = ['ขอนแก่น', 'น่าน', 'เชียงใหม่', 'ตรัง'];
const days = ['20/11/2569', '1/10/2569', ''];
const strategies = ['โครงสร้างพื้นฐาน', 'เศรษฐกิจ', ''];
const rowOf = (n: number) =>
  [
    ...[`R-${n}`, provinces[n % 4], `เรื่องที่ ${n}`, n % 6 === 0 ? '' : String((n % 5) + 1)],
    ...[days[n % 3], n % 2 ? 'ประชาชน' : 'หน่วยงาน', strategies[(n >> 1) % 3]],
  ].join(',');
const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${rowOf(from + i)}\n`).join('');

/** the member that names a line of each figure */
const named = {
  'by-province': 'province',
  'by-strategy': 'strategy',
  'by-month': 'month',
  'by-respondent': 'respondent',
  'by-severity': 'severity',
  'by-channel': 'channel',
} as const;

describe('the preview of a withdrawal', () => {
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
  afterEach(() => app.empty());
  after(() => app.close());

  const at = (id: string) => `${survey}/batches/${id}/withdrawal`;
  const sent = async (who: Person, rows: string) => {
    const { body, text } = await sendFile(who, `${head}${rows}`);
    expect(body?.id, text).to.be.a('string');
    return body;
  };
  const responsesOf = (batch: string) =>
    app.models.responses.find({ batch }).sort({ row: 1 }).lean();

  /** issues and responses of each line, by figure and name; lines without any are left out */
  async function lines(): Promise<Map<string, { issues: number; responses: number }>> {
    const wanted = Object.keys(named).join(',');
    const { figures } = (await admin.get(`${survey}/figures?figures=${wanted}`)).body;
    const all = new Map<string, { issues: number; responses: number }>();
    for (const [figure, member] of Object.entries(named))
      for (const row of figures[figure]) {
        const key = `${figure} ${row[member] ?? 'none'}`;
        const known = all.get(key) ?? { issues: 0, responses: 0 };
        const responses = row.responses ?? 0;
        const sum = { issues: known.issues + row.issues, responses: known.responses + responses };
        if (sum.issues > 0) all.set(key, sum);
      }
    return all;
  }

  it('says what then drops, whatever was decided, stands elsewhere or was withdrawn alone', async () => {
    await sent(admin, rowsOf(500, 530));
    const { id } = await sent(admin, rowsOf(1, 60));
    const stored = await responsesOf(id);
    const of = (row: number) => `${survey}/responses/${stored[row - 1]?._id}`;
    for (const [row, decision] of [
      ...([
        [4, 'approved'],
        [8, 'rejected'],
        [12, 'returned'],
        [52, 'approved'],
      ] as const),
    ])
      await wanida.post(`${of(row)}/decisions`, { decision, reason: 'ตามนั้น' });
    await admin.put(`${of(16)}/withdrawal`, { reason: 'ซ้ำ' });
    // its last rows stand in another file too
    const other = await sent(admin, rowsOf(49, 62));
    expect(other.counts).to.include({ accepted: 2, same: 12 });
    const before = await lines();
    const strip = (await admin.get(`${survey}/figures`)).body.strip;

    const { body } = await admin.get(at(id));

    expect(body).to.include({ responses: 47, issues: 47, approved: 1, kept: 12, allowed: true });
    expect(body.approvedRows).to.deep.equal([{ row: 4, line: 5, responseId: stored[3]?._id }]);
    expect(body.drops).to.include({ responses: 45, issues: 45, pending: 0 });
    await admin.put(at(id), { reason: 'ส่งผิดไฟล์' });
    const after = await lines();
    const expected = new Map(before);
    for (const { figure, of: line, issues, responses } of body.drops.figures) {
      const key = `${figure} ${line}`;
      const was = before.get(key) ?? { issues: 0, responses: 0 };
      const left = { issues: was.issues - issues, responses: was.responses - responses };
      if (left.issues > 0) expected.set(key, left);
      else expected.delete(key);
    }
    expect(after).to.deep.equal(expected);
    const left = (await admin.get(`${survey}/figures`)).body.strip;
    expect(left.unmatched).to.equal(strip.unmatched - body.drops.unmatched);
    expect(left.responses).to.equal(strip.responses - body.drops.responses);
  });

  it('counts what waits as waiting, and nothing of it as counted', async () => {
    const { id } = await sent(admin, rowsOf(1, 6));
    app.context.facts.setSurvey({ id: '2569', countApprovedOnly: true });
    try {
      const [, , , fourth] = await responsesOf(id);
      // nobody approves what they sent
      await wanida.post(`${survey}/responses/${fourth?._id}/decisions`, { decision: 'approved' });

      const { body } = await admin.get(at(id));

      expect(body).to.include({ responses: 6, approved: 1 });
      expect(body.drops).to.include({ responses: 1, pending: 5 });
    } finally {
      app.context.facts.setSurvey({ id: '2569', countApprovedOnly: false });
    }
  });

  it('is refused when responses of it are of places elsewhere', async () => {
    const { id } = await sent(somchai, rowsOf(1, 4).replaceAll(/น่าน|เชียงใหม่|ตรัง/g, 'ขอนแก่น'));
    const [one] = await responsesOf(id);
    expect((await somchai.get(at(id))).status).to.equal(200);
    const moved = { ...one, place: { ...one?.place, province: 'TH-50' }, version: 99 };
    app.context.facts.put(moved as never);

    expect((await somchai.get(at(id))).status).to.equal(403);
  });

  it('is not relied on for the scope, by a withdrawal: what is stored is looked at', async () => {
    const { id } = await sent(somchai, rowsOf(1, 4).replaceAll(/น่าน|เชียงใหม่|ตรัง/g, 'ขอนแก่น'));
    const [one] = await responsesOf(id);
    const moved = { $set: { 'place.province': 'TH-50' } };
    await app.models.responses.updateOne({ _id: one?._id ?? '' }, moved);
    // as in a process that has not heard of it
    if (one) app.context.facts.put({ ...one, version: 98 });

    const { status, body } = await somchai.put(at(id), { reason: 'ส่งผิดไฟล์' });

    expect([status, body.type]).to.deep.equal([403, '/problems/not-allowed']);
    expect((await admin.get(`${survey}/batches/${id}`)).body.state).to.equal('done');
    expect((await admin.put(at(id), { reason: 'ส่งผิดไฟล์' })).status).to.equal(200);
  });

  it('reads no response of a file whose rows stand nowhere else', async function () {
    // MongoDB tells the facts what has gone
    if (app.context.db.engine !== 'embedded') return this.skip();
    const { id } = await sent(admin, rowsOf(1, 30));
    await app.models.responses.deleteMany({ batch: id });

    const { body } = await admin.get(at(id));

    expect(body).to.include({ responses: 30, issues: 30 });
  });
});
