// Files made to be large where nobody looks: rows with more cells than any header, pages of rows that are large each.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { sendFile } from '../../support/send-file.ts';

const url = '/api/surveys/2569/batches';
const head = 'จังหวัด,ปัญหา,รายละเอียด,ระดับ,ผู้ประสานงาน\n';
const largestPage = 1_500_000;

describe('rows that hide their size', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  it('keeps and shows little of rows with 70,000 cells, and answers soon', async () => {
    const wide = `น่าน,ถนนมืด${',x'.repeat(70_000)}\n`;
    const { status, body } = await sendFile(admin, `${head}${wide.repeat(20)}`);
    expect(status).to.equal(201);
    expect(body.errors).to.deep.equal({ 'column-count': 20 });
    const started = performance.now();
    const rows = await admin.get(`${url}/${body.id}/rows?limit=20`);
    expect(performance.now() - started).to.be.below(10_000);
    expect(rows.body.items).to.have.length(20);
    expect(rows.text.length).to.be.below(20_000);
    expect(rows.body.items[0].violations[0]).to.include({ code: 'column-count', cells: 70_002 });
    const blocks = JSON.stringify(await app.models.rowBlocks.find().lean());
    expect(blocks.length).to.be.below(20_000);
  });

  it('reads a row whose thousands of further cells are empty, as spreadsheets write them', async () => {
    const empty = ','.repeat(16_000);
    const { body } = await sendFile(admin, `${head.trim()}${empty}\nน่าน,ถนนมืด,,3,${empty}\n`);
    expect(body.counts).to.include({ rows: 1, accepted: 1 });
  });

  it('cuts a page of long rows by its bytes, and the next one goes on after it', async () => {
    const long = 'ถนนมืด'.repeat(2500);
    const lines = Array.from({ length: 120 }, (_, i) => `น่าน,ข้อ ${i},${long},3,\n`);
    const { body } = await sendFile(admin, head + lines.join(''));
    expect(body.errors).to.deep.equal({ 'text-too-long': 120 });
    const seen: number[] = [];
    for (let after = ''; ; ) {
      const page = await admin.get(`${url}/${body.id}/rows?limit=500${after}`);
      expect(Buffer.byteLength(page.text)).to.be.below(largestPage);
      seen.push(...page.body.items.map(({ row }: any) => row));
      if (page.body.next === null) break;
      after = `&after=${page.body.next}`;
    }
    expect(seen).to.deep.equal(lines.map((_, i) => i + 1));
    const rejects = await admin.get(`${url}/${body.id}/rejects.csv`);
    expect(rejects.text.split('\r\n')).to.have.length(122);
  });

  it('never keeps a cell of a column that is not mapped, wherever a shifted row put it', async () => {
    const name = 'จันทร์เพ็ญ';
    const first = 'ผู้ประสานงาน,จังหวัด,ปัญหา,ระดับ\n';
    const { body } = await sendFile(
      admin,
      `${first}${name},ไม่รู้,ถนนมืด,3\n${name} ก,น่าน,ถนนมืด,3,เกิน\nก,${name},น่าน,ถนนมืด,3\n`,
    );
    expect(body.counts).to.include({ rejected: 3 });
    const last = await sendFile(
      admin,
      `จังหวัด,ผู้ประสานงาน,ปัญหา,ระดับ\nไม่รู้,${name},ถนนมืด,3\n${name},ถนนมืด\n`,
    );
    expect(last.body.counts).to.include({ rejected: 2 });
    const files = await Promise.all(
      [body, last.body].map(({ id }) => admin.get(`${url}/${id}/rejects.csv`)),
    );
    const kept = [files.map(({ text }) => text), await app.models.rowBlocks.find().lean()];
    expect(JSON.stringify(kept)).to.not.include(name);
    expect(files[0]?.text).to.include('"ไม่รู้","ถนนมืด","3"');
    expect(files[0]?.text).to.not.include('ผู้ประสานงาน');
  });
});
