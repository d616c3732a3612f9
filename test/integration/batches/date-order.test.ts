// Whether a column of dates has the day or the month first: decided by its first 200 rows, held to the end, said on the batch.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const header = 'จังหวัด,อำเภอ,ประเด็นปัญหา,ความรุนแรง,วันที่';
const fileOf = (days: readonly string[]) =>
  [header, ...days.map((day, index) => `ขอนแก่น,พล,เน็ตช้า ${index + 1},3,${day}`), ''].join('\n');
const many = (count: number, day: string) => Array.from({ length: count }, () => day);

describe('the order of dates in a file', () => {
  let app: TestApp;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
    app.context.now = () => new Date('2026-11-28T10:00:00+07:00');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const send = async (days: readonly string[], fields: Record<string, string> = {}) => {
    const { status, text, body } = await sendFile(somchai, fileOf(days), { fields });
    expect(status, text).to.equal(201);
    const { items } = (await somchai.get(`/api/surveys/2569/batches/${body.id}/rows?limit=500`))
      .body;
    const notes = body.notes.filter(({ code }: any) => code.startsWith('dates-'));
    return { batch: body, rows: items as any[], notes };
  };
  const daysOf = (rows: any[]) => rows.map(({ values }) => values.day);

  it('is day first when nothing decides, and nothing is said', async () => {
    const { batch, rows, notes } = await send(['10/05/2026', '5 ต.ค. 2569', '2026-10-05', '46300']);
    expect(daysOf(rows)).to.deep.equal(['2026-05-10', '2026-10-05', '2026-10-05', '2026-10-05']);
    expect(batch.dateOrder).to.equal('dmy');
    expect(notes).to.deep.equal([]);
  });

  it('is that of the whole column when one row decides, also the 200th', async () => {
    const { batch, rows, notes } = await send([...many(199, '10/05/2026'), '10/24/2026']);
    expect(new Set(daysOf(rows))).to.deep.equal(new Set(['2026-10-05', '2026-10-24']));
    expect(batch.dateOrder).to.equal('mdy');
    expect(notes).to.deep.equal([{ code: 'dates-month-first', column: 'วันที่' }]);
  });

  it('is day first when both occur, and what can only be month first is rejected and said', async () => {
    const { rows, notes } = await send(['24/10/2026', '10/05/2026', '10/24/2026']);
    expect(daysOf(rows)).to.deep.equal(['2026-10-24', '2026-05-10', null]);
    expect(rows[2].violations[0]).to.include({ code: 'invalid-date', readsAs: 'mdy' });
    expect(notes).to.deep.equal([{ code: 'dates-mixed-order', rows: 1 }]);
  });

  for (const [what, first, then] of [
    ['month first after 200 rows that were read day first', '10/05/2026', '10/24/2026'],
    ['day first after 200 rows that were read month first', '10/24/2026', '24/10/2026'],
  ] as const)
    it(`rejects what can only be ${what}, and says so at the end`, async () => {
      const { batch, rows, notes } = await send([...many(200, first), then, then]);
      expect(batch.counts).to.include({ accepted: 200, rejected: 2 });
      expect(rows[200].violations.map(({ code }: any) => code)).to.deep.equal(['invalid-date']);
      expect(notes.at(-1)).to.deep.equal({ code: 'dates-mixed-order', rows: 2 });
    });

  it('is what a person says', async () => {
    const monthFirst = await send(['10/05/2026', '24/10/2026'], { dateOrder: 'mdy' });
    expect(daysOf(monthFirst.rows)).to.deep.equal(['2026-10-05', null]);
    await app.empty();
    const dayFirst = await send(['10/05/2026', '10/24/2026'], { dateOrder: 'dmy' });
    expect(daysOf(dayFirst.rows)).to.deep.equal(['2026-05-10', null]);
    const { status, body } = await sendFile(somchai, fileOf(['10/05/2026']), {
      fields: { dateOrder: 'ymd' },
    });
    expect([status, body.errors[0].pointer]).to.deep.equal([400, '/body/dateOrder']);
  });

  it('is not lost with the rows that decided it: rejects hold days that can be read in one way', async () => {
    const csv = fileOf(['10/24/2026', '10/05/2026', '10/05/2026']).replace(
      'ขอนแก่น,พล,เน็ตช้า 2',
      'ไทรทองใหญ่,พล,เน็ตช้า 2',
    );
    const { body } = await sendFile(somchai, csv);
    const { text } = await somchai.get(`/api/surveys/2569/batches/${body.id}/rejects.csv`);
    expect(text).to.include('2026-10-05').and.not.include('10/05');
  });

  it('follows the dates of the survey’s own questions where the days say nothing', async () => {
    const since = {
      pointer: '/answers/since',
      kind: 'date',
      labelTh: 'ตั้งแต่วันที่',
      labelEn: 'Since',
      required: false,
    };
    const { questions = [] } = (await app.models.surveys.findOne({ _id: '2569' }).lean()) ?? {};
    const asked = { $set: { questions: [...questions, since] } };
    await app.models.surveys.updateOne({ _id: '2569' }, asked);
    const csv =
      'จังหวัด,ประเด็นปัญหา,วันที่,ตั้งแต่วันที่\nขอนแก่น,ก,2026-11-01,10/24/2026\nขอนแก่น,ข,2026-11-02,10/05/2026\n';
    // a definition is remembered for a second
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const { body } = await sendFile(somchai, csv);
    await app.models.surveys.updateOne({ _id: '2569' }, { $set: { questions } });
    expect(body.counts).to.include({ accepted: 2 });
    const stored = await app.models.responses.find({}).lean();
    expect(stored.map(({ answers }) => answers.since)).to.have.members([
      '2026-10-24',
      '2026-10-05',
    ]);
  });
});
