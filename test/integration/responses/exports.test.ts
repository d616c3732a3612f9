import { read, utils } from '@e965/xlsx';
import { expect } from 'chai';
import Papa from 'papaparse';
import { startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const survey = '/api/surveys/2569';

describe('responses as files', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    const position = { lat: 18.78904, lng: 98.98505, accuracy: 12 };
    const issues = [anIssue({ title: '=1+1', strategy: 'trust' }), anIssue({ severity: 2 })];
    const place = { province: 'TH-50', district: 'เมืองเชียงใหม่', position };
    await storeResponse(app, aResponse({ place, issues }));
    for (let i = 0; i < 3; i++)
      await storeResponse(app, aResponse({ place: { province: 'TH-40' }, day: '2026-10-05' }));
  });
  after(() => app.close());

  async function linesOf(ending: string, query = '', who = 'admin') {
    const path = `${survey}/responses.${ending}${query}`;
    const answer = await fetch(app.url + path, {
      headers: { authorization: `Bearer ${(await app.as(who)).token}` },
    });
    expect(answer.status).to.equal(200);
    return {
      type: answer.headers.get('content-type') ?? '',
      file: Buffer.from(await answer.arrayBuffer()),
    };
  }

  const csvOf = async (query = '', who = 'admin') => {
    const { file } = await linesOf('csv', query, who);
    return Papa.parse<Record<string, string>>(file.toString().slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
  };
  const bookOf = async (query = '', who = 'admin') => {
    const { file } = await linesOf('xlsx', query, who);
    const book = read(file, { cellNF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    return { sheet, rows: utils.sheet_to_json<Record<string, unknown>>(sheet) };
  };
  const featuresOf = async (query = '', who = 'admin') =>
    JSON.parse((await linesOf('geojson', query, who)).file.toString()).features as any[];

  it('are the same lines in each of them, whatever is filtered, and only those in scope', async () => {
    for (const [query, who, count] of [
      ['', 'admin', 5],
      ['?strategy=trust', 'nok', 1],
      ['?from=2026-11-01', 'admin', 2],
      ['', 'somchai', 3],
      ['?province=TH-10', 'admin', 0],
    ] as const) {
      const ids = (await csvOf(query, who)).map((line) => `${line.response_id}#${line.issue_id}`);
      const { rows } = await bookOf(query, who);

      expect(ids, query).to.have.length(count);
      expect(rows.map((row) => `${row.response_id}#${row.issue_id}`)).to.deep.equal(ids);
      expect((await featuresOf(query, who)).map(({ id }) => id)).to.deep.equal(ids);
    }
  });

  it('have days as days, numbers as numbers, and no formula in a workbook', async () => {
    const { sheet, rows } = await bookOf('?strategy=trust');
    const [row] = rows;
    const cellOf = (name: string) => {
      const column = Object.keys(sheet).find((at) => /^[A-Z]+1$/.test(at) && sheet[at].v === name);
      return sheet[`${column?.slice(0, -1)}2`];
    };

    expect(row).to.include({ title: '=1+1', severity: 4, affected: 120, latitude: 18.78904 });
    expect(cellOf('title')).to.not.have.property('f');
    expect(cellOf('day')).to.include({ t: 'n', w: '2026-11-20' });
    expect(cellOf('received_at').w).to.match(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
  });

  it('stand on a map where it was said where they are, and name their province otherwise', async () => {
    const features = await featuresOf();
    const [here] = features.filter(({ properties }) => properties.title === '=1+1');
    const elsewhere = features.filter(({ properties }) => properties.province === 'TH-40');

    expect((await linesOf('geojson')).type).to.match(/^application\/geo\+json/);
    expect(here.geometry).to.deep.equal({ type: 'Point', coordinates: [98.98505, 18.78904] });
    expect(here.properties).to.include({ province: 'TH-50', severity: 4 });
    expect(here.properties).to.not.have.any.keys('latitude', 'longitude');
    expect(elsewhere.map(({ geometry }) => geometry)).to.deep.equal([null, null, null]);
  });

  it('are each an entry of the record, with what was filtered', async () => {
    await linesOf('xlsx', '?strategy=trust');
    const { body } = await (await app.as('admin')).get('/api/audit?what=exported');

    expect(JSON.stringify(body.items[0])).to.include('trust');
  });

  it('refuse a filter that nobody knows', async () => {
    for (const ending of ['csv', 'xlsx', 'geojson'])
      expect(
        (await (await app.as('admin')).get(`${survey}/responses.${ending}?color=red`)).status,
      ).to.equal(400);
  });
});
