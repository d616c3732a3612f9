// Links of issues to the plan: made, taken back, carried through revisions and withdrawals; and every figure equal to a recount.
import { expect } from 'chai';
import { hearLinks } from '../../../server/links/hear-links.ts';
import { linksOfResponses } from '../../../server/links/read-links.ts';
import { rewriteLinks } from '../../../server/links/write-links.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aProject, aResponse, newId } from '../../support/build.ts';
import { expectSubPlans, linksStored, subPlanFigures } from '../../support/links-recounted.ts';
import { type RecountQuestion, recount } from '../../support/recount.ts';
import { plannerOf } from '../../support/regional-planner.ts';
import { storeResponse } from '../../support/store.ts';

const sv = '/api/surveys/2569';
const links = `${sv}/links`;

describe('links of issues to the plan', () => {
  let app: TestApp;
  let nok: Person;

  before(async () => {
    app = await startApp();
    nok = await app.as('nok');
  });
  after(() => app.close());
  beforeEach(() => app.empty());

  const unlink = (person: Person, body: object) =>
    person.send('DELETE', links, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
  const stored = (issues: ReturnType<typeof anIssue>[], over: object = {}) =>
    storeResponse(app, aResponse({ issues, ...over }));
  const bySubPlan = async (query = '') => {
    const { body } = await nok.get(`${sv}/figures?figures=by-sub-plan&${query}`);
    const rows = body.figures['by-sub-plan'].filter((row: any) => row.issues > 0);
    return Object.fromEntries(rows.map((row: any) => [row.subPlan, [row.issues, row.linked]]));
  };

  it('counts an issue towards what it is linked to, and has it back when the link is taken back', async () => {
    const id = await stored([anIssue(), anIssue({ subPlan: null, title: 'อีกเรื่อง' })]);
    const issues = [`${id}#1`, `${id}#2`];

    const made = await nok.post(links, { issues, subPlan: '1.1', reason: 'เรื่องสัญญาณ' });
    const again = await nok.post(links, { issues, subPlan: '1.1' });
    await nok.post(links, { issues: [`${id}#2`], subPlan: '2.1', how: 'suggestion' });
    const both = await bySubPlan();
    const taken = await unlink(nok, { issues, subPlan: '1.1' });

    expect(made.body, made.text).to.deep.equal({ changed: 2, same: 0, gone: [] });
    expect(again.body).to.deep.equal({ changed: 0, same: 2, gone: [] });
    expect(both).to.deep.equal({ '1.1': [2, 2], '2.1': [1, 1] });
    expect(taken.body).to.deep.equal({ changed: 2, same: 0, gone: [] });
    expect(await bySubPlan()).to.deep.equal({ '2.1': [1, 1], none: [1, 0] });
    const { body } = await nok.get(`${sv}/responses/${id}/links`);
    expect(
      body.items.map(({ issue, history }: any) => [issue, history.map(({ act }: any) => act)]),
    ).to.deep.equal([
      ['1', ['linked', 'unlinked']],
      ['2', ['linked', 'linked', 'unlinked']],
    ]);
    expect(
      body.items[1].links.map(({ subPlan, how, by }: any) => [subPlan, how, by]),
    ).to.deep.equal([['2.1', 'suggestion', 'nok']]);
  });

  it('lets links decide over what the response names, also that it fits none', async () => {
    const id = await stored([anIssue()]);
    // as of a round whose sub-plans have names
    const before = await app.models.responses.findById(id).lean();
    if (!before) expect.fail('it was stored');
    const named = before.issues.map((issue) => ({ ...issue, subPlan: '1.1' }));
    const after = { issues: named, version: before.version + 1 };
    await app.models.responses.updateOne({ _id: id }, { $set: after });
    app.context.facts.put({ ...before, ...after });
    const issues = [`${id}#1`];
    const counted = async () => Object.keys(await bySubPlan());

    const asNamed = await counted();
    await nok.post(links, { issues, subPlan: '1.2' });
    const linked = await counted();
    await nok.post(links, { issues, subPlan: 'none', reason: 'ไม่เข้าแผนใด' });
    const fitsNone = await counted();
    await unlink(nok, { issues, subPlan: 'none' });

    expect([asNamed, linked, fitsNone, await counted()]).to.deep.equal([
      ['1.1'],
      ['1.2'],
      ['none'],
      ['1.1'],
    ]);
  });

  it('chooses responses and their lines by sub-plan, project and whether they are linked', async () => {
    const { id: project } = (await nok.post('/api/plan/projects', aProject())).body;
    const one = await stored([anIssue({ title: 'เรื่องแรก' }), anIssue({ title: 'เรื่องสอง' })]);
    const other = await stored([anIssue({ title: 'เรื่องสาม' })]);
    await nok.post(links, { issues: [`${one}#2`], project });
    const listed = async (query: string) =>
      (await nok.get(`${sv}/responses?${query}`)).body.items.map(({ id }: any) => id);
    const exported = async (query: string) =>
      (await (await app.as('admin')).get(`${sv}/responses.csv?${query}`)).text
        .split('\r\n')
        .filter((line) => line.includes('เรื่อง')).length;

    expect(await listed(`project=${project}`)).to.deep.equal([one]);
    expect(await listed('linked=some')).to.deep.equal([one]);
    expect((await listed('linked=none')).sort()).to.deep.equal([one, other].sort());
    expect(await exported(`project=${project}`)).to.equal(1);
    expect(await exported('linked=none')).to.equal(2);
    const shown = (await nok.get(`${sv}/responses?linked=some`)).body.items[0].issues;
    expect(shown[1].links).to.deep.equal({ subPlans: [], projects: [project], fitsNone: false });
    expect((await nok.get(`${sv}/figures?project=nothing-of-this`)).status).to.equal(400);
  });

  it('follows an issue through a revision, ends with one that is gone, and counts nothing of what is withdrawn', async () => {
    const malee = await app.as('malee');
    const sent = aResponse({
      place: { province: 'TH-50' },
      issues: [anIssue({ title: 'หนึ่ง' }), anIssue({ title: 'สอง' })],
    });
    const { id, ...content } = { id: newId(), ...sent } as any;
    await malee.put(`${sv}/responses/${id}`, content);
    await nok.post(links, { issues: [`${id}#1`], subPlan: '1.1' });
    await nok.post(links, { issues: [`${id}#2`], subPlan: '3.1' });
    const admin = await app.as('admin');
    await admin.post(`${sv}/responses/${id}/decisions`, { decision: 'returned', reason: 'ขอเพิ่ม' });

    const revised = await malee.put(`${sv}/responses/${id}`, {
      ...content,
      revision: 1,
      issues: [{ ...anIssue({ title: 'สอง ที่แก้แล้ว' }), id: '2' }],
    });
    expect(revised.status, revised.text).to.equal(200);
    expect(await bySubPlan()).to.deep.equal({ '3.1': [1, 1] });

    const gone = await nok.post(links, { issues: [`${id}#1`, `${newId()}#1`], subPlan: '2.1' });
    expect(gone.body.gone).to.have.length(2);
    await admin.put(`${sv}/responses/${id}/withdrawal`, { reason: 'ส่งผิด' });
    expect(await bySubPlan()).to.deep.equal({});
    await admin.delete(`${sv}/responses/${id}/withdrawal`);
    expect(await bySubPlan()).to.deep.equal({ '3.1': [1, 1] });
  });

  it('refuses what cannot be linked to, and links the same only once when two do it at the same moment', async () => {
    const id = await stored([anIssue()]);
    const issues = [`${id}#1`];
    const admin = await app.as('admin');
    const code = async (body: object) => (await nok.post(links, body)).body.errors?.[0].code;

    expect(await code({ issues, subPlan: '9.9' })).to.equal('unknown-sub-plan');
    expect(await code({ issues, project: 'none-such' })).to.equal('unknown-project');
    expect(await code({ issues })).to.equal('one-target');
    const answers = await Promise.all(
      [nok, admin, nok, admin].map((person) => person.post(links, { issues, subPlan: '1.1' })),
    );
    expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
    expect(answers.reduce((n, { body }) => n + body.changed, 0)).to.equal(1);
    const { body } = await nok.get(`${sv}/responses/${id}/links`);
    expect(body.items[0].history).to.have.length(1);
  });

  it('takes nothing back, and links nothing, of what somebody may not see', async () => {
    const id = await stored([anIssue()], { place: { province: 'TH-40' } });
    await nok.post(links, { issues: [`${id}#1`], subPlan: '1.1' });
    const northern = await plannerOf(app, 'north');

    const taken = await unlink(northern, { issues: [`${id}#1`], subPlan: '1.1' });
    const made = await northern.post(links, { issues: [`${id}#1`], subPlan: '2.1' });

    for (const { body } of [taken, made])
      expect(body).to.deep.equal({ changed: 0, same: 0, gone: [`${id}#1`] });
    expect(await bySubPlan()).to.deep.equal({ '1.1': [1, 1] });
  });

  it('stops who links and unlinks the same issue for ever', async () => {
    const id = await stored([anIssue()]);
    const issues = [`${id}#1`];
    await nok.post(links, { issues, subPlan: '1.1' });
    const _id = `${id}#1`;
    const [first] = (await app.models.links.findById(_id).lean())?.history ?? [];
    const history = Array.from({ length: 499 }, () => first);
    await app.models.links.collection.updateOne({ _id } as never, { $set: { history } });

    const last = await unlink(nok, { issues, subPlan: '1.1' });
    const over = await nok.post(links, { issues, subPlan: '1.1' });

    expect(last.body, last.text).to.deep.equal({ changed: 1, same: 0, gone: [] });
    expect(over.status).to.equal(422);
    expect(over.body.errors.map(({ code }: any) => code)).to.deep.equal(['too-many-changes']);
  });

  it('finds nothing under what is no id of a response', async () => {
    const asked = async (id: string) => (await nok.get(`${sv}/responses/${id}/links`)).status;
    expect([await asked('%24ne'), await asked('x')]).to.deep.equal([400, 400]);
    expect(await asked('00000000-0000-4000-8000-000000000000')).to.equal(404);
  });

  it('erases the reasons of links with the words of a response', async () => {
    const id = await stored([anIssue()]);
    await nok.post(links, { issues: [`${id}#1`], subPlan: '1.1', reason: 'ผู้ใหญ่บ้านเล่าให้ฟัง' });
    await (await app.as('admin')).post(`${sv}/responses/${id}/erasure`, { reason: 'ตามคำขอ' });

    const { body } = await nok.get(`${sv}/responses/${id}/links`);
    expect(JSON.stringify(body)).not.to.include('ผู้ใหญ่บ้าน');
    expect(body.items[0].links[0]).to.deep.include({ subPlan: '1.1', reason: null });
    expect(await bySubPlan()).to.deep.equal({ '1.1': [1, 1] });
  });

  it('does not get reasons back from somebody who read them before they were erased', async () => {
    const id = await stored([anIssue()]);
    const key = `${id}#1`;
    await nok.post(links, { issues: [key], subPlan: '1.1', reason: 'ผู้ใหญ่บ้านเล่าให้ฟัง' });
    const { context } = app;
    const old = (await linksOfResponses(context, [id])).get(key) ?? null;
    expect(old?.history[0]?.reason).to.equal('ผู้ใหญ่บ้านเล่าให้ฟัง');
    await (await app.as('admin')).post(`${sv}/responses/${id}/erasure`, { reason: 'ตามคำขอ' });
    const which = { survey: '2569', key };
    const after = await rewriteLinks(context, which, (before) => ({ ...before }), old);
    if (after) hearLinks(context, after);
    expect(JSON.stringify([...(await linksOfResponses(context, [id]))])).not.to.include('ผู้ใหญ่');
  });

  it('has every figure equal to a recount, whatever was linked, revised and withdrawn', async () => {
    const admin = await app.as('admin');
    const { id: project } = (await nok.post('/api/plan/projects', aProject())).body;
    const random = randomOf(20261129);
    const ids: string[] = [];
    for (let n = 0; n < 40; n++)
      ids.push(
        await stored(
          Array.from({ length: 1 + random(4) }, () =>
            anIssue({ strategy: ['society', 'trust', null][random(3)], severity: 1 + random(5) }),
          ),
          { place: { province: ['TH-50', 'TH-40', 'TH-95'][random(3)] } },
        ),
      );
    const some = () =>
      Array.from({ length: 1 + random(6) }, () => `${ids[random(40)]}#${1 + random(5)}`);
    for (let n = 0; n < 60; n++) {
      const target =
        random(4) === 0 ? { project } : { subPlan: ['1.1', '1.2', '3.1', 'none'][random(4)] };
      const act =
        random(3) === 0
          ? unlink(nok, { issues: some(), ...target })
          : nok.post(links, { issues: some(), ...target });
      const other =
        random(5) === 0
          ? admin.put(`${sv}/responses/${ids[random(40)]}/withdrawal`, { reason: 'ทดลอง' })
          : undefined;
      const [done] = await Promise.all([act, other]);
      expect([200, 201], done.text).to.include(done.status);
      if (n % 20 === 19) await compareAll();
    }

    async function compareAll(): Promise<void> {
      const responses = (await app.models.responses.find({}).lean()) as never;
      const known = await linksStored(app.models);
      for (const filters of questions(project)) {
        const question: RecountQuestion = { survey: '2569', filters, scope: { kind: 'all' } };
        const query = Object.entries(filters).map(([name, values]) => `${name}=${values}`);
        const { body } = await nok.get(
          `${sv}/figures?${query.join('&')}&figures=summary,by-strategy,by-severity,${subPlanFigures}`,
        );
        const expected = recount(responses, question, known);
        const { figures } = body;
        expect(body.strip, query.join()).to.deep.equal(expected.strip);
        for (const name of ['summary', 'by-strategy', 'by-severity'] as const)
          expect(figures[name], name).to.deep.equal(expected.figures[name]);
        expectSubPlans(figures, responses, known, question);
      }
    }
  });
});

const questions = (project: string) => [
  {},
  { subPlan: ['1.1'] },
  { subPlan: ['none', '3.1'], strategy: ['society'] },
  { linked: ['none'] },
  { linked: ['some'], province: ['TH-50', 'TH-40'] },
  { project: [project] },
  { project: ['none'], severity: ['4', '5'] },
];

/** numbers from 0 up to a limit, the same for the same seed */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
