// Projects of the plan and what they reach: stored, versioned, never lost; each bad input has an answer of its own.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aProject, aResult, newId } from '../../support/build.ts';
import { plannerOf } from '../../support/regional-planner.ts';

const projects = '/api/plan/projects';

describe('/api/plan/projects', () => {
  let app: TestApp;
  let nok: Person;
  let somchai: Person;

  before(async () => {
    app = await startApp();
    [nok, somchai] = [await app.as('nok'), await app.as('somchai')];
  });
  after(() => app.close());

  const added = async (over: object = {}) => {
    const answer = await nok.post(projects, aProject(over));
    expect(answer.status, answer.text).to.equal(201);
    return answer.body;
  };
  const codesOf = (answer: { body: any }) => answer.body.errors.map(({ code }: any) => code);
  const resultsOf = (id: string, year = 2569, indicator = 'centres') =>
    `${projects}/${id}/results/${year}/${indicator}`;

  it('adds a project, gives it back, and finds it by its id whatever the size of letters', async () => {
    const sent = aProject({ provinces: ['TH-41', 'TH-40', 'TH-41'] });
    const { body } = await nok.post(projects, sent);

    expect(body).to.deep.include({
      ...sent,
      id: sent.code.toLowerCase(),
      provinces: ['TH-40', 'TH-41'],
      version: 1,
      changedBy: 'nok',
      results: [],
      progress: [],
    });
    expect((await somchai.get(`${projects}/${sent.code}`)).body).to.deep.equal(body);
  });

  it('lists them by code, page by page, and by what is looked for', async () => {
    const mark = newId().slice(0, 6);
    const codes = ['a', 'b', 'c'].map((one) => `${mark}-${one}`);
    for (const code of codes) await added({ code, subPlans: ['2.2'], provinces: ['TH-95'] });
    await added({ code: `${mark}-d`, provinces: 'all', subPlans: ['2.2'] });
    const items = async (query: string) => (await nok.get(`${projects}?q=${mark}&${query}`)).body;

    const first = await items('limit=2');
    const second = await items(`limit=2&after=${first.next}`);

    expect([...first.items, ...second.items].map(({ code }: any) => code)).to.deep.equal([
      ...codes,
      `${mark}-d`,
    ]);
    expect(first.total).to.equal(4);
    expect(second.next).to.equal(null);
    expect((await items('province=TH-95')).total).to.equal(4);
    expect((await items('province=TH-10')).total).to.equal(1);
    expect((await items('subPlan=1.1')).total).to.equal(0);
    expect((await items('state=retired')).total).to.equal(0);
  });

  it('refuses a code that is there, and everything that a project cannot be, each by its name', async () => {
    const { code } = await added();
    const refused = async (over: object) => {
      const answer = await nok.post(projects, aProject(over));
      expect(answer.status, answer.text).to.equal(422);
      return codesOf(answer);
    };

    expect((await nok.post(projects, aProject({ code: code.toUpperCase() }))).status).to.equal(409);
    expect(await refused({ provinces: [] })).to.deep.equal(['no-province']);
    expect(await refused({ provinces: ['TH-99'] })).to.deep.equal(['unknown-province']);
    expect(await refused({ subPlans: [] })).to.deep.equal(['no-sub-plan']);
    expect(await refused({ subPlans: ['9.9'] })).to.deep.equal(['unknown-sub-plan']);
    expect(await refused({ office: 'nowhere' })).to.deep.equal(['unknown-office']);
    expect(await refused({ end: '2025-09-30' })).to.deep.equal(['ends-before-start']);
    expect(await refused({ budget: { '2572': 5 } })).to.deep.equal(['outside-horizon']);
  });

  it('changes one on top of the version that was seen, and loses nothing of two at once', async () => {
    const { id, version } = await added();

    const changed = await nok.patch(`${projects}/${id}`, { state: 'finished', version });
    const stale = await nok.patch(`${projects}/${id}`, { nameTh: 'ชื่อใหม่', version });
    const both = await Promise.all([
      nok.patch(`${projects}/${id}`, { nameTh: 'ชื่อใหม่' }),
      nok.patch(`${projects}/${id}`, { nameEn: 'New name' }),
      somchai.put(resultsOf(id), aResult()),
    ]);

    expect(changed.body).to.deep.include({ state: 'finished', version: 2 });
    expect(stale.body).to.deep.include({ type: '/problems/project-changed', version: 2 });
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    const { body } = await nok.get(`${projects}/${id}`);
    expect(body).to.deep.include({ nameTh: 'ชื่อใหม่', nameEn: 'New name', version: 5 });
    expect(body.results).to.have.length(1);
  });

  it('writes nothing when nothing differs', async () => {
    const { id } = await added();

    const again = await nok.patch(`${projects}/${id}`, {
      state: 'running',
      budget: { '2569': 1_500_000 },
    });

    expect(again.body.version).to.equal(1);
  });

  it('takes an officer’s report, by which progress and missing reports are said', async () => {
    const { id } = await added({ start: '2023-10-01' });

    await somchai.put(resultsOf(id, 2567), aResult({ reached: 35 }));
    await somchai.put(resultsOf(id, 2568), aResult({ baseline: null, baselineYear: 2566 }));
    const { body } = await somchai.put(
      resultsOf(id, 2568, 'คนที่อบรม'),
      aResult({ target: 30, nameEn: '' }),
    );

    expect(body.results.map(({ year, indicator, by }: any) => [year, indicator, by])).to.deep.equal(
      [
        [2567, 'centres', 'somchai'],
        [2568, 'centres', 'somchai'],
        [2568, 'คนที่อบรม', 'somchai'],
      ],
    );
    expect(body.results[2].nameEn, 'an empty name is none').to.equal(null);
    expect(body.progress).to.deep.equal([
      { indicator: 'centres', class: 'moderate', ratio: 0.75, missing: [2568] },
      { indicator: 'คนที่อบรม', class: 'not-enough-data', ratio: null, missing: [2568] },
    ]);
  });

  it('refuses a result that says nothing, or of a year that is none of the project’s', async () => {
    const { id } = await added();
    const refused = async (over: object, year = 2569) => {
      const answer = await nok.put(resultsOf(id, year), aResult(over));
      expect(answer.status, answer.text).to.equal(422);
      return codesOf(answer);
    };

    expect(await refused({ target: 20 })).to.deep.equal(['target-is-baseline']);
    expect(await refused({}, 2575)).to.deep.equal(['outside-horizon']);
    expect(await refused({ baselineYear: 2569 })).to.deep.equal(['baseline-after-result']);
    expect((await nok.put(`${projects}/none/results/2569/x`, aResult())).status).to.equal(404);
  });

  it('has one result for an indicator and a year: the second changes it, or is told when it came too late', async () => {
    const { id, version } = await added();

    const first = await somchai.put(resultsOf(id), aResult({ reached: 30, version }));
    const late = await nok.put(resultsOf(id), aResult({ reached: 31, version }));
    const second = await nok.put(resultsOf(id), aResult({ reached: 32 }));

    expect(first.status).to.equal(200);
    expect(late.body.type).to.equal('/problems/project-changed');
    expect(second.body.results.map(({ reached, by }: any) => [reached, by])).to.deep.equal([
      [32, 'nok'],
    ]);
  });

  it('keeps no phone number in a note, and says every change in the record', async () => {
    const { id } = await added();

    const { body } = await somchai.put(resultsOf(id), aResult({ note: 'ถามคุณเอ 081-234-5678' }));
    await nok.patch(`${projects}/${id}`, { state: 'retired' });
    const record = await (await app.as('admin')).get(`/api/audit?on=project:${id}`);

    expect(body.results[0].note).not.to.include('234');
    expect(record.body.items.map(({ what, who }: any) => [what, who])).to.deep.equal([
      ['project-changed', 'nok'],
      ['result-reported', 'somchai'],
      ['project-added', 'nok'],
    ]);
    expect(record.body.items[0].changes).to.deep.equal([
      { field: 'state', before: 'running', after: 'retired' },
    ]);
  });

  it('keeps a sub-plan that was retired since, and takes it for no new project', async () => {
    const { id } = await added({ subPlans: ['1.1', '3.2'] });
    const admin = await app.as('admin');
    const { body: round } = await admin.get('/api/rounds/2569/draft');
    const { models } = app;
    const retired = round.content.subPlans.map((one: any) =>
      one.id === '3.2' ? { ...one, state: 'retired' } : one,
    );
    await models.surveys.updateMany({}, { $set: { subPlans: retired } });
    try {
      const kept = await nok.patch(`${projects}/${id}`, { nameEn: 'Still there' });
      const other = await nok.post(projects, aProject({ subPlans: ['3.2'] }));

      expect(kept.status, kept.text).to.equal(200);
      expect(codesOf(other)).to.deep.equal(['retired-sub-plan']);
    } finally {
      await models.surveys.updateMany({}, { $set: { subPlans: round.content.subPlans } });
    }
  });

  it('lets whoever answers for a region edit what lies in it alone', async () => {
    const northern = await plannerOf(app, 'north');
    const post = (provinces: unknown) =>
      northern.post(projects, aProject({ office: 'north', provinces }));

    expect((await post(['TH-50'])).status).to.equal(201);
    expect((await post(['TH-50', 'TH-40'])).status).to.equal(403);
    expect((await post('all')).status).to.equal(403);
    const other = await added();
    expect((await northern.patch(`${projects}/${other.id}`, { state: 'retired' })).status).to.equal(
      403,
    );
  });
});
