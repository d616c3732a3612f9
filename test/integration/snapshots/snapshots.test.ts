// A view is frozen, data change, and the snapshot says the same bytes as before, and what has changed since.
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { snapshotsThatDiffer } from '../../../server/snapshots/check-stored-snapshots.ts';
import { figureNames } from '../../../shared/api/figures.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const url = '/api/surveys/2569/snapshots';
const inProvince = (province: string, strategy = 'society') =>
  aResponse({ place: { province }, issues: [anIssue({ strategy })] });

describe('snapshots', () => {
  let app: TestApp;
  let nok: Person;
  let somchai: Person;
  let malee: Person;
  before(async () => {
    app = await startApp({ limits: false });
    [nok, somchai, malee] = [await app.as('nok'), await app.as('somchai'), await app.as('malee')];
  });
  beforeEach(async () => {
    await app.empty();
    await app.models.snapshots.deleteMany({ _id: { $ne: '' } });
    for (const province of ['TH-50', 'TH-50', 'TH-40'])
      await storeResponse(app, inProvince(province));
  });
  after(() => app.close());

  const keep = async (person: Person, filters: object = {}, name = 'ประชุมวันจันทร์') => {
    const answer = await person.post(url, { name, filters });
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };

  it('hold all figures of a view as they were, the same bytes whatever happens', async () => {
    const figures = (await nok.get('/api/surveys/2569/figures?strategy=society')).body;
    const { id, digest, asOf } = await keep(nok, { strategy: 'society' });
    expect(id).to.match(/^RF-\d\d-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const first = await nok.get(`${url}/${id}`);
    expect(createHash('sha256').update(first.text).digest('hex')).to.equal(digest);
    expect(first.headers.get('etag')).to.equal(`"${digest}"`);
    expect(first.body).to.deep.include({ id, asOf, by: 'nok', name: 'ประชุมวันจันทร์' });
    expect(first.body.survey).to.include({ id: '2569', version: 1 });
    expect(first.body.reply.strip).to.deep.equal(figures.strip);
    for (const name of figureNames)
      expect(first.body.reply.figures[name], name).to.deep.equal(figures.figures[name]);
    expect(first.body.reply.figures).to.include.keys('map', 'peers', 'by-district', 'quality');

    await storeResponse(app, inProvince('TH-50'));
    const again = await nok.get(`${url}/${id}`);
    expect(again.text).to.equal(first.text);
    const known = await nok.get(`${url}/${id}`, { 'if-none-match': `"${digest}"` });
    expect(known.status).to.equal(304);
  });

  it('say which counts are others now, figure by figure', async () => {
    const { id } = await keep(nok);
    const same = (await nok.get(`${url}/${id}/difference`)).body;
    expect(same).to.include({ id, same: true });
    expect(same.strip).to.deep.equal([]);

    await storeResponse(app, inProvince('TH-50', 'trust'));
    const { strip, figures, ...rest } = (await nok.get(`${url}/${id}/difference`)).body;
    expect(rest.same).to.equal(false);
    expect(strip).to.deep.include({ number: 'responses', before: 3, now: 4 });
    const changesOf = (name: string) =>
      figures.find(({ figure }: { figure: string }) => figure === name);
    expect(changesOf('by-province')).to.include({ rows: 1, of: 77 });
    expect(changesOf('by-province').changes).to.deep.include({
      row: 'TH-50',
      number: 'responses',
      before: 2,
      now: 3,
    });
    expect(changesOf('by-strategy').changes).to.deep.include({
      row: 'trust',
      number: 'issues',
      before: 0,
      now: 1,
    });
  });

  it('are there for who may see all that was frozen in them, and for nobody else', async () => {
    const country = await keep(nok, {}, 'ทั้งประเทศ');
    const north = await keep(nok, { province: 'TH-50' }, 'เชียงใหม่');
    const own = await keep(somchai, {}, 'ขอนแก่น');
    const unknown = await keep(nok, { province: 'none' }, 'ไม่ทราบจังหวัด');
    const sees = async (person: Person) => {
      const { items } = (await person.get(url)).body;
      const listed = items.map(({ name }: { name: string }) => name);
      for (const { id, name } of [country, north, own, unknown]) {
        const wanted = listed.includes(name) ? 200 : 404;
        for (const address of [`${url}/${id}`, `${url}/${id}/difference`, `/api/snapshots/${id}`])
          expect((await person.get(address)).status, `${name} ${address}`).to.equal(wanted);
      }
      return listed.sort();
    };
    expect(await sees(nok)).to.deep.equal(['ขอนแก่น', 'ทั้งประเทศ', 'เชียงใหม่', 'ไม่ทราบจังหวัด'].sort());
    expect(await sees(somchai)).to.deep.equal(['ขอนแก่น']);
    expect(await sees(malee)).to.deep.equal(['เชียงใหม่']);
    expect((await malee.post(url, { name: 'x', filters: {} })).status).to.equal(403);
    const frozen = (await somchai.get(`${url}/${own.id}`)).body;
    expect(frozen.reply.filters.scope).to.deep.equal({ kind: 'province', province: 'TH-40' });
    expect(frozen.reply.strip.responses).to.equal(1);
    expect((await nok.get(`/api/surveys/2568/snapshots/${own.id}`)).status).to.equal(404);
  });

  it('are listed page by page, newest first, and stand in the record', async () => {
    const ids = [];
    for (const name of ['หนึ่ง', 'สอง', 'สาม']) ids.unshift((await keep(nok, {}, name)).id);
    const first = (await nok.get(`${url}?limit=2`)).body;
    const second = (await nok.get(`${url}?limit=2&after=${first.next}`)).body;
    const seen = [...first.items, ...second.items].map(({ id }: { id: string }) => id);
    expect(seen).to.deep.equal(ids);
    expect(second.next).to.equal(null);
    const { items } = (await (await app.as('admin')).get('/api/audit?what=snapshot-kept')).body;
    expect(items[0]).to.include({ who: 'nok', on: `snapshot:${ids[0]}` });
  });

  it('refuse filters that there are not, and hold nobody’s number in their name', async () => {
    for (const filters of [{ colour: 'red' }, { province: 'TH-99' }, { office: 'none-such' }])
      expect((await nok.post(url, { name: 'x', filters })).status).to.equal(400);
    expect((await keep(nok, {}, 'โทร 081-234-5678')).name).not.to.include('081');
  });

  it('are compared with their digests by the check', async () => {
    const { id } = await keep(nok);
    const complaints: string[] = [];
    const check = () => snapshotsThatDiffer(app.context.db, (line) => complaints.push(line));
    expect(await check()).to.equal(1);
    expect(complaints).to.deep.equal([]);
    await app.models.snapshots.updateOne({ _id: id }, { $set: { digest: '0'.repeat(64) } });
    await check();
    expect(complaints.join()).to.include(id);
  });
});
