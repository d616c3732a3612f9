// Projects and results as ministries keep them, in a table: looked at first, taken whole or not at all, and back again unchanged.

import * as xlsx from '@e965/xlsx';
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aProject, newId } from '../../support/build.ts';
import { plannerOf } from '../../support/regional-planner.ts';

const projects = '/api/plan/projects';
const bookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('files of the plan', () => {
  let app: TestApp;
  let nok: Person;

  before(async () => {
    app = await startApp();
    nok = await app.as('nok');
  });
  after(() => app.close());

  const send = (body: string | Uint8Array, query = '', type = 'text/csv', by = nok) =>
    by.send('POST', `${projects}${query}`, {
      body: body as BodyInit,
      headers: { 'content-type': type },
    });
  const header =
    'รหัสโครงการ,ชื่อโครงการ,แผนงานย่อย,สำนักงาน,จังหวัด,วันเริ่ม,วันสิ้นสุด,สถานะ,งบ 2569,ปีงบประมาณ,รหัสตัวชี้วัด,ตัวชี้วัด,หน่วยนับ,ค่าฐาน,เป้าหมาย,ผลที่ได้';
  const twoProjects = (mark: string) =>
    [
      'แผนงานโครงการ ปีงบประมาณ 2569',
      header,
      `${mark}-A,ศูนย์ดิจิทัลชุมชน,"3.1, 3.2",TH-40,"ขอนแก่น, TH-41",1 ต.ค. 2568,30/9/2570,กำลังดำเนินการ,"1,250,000",2569,centres,ศูนย์ที่เปิดใช้,แห่ง,๑๐,40,`,
      `${mark}-A,,,,,,,,,2570,centres,,,,80,`,
      `${mark}-B,อินเทอร์เน็ตหมู่บ้าน,1.2,TH-40,ทุกจังหวัด,2568-10-01,2569-09-30,,,,,,,,,`,
    ].join('\r\n');
  const mark = () => newId().slice(0, 8);
  const fileOf = async (path: string) => {
    const answer = await fetch(`${app.url}${path}`, {
      headers: { authorization: `Bearer ${nok.token}` },
    });
    expect(answer.status).to.equal(200);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const read = async (id: string) => (await nok.get(`${projects}/${id}`)).body;

  it('are only looked at with dryRun', async () => {
    const here = mark();
    const { status, body } = await send(twoProjects(here), '?dryRun=true');

    expect(status).to.equal(200);
    expect(body.counts).to.deep.equal({ rows: 3, new: 3, changed: 0, same: 0, wrong: 0 });
    expect((await nok.get(`${projects}/${here}-a`)).status).to.equal(404);
  });

  it('add projects with their results, and change nothing when they come again', async () => {
    const here = mark();
    const first = await send(twoProjects(here));
    expect(first.status, first.text).to.equal(201);

    const project = await read(`${here}-a`);
    expect(project).to.deep.include({
      nameTh: 'ศูนย์ดิจิทัลชุมชน',
      subPlans: ['3.1', '3.2'],
      provinces: ['TH-40', 'TH-41'],
      start: '2025-10-01',
      end: '2027-09-30',
      state: 'running',
      budget: { 2569: 1_250_000 },
    });
    expect(
      project.results.map(({ year, baseline, target, reached, unit }: any) => [
        year,
        baseline,
        target,
        reached,
        unit,
      ]),
    ).to.deep.equal([
      [2569, 10, 40, null, 'แห่ง'],
      [2570, 10, 80, null, 'แห่ง'],
    ]);
    expect((await read(`${here}-b`)).provinces).to.equal('all');

    const again = await send(twoProjects(here));
    expect(again.body.counts).to.deep.equal({ rows: 3, new: 0, changed: 0, same: 3, wrong: 0 });
    expect((await read(`${here}-a`)).version).to.equal(project.version);
  });

  it('say before what they change, and leave alone what they do not say', async () => {
    const here = mark();
    await send(twoProjects(here));
    const change = `code,budget 2026,year,indicator,reached\n${here}-a,2000000,2569,centres,38\n`;
    const looked = await send(change, '?dryRun=true');

    expect(looked.body.rows[0].changes).to.deep.equal([
      { field: 'budget 2569', before: '1250000', after: '2000000' },
      { field: 'result:reached', before: null, after: '38' },
    ]);
    expect((await send(change)).status).to.equal(201);
    const after = await read(`${here}-a`);
    expect([
      after.nameTh,
      after.budget,
      after.results[0].reached,
      after.results[0].target,
    ]).to.deep.equal(['ศูนย์ดิจิทัลชุมชน', { 2569: 2_000_000 }, 38, 40]);
  });

  it('say of each wrong row what is wrong and where, and then store nothing', async () => {
    const here = mark();
    const rows = [
      header,
      `${here}-1,โครงการ,9.9,TH-40,TH-40,2568-10-01,2569-09-30,,,,,,,,,`,
      `${here}-2,โครงการ,1.1,ไม่มีที่นี่,นครไหน,2568-10-01,2569-09-30,,,,,,,,,`,
      `${here}-3,โครงการ,1.1,TH-40,TH-40,2569-10-01,2568-09-30,,,,,,,,,`,
      `${here}-4,โครงการ,1.1,TH-40,TH-40,2568-10-01,2569-09-30,เดี๋ยวก่อน,ห้าล้าน,2575,x,ตัวชี้วัด,คน,1,2,`,
      `${here}-5,,,,,,,,,,,,,,,`,
      `,ไม่มีรหัส,1.1,TH-40,TH-40,2568-10-01,2569-09-30,,,,,,,,,`,
      `${here}-6,โครงการ,1.1,TH-40,TH-40,2568-10-01,2569-09-30,,,2569,x,ตัวชี้วัด,คน,5,5,`,
      `${here}-6,โครงการอื่น,,,,,,,,2569,x,ตัวชี้วัด,คน,5,7,`,
    ].join('\r\n');
    const answer = await send(rows);

    expect(answer.status, answer.text).to.equal(422);
    expect(answer.body.type).to.match(/plan-file-invalid$/);
    const said = answer.body.rows.map(({ outcome, reasons }: any) => [
      outcome,
      reasons.map(({ code, column }: any) => `${code} ${column}`).sort(),
    ]);
    expect(said).to.deep.equal([
      ['wrong', ['unknown-sub-plan แผนงานย่อย']],
      ['wrong', ['unknown-office สำนักงาน', 'unknown-province จังหวัด']],
      ['wrong', ['ends-before-start วันสิ้นสุด']],
      ['wrong', ['outside-horizon ปีงบประมาณ', 'unreadable งบ 2569', 'unreadable สถานะ']],
      [
        'wrong',
        ['ชื่อโครงการ', 'แผนงานย่อย', 'สำนักงาน', 'จังหวัด', 'วันเริ่ม', 'วันสิ้นสุด']
          .map((column) => `missing ${column}`)
          .sort(),
      ],
      ['wrong', ['missing รหัสโครงการ']],
      ['wrong', ['target-is-baseline เป้าหมาย']],
      ['wrong', ['differs-in-file ชื่อโครงการ', 'result-twice ปีงบประมาณ']],
    ]);
    expect((await nok.get(`${projects}/${here}-6`)).status).to.equal(404);
  });

  it('say before that a project would have too many results, or more money than there is', async () => {
    const here = mark();
    await send(twoProjects(here));
    const results = Array.from(
      { length: 420 },
      (_, n) => `${here}-b,2569,key${n},ตัวชี้วัด,คน,${n + 1}`,
    );
    const table = ['code,year,indicator,indicatorTh,unit,target', ...results].join('\n');
    const many = await send(table);

    expect(many.status, many.text).to.equal(422);
    expect(many.body.type).to.match(/plan-file-invalid$/);
    expect(many.body.counts.wrong).to.equal(20);
    expect((await read(`${here}-b`)).results, 'nothing of it is stored').to.deep.equal([]);

    const rich = await send(`code,budget 2569\n${here}-b,99999999999999\n`, '?dryRun=true');
    expect(rich.body.rows[0].reasons).to.deep.equal([
      { code: 'unreadable', column: 'budget 2569', value: '99999999999999' },
    ]);
  });

  it('are refused as a whole where they are no table of projects', async () => {
    expect((await send('')).status).to.equal(422);
    expect((await send('a,b\n1,2\n')).body.type).to.match(/no-header$/);
    expect((await send('PK\u0003\u0004 no book', '', bookType)).status).to.equal(422);
  });

  for (const [ending, type] of [
    ['csv', 'text/csv'],
    ['xlsx', bookType],
  ] as const)
    it(`come out as ${ending} in both languages, and in again without a change`, async () => {
      const here = mark();
      await send(twoProjects(here));
      await nok.post(projects, aProject({ nameTh: '=SUM(A1)', nameEn: '+1, "two"' }));
      for (const lang of ['th', 'en']) {
        const file = await fileOf(`${projects}.${ending}?lang=${lang}`);
        const back = await send(file, '?dryRun=true', type);
        expect(back.status, back.text).to.equal(200);
        expect(back.body.counts).to.deep.include({ new: 0, changed: 0, wrong: 0 });
        expect(back.body.counts.same).to.be.at.least(4);
      }
    });

  it('hold days and numbers as a spreadsheet has them', async () => {
    const here = mark();
    await send(twoProjects(here));
    const book = xlsx.read(await fileOf(`${projects}.xlsx?lang=en`));
    const sheet = book.Sheets.projects ?? {};
    const rows = xlsx.utils.sheet_to_json<Record<string, unknown>>(sheet);
    const row = rows.find(({ code }) => code === `${here}-A`);
    expect(row?.['budget 2569']).to.equal(1_250_000);
    expect(row?.start).to.be.a('number');
    expect(row?.target).to.equal(40);
  });

  it('keep whoever plans for a part of the country within it', async () => {
    const here = mark();
    await send(twoProjects(here));
    const northern = await plannerOf(app, 'north');

    const { body } = await send(
      `code,state\n${here}-a,retired\n`,
      '?dryRun=true',
      'text/csv',
      northern,
    );
    expect(body.rows[0].reasons.map(({ code }: any) => code)).to.deep.equal(['beyond-yours']);
    expect(
      (await send(`code,state\n${here}-a,retired\n`, '', 'text/csv', northern)).status,
    ).to.equal(422);
  });
});
