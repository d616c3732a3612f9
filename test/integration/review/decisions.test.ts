import { expect } from 'chai';
import { storedSurveys } from '../../../server/surveys/survey.model.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

describe('POST /api/surveys/:survey/responses/:id/decisions', () => {
  let app: TestApp;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const sent = async (over = {}) => {
    const id = await storeResponse(app, aResponse({ place: { province: 'TH-40' }, ...over }));
    return `/api/surveys/2569/responses/${id}`;
  };
  const strip = async () => (await somchai.get('/api/surveys/2569/figures')).body.strip;

  it('answers 201, keeps decision, reason, who and when, and counts at once', async () => {
    const at = await sent();

    const answer = await somchai.post(`${at}/decisions`, {
      decision: 'returned',
      reason: 'ขอชื่อหมู่บ้านที่ถูกต้อง',
    });

    expect(answer.status, answer.text).to.equal(201);
    expect(answer.body).to.include({ status: 'returned', version: 2 });
    expect(answer.body.history).to.have.length(1);
    expect(answer.body.history[0]).to.include({
      decision: 'returned',
      reason: 'ขอชื่อหมู่บ้านที่ถูกต้อง',
      by: 'somchai',
    });
    expect(await strip()).to.include({ issues: 0, responses: 0 });
    expect(
      (await somchai.post(`${at}/decisions`, { decision: 'approved' })).body.history,
    ).to.have.length(2);
    expect(await strip()).to.include({ issues: 1, responses: 1 });
  });

  it('keeps every decision of many, the older ones beside the response, and asks who decides on and on to wait', async () => {
    const at = await sent();
    const id = at.split('/').at(-1) ?? '';
    const old = (i: number) => ({
      decision: 'returned',
      reason: `ครั้งที่ ${i}`,
      by: i % 2 ? 'nobody' : 'wanida',
      at: new Date(Date.UTC(2026, 0, 1, 0, i)),
    });
    const history = Array.from({ length: 100 }, (_, i) => old(i));
    await app.models.responses.updateOne({ _id: id }, { $set: { history } as object });
    for (let i = 100; i < 150; i++) {
      const body = { decision: 'returned', reason: `ครั้งที่ ${i}` };
      expect((await somchai.post(`${at}/decisions`, body)).status).to.equal(201);
    }
    const late = await somchai.post(`${at}/decisions`, { decision: 'approved' });
    expect(late.status).to.equal(429);
    expect(Number(late.headers.get('retry-after'))).to.be.within(23 * 3600, 24 * 3600);
    const wanida = await app.as('wanida');
    expect((await wanida.post(`${at}/decisions`, { decision: 'approved' })).status).to.equal(201);
    const stored = await app.models.responses.findById(id).lean();
    expect(stored?.history.length).to.be.at.most(100);
    const { body } = await somchai.get(at);
    expect(body.earlierDecisions).to.equal(0);
    expect(body.history.map(({ reason }: any) => reason)).to.deep.equal([
      ...Array.from({ length: 150 }, (_, i) => `ครั้งที่ ${i}`),
      null,
    ]);
  });

  it('counts a citizen’s own report only once it is approved, and shows it as pending before', async () => {
    const at = await sent({ channel: 'citizen' });

    expect(await strip()).to.include({ responses: 0, pending: 1 });
    await somchai.post(`${at}/decisions`, { decision: 'approved' });
    expect(await strip()).to.include({ responses: 1, pending: 0 });
  });

  it('lets nobody approve what they sent themselves, unless the survey says so', async () => {
    const at = `/api/surveys/2569/responses/${newId()}`;
    await somchai.put(at, aResponse({ place: { province: 'TH-40' } }));
    const approve = () => somchai.post(`${at}/decisions`, { decision: 'approved' });

    const refused = await approve();
    const returned = await somchai.post(`${at}/decisions`, { decision: 'returned', reason: 'ผิด' });
    const surveys = app.context.db.model(storedSurveys);
    await surveys.updateOne({ _id: '2569' }, { $set: { approveOwn: true } });
    await new Promise((resolve) => setTimeout(resolve, 1100)); // definitions are remembered for a second
    const allowed = await approve();
    await surveys.updateOne({ _id: '2569' }, { $unset: { approveOwn: 1 } });

    expect(refused.status).to.equal(403);
    expect(refused.body.type).to.equal('/problems/own-response');
    expect(returned.status).to.equal(201);
    expect(allowed.status, allowed.text).to.equal(201);
  });

  for (const decision of ['returned', 'rejected']) {
    it(`needs a reason for ${decision}`, async () => {
      const at = await sent();

      for (const reason of [undefined, null, ' \u200b ']) {
        const answer = await somchai.post(`${at}/decisions`, { decision, reason });
        expect(answer.status).to.equal(422);
        expect(answer.body.type).to.equal('/problems/reason-needed');
      }
    });
  }

  it('answers 409 decision-conflict to who looked at an older version', async () => {
    const at = await sent();
    await somchai.post(`${at}/decisions`, { decision: 'approved', version: 1 });

    const late = await somchai.post(`${at}/decisions`, {
      decision: 'rejected',
      reason: 'ซ้ำ',
      version: 1,
    });

    expect(late.status).to.equal(409);
    expect(late.body.current).to.include({ status: 'approved', version: 2 });
    expect((await somchai.get(at)).body.status).to.equal('approved');
  });

  it('takes a decision once, however often it is sent under its id', async () => {
    const at = await sent();
    const body = { id: newId(), decision: 'returned', reason: 'ขอชื่อหมู่บ้าน', version: 1 };

    const first = await somchai.post(`${at}/decisions`, body);
    const again = await somchai.post(`${at}/decisions`, { ...body, id: body.id.toUpperCase() });
    await somchai.post(`${at}/decisions`, { decision: 'approved' });
    const late = await somchai.post(`${at}/decisions`, body);

    expect(first.status, first.text).to.equal(201);
    expect(again.status, again.text).to.equal(201);
    expect(again.body).to.deep.equal(first.body);
    expect(first.body.history[0]).to.include({ id: body.id, decision: 'returned' });
    expect(late.status).to.equal(201);
    expect(late.body).to.include({ status: 'approved', version: 3 });
    expect(late.body.history.map(({ id }: any) => id)).to.deep.equal([body.id, null]);
  });

  it('finds the id of a decision among those that have left the response', async () => {
    const at = await sent();
    const id = at.split('/').at(-1) ?? '';
    const said = { decision: 'returned', reason: 'ครั้งแรก' };
    const first = { id: newId(), ...said, by: 'somchai', at: new Date('2026-01-01') };
    const others = Array.from({ length: 99 }, (_, i) => ({
      decision: 'returned',
      reason: `ครั้งที่ ${i}`,
      by: 'nobody',
      at: new Date(Date.UTC(2026, 0, 2, 0, i)),
    }));
    await app.models.responses.updateOne({ _id: id }, {
      $set: { history: [first, ...others] },
    } as object);
    await somchai.post(`${at}/decisions`, { decision: 'approved' });

    const again = await somchai.post(`${at}/decisions`, { id: first.id, ...said });

    expect(again.status).to.equal(201);
    expect(again.body).to.include({ status: 'approved', version: 2 });
  });

  it('answers 409 decision-conflict to another decision under the same id', async () => {
    const at = await sent();
    const id = newId();
    await somchai.post(`${at}/decisions`, { id, decision: 'approved' });

    for (const other of [
      { id, decision: 'rejected', reason: 'ซ้ำ' },
      { id, decision: 'approved', reason: 'ดี' },
    ]) {
      const answer = await somchai.post(`${at}/decisions`, other);
      expect(answer.status, answer.text).to.equal(409);
      expect(answer.body.type).to.equal('/problems/decision-conflict');
    }
    const wanida = await app.as('wanida');
    const hers = await wanida.post(`${at}/decisions`, { id, decision: 'approved' });
    expect(hers.status).to.equal(409);
    expect((await somchai.get(at)).body).to.include({ status: 'approved', version: 2 });
  });

  it('counts a decision that was stored unheard as soon as somebody reads it', async () => {
    const at = await sent();
    const id = at.split('/').at(-1) ?? '';
    // as a write leaves it whose answer was lost
    await app.models.responses.updateOne({ _id: id }, {
      $set: { status: 'rejected' },
      $inc: { version: 1 },
    } as object);
    // where other processes may write, it is heard of anyway
    const { kind } = app.context.db.others;
    if (kind === 'none') expect(await strip()).to.include({ responses: 1 });

    await somchai.get(at);

    expect(await strip()).to.include({ responses: 0 });
  });

  it('loses no decision when ten are taken at the same moment', async () => {
    const at = await sent();

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => somchai.post(`${at}/decisions`, { decision: 'approved' })),
    );

    const accepted = answers.filter(({ status }) => status === 201).length;
    const stored = (await somchai.get(at)).body;
    expect(stored.history).to.have.length(accepted);
    expect(stored.version).to.equal(1 + accepted);
  });

  it('keeps personal data out of reasons', async () => {
    const at = await sent();

    const answer = await somchai.post(`${at}/decisions`, {
      decision: 'rejected',
      reason: 'โทรกลับ 081-234-5678',
    });

    expect(answer.body.history[0].reason).not.to.include('081-234-5678');
  });
});
