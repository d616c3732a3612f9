// What differs between two files of an office: counted, and row by row.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const survey = '/api/surveys/2569';
const rowsOf = (from: number, to: number, change = (i: number) => `เรื่องที่ ${i},3`) =>
  Array.from({ length: to - from + 1 }, (_, i) => `ขอนแก่น,${change(from + i)}\n`).join('');

describe('the difference between two batches', () => {
  let app: TestApp;
  let somchai: Person;

  before(async () => {
    app = await startApp({ limits: false });
    somchai = await app.as('somchai');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const sent = async (file: string, who = somchai) => {
    const { body, text } = await sendFile(who, file);
    expect(body?.id, text).to.be.a('string');
    return body;
  };
  const differenceOf = async (id: string, query = '') => {
    const { status, body, text } = await somchai.get(`${survey}/batches/${id}/difference${query}`);
    expect(status, text).to.equal(200);
    return body;
  };
  const head = 'จังหวัด,ปัญหา,ระดับ\n';

  it('is everything for the first file of an office, and then what differs from the one before', async () => {
    const first = await sent(`${head}${rowsOf(1, 6)}`);
    expect(await differenceOf(first.id)).to.deep.equal({
      ...{ to: null, new: 6, gone: 0, changed: 0, same: 0 },
    });
    await sent(`${head}${rowsOf(1, 6)}`, await app.as('wanida'));

    // one gone, one with another severity, two new
    const second = await sent(`${head}${rowsOf(2, 8, (i) => `เรื่องที่ ${i},${i === 3 ? 5 : 3}`)}`);
    const difference = await differenceOf(second.id);
    expect(difference).to.deep.include({ new: 2, gone: 1, changed: 1, same: 4 });
    expect(difference.to).to.deep.include({ id: first.id, receipt: first.receipt });

    const { items } = await differenceOf(second.id, '?kind=changed');
    expect(items).to.deep.equal([
      {
        ...{ row: 2, line: 3, otherRow: 3, otherLine: 4 },
        cells: { จังหวัด: 'ขอนแก่น', ปัญหา: 'เรื่องที่ 3', ระดับ: '5' },
        changes: [{ field: 'severity', before: '3', after: '5' }],
      },
    ]);
    const gone = await differenceOf(second.id, '?kind=gone');
    expect(gone.items).to.deep.equal([
      {
        ...{ row: null, line: null, otherRow: 1, otherLine: 2, changes: [] },
        cells: { จังหวัด: 'ขอนแก่น', ปัญหา: 'เรื่องที่ 1', ระดับ: '3' },
      },
    ]);
    const one = await differenceOf(second.id, '?kind=same&limit=3');
    const rest = await differenceOf(second.id, `?kind=same&limit=3&after=${one.next}`);
    const rows = [...one.items, ...rest.items].map(({ row, otherRow }) => [row, otherRow]);
    expect(rows).to.deep.equal([
      [1, 2],
      [3, 4],
      [4, 5],
      [5, 6],
    ]);
    expect(rest.next).to.equal(null);
    // the other way round, by name
    const back = await differenceOf(first.id, `?to=${second.id}`);
    expect(back).to.deep.include({ new: 1, gone: 2, changed: 1, same: 4 });
  });

  it('knows rows by their id, whatever was mended in them, and whatever the columns are called', async () => {
    const first = await sent(
      'รหัสแบบสอบถาม,จังหวัด,ปัญหา\nA1,ขอนแก่น,ไฟดับ\nA2,ไม่รู้,น้ำแล้ง\nA3,ขอนแก่น,ถนนมืด\n',
    );
    expect(first.counts).to.include({ accepted: 2, rejected: 1 });
    const second = await sent(
      'ปัญหา,จังหวัด,รหัสแบบสอบถาม\nไฟดับ,ขอนแก่น,A1\nน้ำแล้ง,ขอนแก่น,A2\nถนนพัง,ขอนแก่น,A3\nไฟดับ,ขอนแก่น,A4\n',
    );
    expect(second.counts).to.include({ accepted: 2, same: 1, rejected: 1 });

    const { items, ...counts } = await differenceOf(second.id, '?kind=changed');
    expect(counts).to.deep.include({ new: 1, gone: 0, changed: 2, same: 1 });
    expect(items.map(({ changes }: any) => changes)).to.deep.equal([
      [{ field: 'province', before: 'ไม่รู้', after: 'ขอนแก่น' }],
      [{ field: 'title', before: 'ถนนมืด', after: 'ถนนพัง' }],
    ]);
  });

  it('is looked into beside the rows themselves, which are found by the words of their cells', async () => {
    const { id } = await sent(`${head}${rowsOf(1, 30)}`);
    const found = async (query: string) =>
      (await somchai.get(`${survey}/batches/${id}/rows?${query}`)).body;
    const { items, next } = await found('q=เรื่องที่%202&limit=5');
    expect(items.map(({ row }: { row: number }) => row)).to.deep.equal([2, 20, 21, 22, 23]);
    const rest = await found(`q=เรื่องที่%202&after=${next}`);
    expect(rest.items).to.have.length(6);
    expect((await found('outcome=reject&q=เรื่อง')).items).to.deep.equal([]);
  });

  it('is refused about what is out of sight, or is none', async () => {
    const own = await sent(`${head}${rowsOf(1, 2)}`);
    const others = await sent(`${head}${rowsOf(1, 2)}`, await app.as('admin'));
    const at = `${survey}/batches/${own.id}/difference`;
    expect((await somchai.get(`${at}?to=${others.id}`)).status).to.equal(404);
    expect((await somchai.get(`${at}?kind=other`)).status).to.equal(400);
    expect((await somchai.get(`${at}?kind=new&after=x`)).status).to.equal(400);
  });
});
