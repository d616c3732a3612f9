import { read, utils } from '@e965/xlsx';
import { expect } from 'chai';
import { provinceByCode } from '../../../shared/places/provinces.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';
/** responses of each province; every third is about trust */
const sent = { 'TH-10': 48, 'TH-40': 33, 'TH-50': 12, 'TH-96': 2 };

describe('GET /api/surveys/:survey/figures.xlsx', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    for (const [province, count] of Object.entries(sent))
      for (let i = 0; i < count; i++)
        await storeResponse(
          app,
          aResponse({
            place: { province },
            respondent: { type: i % 2 === 0 ? 'agency' : 'citizen' },
            issues: [anIssue({ strategy: i % 3 === 0 ? 'trust' : 'society' })],
          }),
        );
  });
  after(() => app.close());

  async function bookOf(query: string, who = 'admin') {
    const answer = await fetch(`${app.url}${survey}/figures.xlsx?${query}`, {
      headers: { authorization: `Bearer ${(await app.as(who)).token}` },
    });
    expect(answer.status).to.equal(200);
    const book = read(Buffer.from(await answer.arrayBuffer()), { cellNF: true });
    const linesOf = (name: string) =>
      utils.sheet_to_json<any[]>(book.Sheets[name] ?? {}, { header: 1, blankrows: true });
    const tableOf = (name: string) => {
      const lines = linesOf(name);
      return lines.slice(lines.findIndex((line) => line.length === 0) + 2);
    };
    return { book, linesOf, tableOf };
  }

  const figuresOf = async (query: string) =>
    (await (await app.as('admin')).get(`${survey}/figures?${query}`)).body;

  it('has the numbers of the figures, a sheet each, with what was counted above them', async () => {
    const { book, linesOf, tableOf } = await bookOf('lang=en');
    const { figures, strip, asOf } = await figuresOf('');

    expect(book.SheetNames).to.deep.equal([
      'By strategy',
      'By province',
      'Place by strategy',
      'By month',
      'Agencies and citizens',
      'By severity',
    ]);
    const above = Object.fromEntries(linesOf('By strategy').slice(0, 9));
    expect(above).to.include({
      'Issues counted': String(strip.issues),
      'Responses counted': '95',
      'Provinces reporting': '4/77',
      Filters: 'all',
      'As of': asOf,
    });
    const rows = tableOf('By strategy');
    for (const { strategy, responses, issues } of figures['by-strategy']) {
      if (!['trust', 'society'].includes(strategy)) continue;
      const [, counted, share] = rows.find(([name]) => name.toLowerCase().includes(strategy)) ?? [];
      expect([counted, share]).to.deep.equal([responses, Number((responses / 95).toFixed(3))]);
      expect(issues).to.equal(responses);
    }
  });

  it('holds no small number, nor one that would tell it', async () => {
    const { book, tableOf } = await bookOf('figures=by-province,province-strategy');

    expect(book.SheetNames).to.have.length(2);
    const rows = tableOf('รายจังหวัด');
    expect(rows).to.have.length(77);
    const of = (code: string) => rows.find(([first]) => first === code) ?? [];
    expect(of('TH-10').slice(0, 4)).to.deep.equal([
      'TH-10',
      provinceByCode('TH-10')?.name.th,
      48,
      48,
    ]);
    const hidden = rows.filter(([, , issues]) => String(issues).includes('ปกปิด'));
    expect(hidden.map(([code]) => code))
      .to.include('TH-96')
      .and.have.length(2);
    expect(rows.flat().filter((cell) => cell === 2)).to.deep.equal([]);
    expect(of('TH-11')[2]).to.equal('ไม่มีข้อมูล');
  });

  it('takes the filters of figures and narrows to the scope, and says both', async () => {
    const { linesOf, tableOf } = await bookOf(
      'strategy=trust&figures=by-province&lang=en',
      'somchai',
    );

    expect(tableOf('By province').map(([code]) => code)).to.deep.equal(['TH-40']);
    expect(JSON.stringify(linesOf('By province').slice(0, 9))).to.include('TH-40 · strategy=trust');
  });

  it('has nothing of a view of fewer than five', async () => {
    const { linesOf } = await bookOf('province=TH-96&figures=by-strategy');
    expect(linesOf('รายยุทธศาสตร์').flat()).to.not.include(2);
    expect(linesOf('รายยุทธศาสตร์').length).to.be.below(12);
  });

  it('refuses figures that have no sheet, and filters that nobody knows', async () => {
    const admin = await app.as('admin');
    for (const query of ['figures=mood', 'color=red', 'lang=fr'])
      expect((await admin.get(`${survey}/figures.xlsx?${query}`)).status, query).to.equal(400);
  });
});
