// A round from its first name to its end: added, edited, published as versions, closed, opened again, put away.
import { expect } from 'chai';
import * as v from 'valibot';
import { findRound } from '../../../server/surveys/change-round.ts';
import { contentOf } from '../../../server/surveys/round-draft.ts';
import {
  storedSurveyVersions,
  versionKeyOf,
} from '../../../server/surveys/survey-version.model.ts';
import { Impact, RoundDraft } from '../../../shared/api/rounds.ts';
import { Survey } from '../../../shared/api/surveys.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { aJpeg } from '../../support/photos.ts';
import { sendFile } from '../../support/send-file.ts';

describe('a round', () => {
  let app: TestApp;
  let admin: Person;
  let malee: Person;
  let nok: Person;
  let round: string;
  let at: string;
  before(async () => {
    app = await startApp();
    [admin, malee, nok] = await Promise.all([app.as('admin'), app.as('malee'), app.as('nok')]);
  });
  beforeEach(async () => {
    round = `r${newId().slice(0, 8)}`;
    at = `/api/rounds/${round}`;
    const names = { id: round, nameTh: 'รอบทดสอบ', nameEn: 'Test round' };
    const added = await admin.post('/api/rounds', names);
    expect(added.status, added.text).to.equal(201);
  });
  // there is room for 64
  afterEach(async () => {
    await app.models.surveys.deleteMany({ _id: { $ne: '2569' } });
  });
  after(() => app.close());

  const ok = (answer: Answer, status = 200) => {
    expect(answer.status, answer.text).to.equal(status);
    return answer.body;
  };
  const change = async (over: object) =>
    v.parse(RoundDraft, ok(await admin.patch(`${at}/draft`, over)));
  const publish = async (body = {}) => ok(await admin.post(`${at}/versions`, body), 201);
  const setState = (state: string, reason = 'ครบแล้ว') =>
    admin.post(`${at}/state`, { state, reason });
  const put = (over = {}, id = newId()) =>
    malee.put(`/api/surveys/${round}/responses/${id}`, { ...aResponse(), ...over });
  const survey = async (query = '') =>
    v.parse(Survey, ok(await malee.get(`/api/surveys/${round}${query}`)));
  const slots = async () =>
    v.parse(RoundDraft, ok(await admin.get(`${at}/draft`))).content.subPlans;

  it('takes as many photos of a problem as it says, and none when it says so', async () => {
    const issues = (count: number) => [
      anIssue({
        photos: [aJpeg(), aJpeg({ seed: 2 })].slice(0, count).map(({ digest }) => digest),
      }),
    ];
    await change({ photosPerIssue: 1 });
    await publish();
    expect(ok(await put({ version: 1, issues: issues(1) }), 201).violations).to.deep.equal([]);
    const [fault] = ok(await put({ version: 1, issues: issues(2) }), 422).violations;
    expect(fault).to.include({ code: 'photos-count', max: 1, count: 2 });

    await change({ photosPerIssue: 0 });
    await publish();
    expect((await survey()).photosPerIssue).to.equal(0);
    ok(await put({ version: 2, issues: issues(1) }), 422);
    // begun under the version before, which took one
    ok(await put({ version: 1, issues: issues(1) }), 201);
  });

  it('is seen by nobody else before it is published', async () => {
    expect((await malee.get(`/api/surveys/${round}`)).status).to.equal(404);
    expect((await put()).status).to.equal(404);
    expect(ok(await admin.get(`${at}/draft/impact`)).enumerators).to.equal(0);
    const ids = async (person: Person) =>
      ok(await person.get('/api/rounds')).items.map(({ id }: { id: string }) => id);
    expect(await ids(nok)).to.not.include(round);
    expect(await ids(admin)).to.include(round);
    expect(await slots()).to.have.length(17);

    expect(await publish()).to.include({ version: 1, state: 'open', open: true, hasDraft: false });
    expect(await ids(nok)).to.include(round);
    ok(await put(), 201);
  });

  it('has an id of its own, and begins with what an earlier one had', async () => {
    const again = { id: round.toUpperCase(), nameTh: 'ก', nameEn: 'a' };
    expect((await admin.post('/api/rounds', again)).body.type).to.equal('/problems/round-exists');
    const [first, ...others] = await slots();
    await change({ subPlans: [{ ...first, nameTh: 'สัญญาณ' }, ...others], reviewTiers: 2 });
    await publish();
    const next = { id: `${round}-2`, nameTh: 'ข', nameEn: 'b', from: round };
    ok(await admin.post('/api/rounds', next), 201);
    const { content } = ok(await admin.get(`/api/rounds/${round}-2/draft`));
    expect(content).to.include({ nameTh: 'ข', reviewTiers: 2 });
    expect(content.subPlans[0].nameTh).to.equal('สัญญาณ');
  });

  it('shows what differs, and what has to be mended before it is published', async () => {
    await publish();
    const [first, second, third] = await slots();
    const draft = await change({
      subPlans: [
        { ...first, nameTh: 'สัญญาณ', words: ['เสา'] },
        { ...second, code: first?.code },
        { ...third, state: 'retired' },
      ],
      countApprovedOnly: true,
      reviewTiers: 0,
      opensAt: '2026-11-01T00:00:00.000Z',
      closesAt: '2026-10-01T00:00:00.000Z',
      provincesExpected: ['TH-50', 'TH-99'],
      questions: [],
    });
    expect(draft.faults.map(({ code }) => code)).to.have.members([
      'days-reversed',
      'approved-without-review',
      'province-unknown',
      'code-twice',
      'sub-plan-gone',
      'question-needed',
    ]);
    const said = draft.differences.map(({ kind, pointer }) => `${kind} ${pointer}`);
    expect(said).to.include('changed /subPlans/1.1');
    expect(said).to.include('retired /subPlans/1.3');
    expect(said).to.include('added /closesAt');
    const refused = await admin.post(`${at}/versions`, {});
    expect(refused.body.type).to.equal('/problems/round-invalid');
    expect(refused.body.errors).to.have.length(6);

    expect((await admin.delete(`${at}/draft`)).status).to.equal(204);
    expect(ok(await admin.get(`${at}/draft`)).differences).to.deep.equal([]);
    expect((await admin.post(`${at}/versions`, {})).body.type).to.equal('/problems/round-state');
  });

  it('takes no change by who has not seen the latest one', async () => {
    const { revision } = await change({ nameEn: 'One' });
    await change({ nameEn: 'Two', revision });
    const late = await admin.patch(`${at}/draft`, { nameEn: 'Three', revision });
    expect(late.body).to.include({ type: '/problems/round-changed', revision: revision + 1 });
    const unseen = await admin.post(`${at}/versions`, { revision });
    expect(unseen.body.type).to.equal('/problems/round-changed');
    expect(ok(await admin.get(`${at}/draft`)).content.nameEn).to.equal('Two');
  });

  it('opens and closes on no day that is none', async () => {
    for (const closesAt of ['2027-02-30T00:00:00Z', 'tomorrow', '2027-13-01T00:00:00Z']) {
      const answer = await admin.patch(`${at}/draft`, { closesAt, revision: 1 });
      expect(answer.status, closesAt).to.equal(400);
    }
  });

  it('is published once by two who do it at the same time', async () => {
    const both = await Promise.all([
      admin.post(`${at}/versions`, {}),
      admin.post(`${at}/versions`, {}),
    ]);
    const statuses = both.map(({ status }) => status).sort();
    expect(statuses).to.deep.equal([201, 409]);
    expect((await survey()).version).to.equal(1);
  });

  it('killed after the old version was kept and before the new one is in force is the old one, and is published the next time', async () => {
    await publish();
    await change({ nameEn: 'Second' });
    const stored = await findRound(app.context, round);
    const kept = {
      _id: versionKeyOf(round, 1),
      survey: round,
      version: 1,
      content: contentOf(stored),
    };
    // the first of the two writes, as a server that was killed after it leaves it
    await app.context.db.model(storedSurveyVersions).collection.insertOne(kept as never);

    expect(await survey()).to.include({ version: 1, nameEn: 'Test round' });
    expect((await admin.get(`${at}/draft`)).body.content.nameEn).to.equal('Second');
    expect(await publish()).to.include({ version: 2, nameEn: 'Second' });
    expect(await survey('?version=1')).to.include({ version: 1, nameEn: 'Test round' });
  });

  it('judges a response by the version that it was made under, and goes on showing that version', async () => {
    const [first, ...others] = await slots();
    const named = (nameTh: string) => ({ subPlans: [{ ...first, nameTh }, ...others] });
    const issues = (subPlan: string) => aResponse().issues?.map((one) => ({ ...one, subPlan }));
    const roof = { pointer: '/answers/roof', labelTh: 'หลังคา', labelEn: 'Roof' };
    const questions = ok(await admin.get(`${at}/draft`)).content.questions;
    await change(named('ชื่อเดิม'));
    await publish();
    await change({
      ...named('ชื่อใหม่'),
      privacyNotice: { textTh: 'เก็บสองปี', textEn: '' },
      questions: [...questions, { ...roof, kind: 'text', required: true }],
    });
    await publish();

    const [one, two, now] = await Promise.all(['?version=1', '?version=2', ''].map(survey));
    expect([one?.version, two?.version, now?.version]).to.deep.equal([1, 2, 2]);
    expect(one?.subPlans[0]?.nameTh).to.equal('ชื่อเดิม');
    expect([one?.privacyNotice.version, two?.privacyNotice.version]).to.deep.equal([0, 1]);
    expect((await malee.get(`/api/surveys/${round}?version=3`)).status).to.equal(404);

    const before = ok(await put({ version: 1, issues: issues('ชื่อเดิม') }), 201);
    const asked = await put({ version: 2, issues: issues('ชื่อใหม่') });
    expect(asked.body.violations.map((one: any) => one.code)).to.include('answer-missing');
    const after = await put({ version: 2, issues: issues('ชื่อใหม่'), answers: { roof: 'สังกะสี' } });
    const stored = await Promise.all(
      [before, ok(after, 201)].map(({ id }) => app.models.responses.findById(id).lean()),
    );
    expect(stored.map((one) => [one?.surveyVersion, one?.issues[0]?.subPlan])).to.deep.equal([
      [1, '1.1'],
      [2, '1.1'],
    ]);
    const unheard = ok(await put({ version: 9, answers: { roof: 'สังกะสี' } }), 201);
    expect((await app.models.responses.findById(unheard.id).lean())?.surveyVersion).to.equal(2);
  });

  it('says why it is not open, and takes everything once it is', async () => {
    await publish();
    const id = newId();
    const closed = async () => {
      const answers = [
        await put({}, id),
        await sendFile(admin, 'จังหวัด,ปัญหา\nเชียงใหม่,เน็ตช้า\n', { survey: round }),
      ];
      return answers.map(({ status, body }) => [status, body.type, body.why]);
    };
    const twice = (why: string) => {
      const one = [409, '/problems/survey-closed', why];
      return [one, one];
    };
    expect((await setState('closed', ' ')).body.type).to.equal('/problems/reason-needed');
    ok(await setState('closed', 'น้ำท่วม โทร 089-000-0000'));
    expect(await survey()).to.include({
      state: 'closed',
      open: false,
      stateReason: 'น้ำท่วม โทร [เบอร์โทร]',
    });
    expect(await closed()).to.deep.equal(twice('closed'));
    ok(await setState('archived'));
    expect(await closed()).to.deep.equal(twice('archived'));
    expect((await admin.patch(`${at}/draft`, { nameEn: 'x' })).status).to.equal(409);
    ok(await setState('open', 'น้ำลดแล้ว'));
    await change({ opensAt: new Date(Date.now() + 86_400_000).toISOString() });
    await publish();
    expect(await closed()).to.deep.equal(twice('not-yet'));
    await change({ opensAt: null, closesAt: '2025-12-31T17:00:00.000Z' });
    await publish();
    expect(await closed()).to.deep.equal(twice('over'));
    expect((await put()).body.detail).to.equal(
      'The round is over: its last day was 31 Dec 2025 (31 ธ.ค. 2568).',
    );
    await change({ closesAt: null });
    await publish();
    ok(await put({}, id), 201);
    const [entry] = ok(await admin.get('/api/rounds')).items.filter((one: any) => one.id === round);
    expect(entry.states.map((one: any) => one.state)).to.deep.equal([
      'draft',
      'open',
      'closed',
      'archived',
      'open',
    ]);
  });

  it('closed again for another reason says so to who knows it as it was', async () => {
    await publish();
    const url = `/api/surveys/${round}`;
    const etags: (string | null)[] = [(await admin.get(url)).headers.get('etag')];
    for (const [state, reason] of [
      ['closed', 'น้ำท่วม'],
      ['open', 'น้ำลดแล้ว'],
      ['closed', 'ครบแล้ว'],
      ['closed', 'ครบทุกจังหวัดแล้ว'],
    ] as const) {
      ok(await setState(state, reason));
      const { body, headers } = await admin.get(url, { 'if-none-match': etags.at(-1) ?? '' });
      expect(body).to.include({ state, stateReason: reason });
      expect(Date.now() - Date.parse(body.stateSince)).to.be.within(0, 600_000);
      etags.push(headers.get('etag'));
    }
    expect(new Set(etags).size).to.equal(5);
    const same = await admin.get(url, { 'if-none-match': etags.at(-1) ?? '' });
    expect(same.status).to.equal(304);
    const again = ok(await setState('closed', 'ครบทุกจังหวัดแล้ว'));
    expect(again.states).to.have.length(6);
  });

  it('closed while 50 phones send has what it acknowledged, whole, and takes the others later', async () => {
    await publish();
    const ids = Array.from({ length: 50 }, newId);
    const sending = ids.map(async (id, at) => {
      // some come while it closes, some after
      await new Promise((resolve) => setTimeout(resolve, at * 2));
      return [id, await put({}, id)] as const;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    ok(await setState('closed'));
    const late = await put();
    const answers = await Promise.all(sending);
    expect(late.status).to.equal(409);
    for (const [, { status, body }] of answers)
      if (status !== 201) expect([status, body.why]).to.deep.equal([409, 'closed']);
    const acknowledged = answers.filter(([, { status }]) => status === 201).map(([id]) => id);
    const inRound = () => app.models.responses.find({ survey: round }).lean();
    expect((await inRound()).map(({ _id }) => _id)).to.have.members(acknowledged);

    // what was acknowledged is acknowledged again, also while it is closed
    for (const id of acknowledged.slice(0, 3)) ok(await put({}, id));
    ok(await setState('open', 'อีกสัปดาห์'));
    for (const id of ids) expect((await put({}, id)).status).to.be.oneOf([200, 201]);
    const all = await inRound();
    expect(all.map(({ _id }) => _id)).to.have.members(ids);
    for (const { issues } of all) expect(issues).to.have.length(aResponse().issues?.length ?? 0);
  });

  it('counts approved responses alone from its publication on, and says before what that changes', async () => {
    await publish();
    const sent = [ok(await put(), 201), ok(await put(), 201), ok(await put(), 201)];
    ok(
      await admin.post(`/api/surveys/${round}/responses/${sent[0].id}/decisions`, {
        decision: 'approved',
      }),
      201,
    );
    const issues = async () => {
      const path = `/api/surveys/${round}/figures?figures=summary`;
      const { strip, countsFrom } = ok(await nok.get(path));
      return [strip.issues, strip.pending, strip.provincesExpected, countsFrom];
    };
    expect(await issues()).to.deep.equal([3, 0, 77, 'received']);
    await change({ countApprovedOnly: true, provincesExpected: ['TH-50', 'TH-40'] });
    const impact = v.parse(Impact, ok(await admin.get(`${at}/draft/impact`)));
    expect(impact).to.deep.include({ version: 2, responses: 3, counted: { before: 3, after: 1 } });
    expect(await issues()).to.deep.equal([3, 0, 77, 'received']);
    await publish();
    expect(await issues()).to.deep.equal([1, 2, 2, 'approved']);
    await change({ reviewTiers: 2 });
    await publish();
    expect(await issues()).to.deep.equal([1, 2, 2, 'national']);
    await change({ countApprovedOnly: false });
    expect(ok(await admin.get(`${at}/draft/impact`)).counted).to.deep.equal({
      before: 1,
      after: 3,
    });
    await publish();
    expect(await issues()).to.deep.equal([3, 0, 2, 'received']);
  });

  it('says which issues, columns and files of offices a publication touches', async () => {
    const [first, second, ...others] = await slots();
    const questions = ok(await admin.get(`${at}/draft`)).content.questions;
    const roof = { pointer: '/answers/roof', kind: 'text', labelTh: 'หลังคา', labelEn: 'Roof' };
    await change({
      subPlans: [{ ...first, nameTh: 'สัญญาณ' }, { ...second, nameTh: 'ไฟฟ้า' }, ...others],
      questions: [...questions, { ...roof, required: false }],
    });
    await publish();
    ok(await put({ issues: aResponse().issues?.map((one) => ({ ...one, subPlan: '1.1' })) }), 201);
    const file = 'จังหวัด,ปัญหา,หลังคา\nเชียงใหม่,เน็ตช้า,สังกะสี\n';
    ok(await sendFile(admin, file, { survey: round }), 201);
    await change({
      subPlans: [
        { ...first, nameTh: 'สัญญาณ', state: 'retired' },
        { ...second, nameTh: 'ไฟสำรอง' },
        ...others,
      ],
      questions: [...questions, { ...roof, pointer: '/answers/wall', required: false }],
    });
    const impact = v.parse(Impact, ok(await admin.get(`${at}/draft/impact`)));
    expect(impact).to.deep.include({
      responses: 2,
      columns: { added: ['answers/wall'], removed: ['answers/roof'] },
      mappings: { offices: 1 },
      retired: [{ id: '1.1', code: '1.1', issues: 1 }],
      counted: null,
      renamed: 1,
    });
    expect(impact.enumerators).to.be.greaterThan(0);
  });
});
