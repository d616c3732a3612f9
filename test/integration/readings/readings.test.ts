// What an office chose for files of the same headers: kept for its own people, proposed by the headers, forgotten on request.
import { expect } from 'chai';
import { sha256 } from '../../../server/responses/sha256.ts';
import { mostReadings, type NewReading } from '../../../shared/api/readings.ts';
import { headerSetKey } from '../../../shared/batch/header-set.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';

const url = '/api/surveys/2569/readings';
const headers = ['จังหวัด', 'เรื่องที่ร้อง', 'ระดับ 1.5'];
const chosen: NewReading = {
  headers,
  file: 'ตุลาคม.csv',
  choices: {
    dateOrder: 'mdy',
    fillDown: ['province'],
    mapping: { เรื่องที่ร้อง: 'title', 'ระดับ 1.5': 'severity' },
    values: { province: { ขอนแกน: 'ขอนแก่น' } },
  },
};

describe('how an office reads files of the same headers', () => {
  let app: TestApp;
  let somchai: Person;
  let wanida: Person;
  let admin: Person;
  before(async () => {
    app = await startApp({ limits: false });
    [somchai, wanida, admin] = [
      await app.as('somchai'),
      await app.as('wanida'),
      await app.as('admin'),
    ];
  });
  beforeEach(() => app.empty());
  after(() => app.close());

  const key = headerSetKey(headers, sha256);
  const found = async (person: Person, wanted = key) =>
    (await person.get(`${url}?key=${wanted}`)).body.items;

  it('is found by the headers, with where it comes from, by its own office alone', async () => {
    const kept = await somchai.post(url, chosen);
    expect(kept.status, kept.text).to.equal(200);

    const [one] = await found(somchai, headerSetKey([' จังหวัด', ...headers.slice(1)], sha256));
    expect(one).to.deep.include({ id: key, file: 'ตุลาคม.csv', by: 'somchai' });
    expect(one.choices).to.deep.equal(chosen.choices);
    expect(await found(wanida), 'another office').to.deep.equal([]);
    expect(await found(admin)).to.deep.equal([]);
    expect(await found(somchai, headerSetKey(headers.toReversed(), sha256))).to.deep.equal([]);
  });

  it('is what was chosen last, and the record hears of what is decided otherwise', async () => {
    await somchai.post(url, chosen);
    await somchai.post(url, { ...chosen, file: 'พฤศจิกายน.csv' });
    await somchai.post(url, { ...chosen, choices: { mapping: {}, values: {} } });

    const [one] = await found(somchai);
    expect(one).to.deep.include({ file: 'ตุลาคม.csv', choices: { mapping: {}, values: {} } });
    const { items } = (await admin.get('/api/audit')).body;
    const kept = items.filter(({ what }: { what: string }) => what === 'reading-kept');
    expect(kept).to.have.length(2);
    expect(JSON.stringify(kept), 'no words of files').to.not.include('ขอนแกน');
  });

  it('keeps nothing that holds personal data', async () => {
    await somchai.post(url, {
      headers: ['โทร 081-234-5678', 'จังหวัด'],
      file: 'คุณสมศรี 081-234-5678.csv',
      choices: {
        mapping: { 'โทร 081-234-5678': 'ignore', จังหวัด: 'province' },
        values: { province: { 'ขอนแก่น 0812345678': 'ขอนแก่น' } },
      },
    });

    const { items } = (await somchai.get(url)).body;
    expect(JSON.stringify(items)).to.not.match(/5678/);
    expect(items[0].choices).to.deep.equal({ mapping: { จังหวัด: 'province' }, values: {} });
  });

  it('is forgotten on request, once, by its own office', async () => {
    await somchai.post(url, chosen);
    expect((await wanida.delete(`${url}/${key}`)).status).to.equal(404);
    expect((await somchai.delete(`${url}/${key}`)).status).to.equal(204);
    expect((await somchai.delete(`${url}/${key}`)).status).to.equal(404);
    expect(await found(somchai)).to.deep.equal([]);
  });

  it(`is at most ${mostReadings} an office, those that were used last, in pages`, async () => {
    for (let at = 0; at < mostReadings + 3; at++)
      await somchai.post(url, { ...chosen, headers: [...headers, String(at)], file: `${at}.csv` });

    const files: string[] = [];
    for (let after = ''; ; ) {
      const { items, next } = (await somchai.get(`${url}?limit=20${after}`)).body;
      expect(items).to.have.length.of.at.most(20);
      files.push(...items.map(({ file }: { file: string }) => file));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(new Set(files).size).to.be.oneOf([mostReadings - 1, mostReadings]);
    expect(files)
      .to.include(`${mostReadings + 2}.csv`)
      .and.to.not.include('0.csv');
    for (const wrong of ['after=x', 'limit=21'])
      expect((await somchai.get(`${url}?${wrong}`)).status).to.equal(400);
  });

  it('refuses what is no choice', async () => {
    const bad = (choices: object) => somchai.post(url, { ...chosen, choices });
    expect((await bad({ mapping: { x: 'no-field' }, values: {} })).status).to.equal(400);
    expect((await bad({ mapping: {}, values: { title: 3 } })).status).to.equal(400);
    expect((await bad({ mapping: {}, values: {}, policy: 'x' })).status).to.equal(400);
  });
});
