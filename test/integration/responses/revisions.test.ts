import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const sv = '/api/surveys/2569';
const reason = 'ขอชื่อหมู่บ้านที่ถูกต้อง';

describe('PUT /api/surveys/:survey/responses/:id of a response that was sent back', () => {
  let app: TestApp;
  let malee: Person;
  let admin: Person;
  before(async () => {
    app = await startApp();
    [malee, admin] = [await app.as('malee'), await app.as('admin')];
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const first = aResponse();
  const second = aResponse({
    place: { province: 'TH-50', district: 'แม่ออน' },
    issues: [anIssue({ severity: 2 }), anIssue({ title: 'ไม่มีสัญญาณในถ้ำ', severity: 1 })],
  });

  async function returned(): Promise<string> {
    const at = `${sv}/responses/${newId()}`;
    expect((await malee.put(at, first)).status).to.equal(201);
    const decision = { decision: 'returned', reason };
    expect((await admin.post(`${at}/decisions`, decision)).status).to.equal(201);
    return at;
  }
  const strip = async () => (await admin.get(`${sv}/figures`)).body.strip;

  it('takes the new content under the same receipt, waits for review again, and counts what is new', async () => {
    const at = await returned();
    const before = (await malee.get(at)).body;
    expect(await strip()).to.include({ responses: 0 });

    const answer = await malee.put(at, { ...second, revision: 1 });

    expect(answer.status, answer.text).to.equal(200);
    const { body } = await malee.get(at);
    expect(answer.body.receipt).to.equal(before.receipt);
    expect(body).to.include({ status: 'received', revision: 2, receivedAt: before.receivedAt });
    expect(body.issues).to.have.length(2);
    expect(await strip()).to.include({ responses: 1, issues: 2 });
    const figures = (await admin.get(`${sv}/figures?figures=by-severity`)).body.figures;
    const rated = figures['by-severity'].filter(({ issues }: any) => issues > 0);
    expect(rated.map(({ severity }: any) => severity)).to.have.members(['1', '2']);
  });

  it('says in the history who changed what, value by value, and keeps what was before', async () => {
    const at = await returned();
    await malee.put(at, { ...second, revision: 1 });

    const { items } = (await admin.get(`${at}/history`)).body;

    expect(items.map(({ what, by }: any) => [what, by])).to.deep.equal([
      ['sent', 'malee'],
      ['returned', 'admin'],
      ['revised', 'malee'],
    ]);
    expect(items[1].reason).to.equal(reason);
    expect(items[2].revision).to.equal(2);
    const changes = new Map(items[2].changes.map((one: any) => [one.pointer, one]));
    expect(changes.get('/place/district')).to.include({
      before: 'เมืองเชียงใหม่',
      after: 'แม่ออน',
    });
    expect(changes.get('/issues/0/severity')).to.include({ before: 4, after: 2 });
    expect(changes.get('/issues/1')).to.include({ before: null });
    expect(changes.has('/issues/0/title')).to.equal(false);
  });

  it('answers 200 to a phone that repeats what it sent, the old content or the new one, and changes nothing', async () => {
    const at = await returned();
    await malee.put(at, { ...second, revision: 1 });

    const answers = [
      await malee.put(at, { ...second, revision: 1 }),
      await malee.put(at, second),
      await malee.put(at, first),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200]);
    expect((await malee.get(at)).body).to.include({ revision: 2, version: 3 });
    expect((await malee.put(at, aResponse({ day: '2026-11-19' }))).status).to.equal(409);
  });

  it('answers 409 revision-stale with the current one to who changes what is no longer so', async () => {
    const at = await returned();
    await malee.put(at, { ...second, revision: 1 });
    const other = aResponse({ day: '2026-11-18' });

    const received = await malee.put(at, { ...other, revision: 2 });
    await admin.post(`${at}/decisions`, { decision: 'returned', reason });
    const stale = await malee.put(at, { ...other, revision: 1 });

    for (const answer of [received, stale]) {
      expect(answer.status).to.equal(409);
      expect(answer.body.type).to.equal('/problems/revision-stale');
      expect(answer.body.current).to.include({ revision: 2 });
    }
    expect((await malee.put(at, { ...other, revision: 2 })).status).to.equal(200);
    expect((await malee.get(at)).body.revision).to.equal(3);
  });

  it('lets one of two tabs through, and tells both the truth', async () => {
    const at = await returned();

    const answers = await Promise.all(
      ['2026-11-17', '2026-11-16'].map((day) =>
        malee.put(at, { ...aResponse({ day }), revision: 1 }),
      ),
    );

    expect(answers.map(({ status }) => status).toSorted()).to.deep.equal([200, 409]);
    expect((await malee.get(at)).body.revision).to.equal(2);
  });

  it('refuses an enumerator who did not send it, a broken content, and a place outside', async () => {
    const at = `${sv}/responses/${newId()}`;
    await admin.put(at, first);
    const wanida = { decision: 'returned', reason };
    await admin.post(`${at}/decisions`, wanida);
    const own = await returned();
    const elsewhere = aResponse({ place: { province: 'TH-40' } });

    expect((await malee.put(at, { ...second, revision: 1 })).status).to.equal(403);
    expect((await malee.put(own, { ...elsewhere, revision: 1 })).status).to.equal(403);
    expect((await malee.put(own, { ...aResponse({ issues: [] }), revision: 1 })).status).to.equal(
      422,
    );
    expect(
      (await malee.put(`${sv}/responses/${newId()}`, { ...second, revision: 1 })).status,
    ).to.equal(404);
  });
});

describe('DELETE /api/surveys/:survey/responses/:id/decisions/:decision', () => {
  let app: TestApp;
  let admin: Person;
  let wanida: Person;
  before(async () => {
    app = await startApp();
    [admin, wanida] = [await app.as('admin'), await app.as('wanida')];
  });
  after(() => app.close());

  it('takes a decision back once, as long as nobody else decided since', async () => {
    const malee = await app.as('malee');
    const at = `${sv}/responses/${newId()}`;
    await malee.put(at, aResponse());
    const id = newId();
    await admin.post(`${at}/decisions`, { id, decision: 'rejected', reason });

    const back = [
      await admin.delete(`${at}/decisions/${id}`),
      await admin.delete(`${at}/decisions/${id}`),
    ];

    expect(back.map(({ status }) => status)).to.deep.equal([200, 200]);
    expect(back[1]?.body).to.include({ status: 'received', version: 3 });
    expect(back[1]?.body.history.map(({ decision }: any) => decision)).to.deep.equal([
      'rejected',
      'taken-back',
    ]);
    expect((await admin.get(`${sv}/figures`)).body.strip).to.include({ responses: 1 });
  });

  it('answers 409 with the current one when somebody else decided since, and to who did not decide', async () => {
    const somchai = await app.as('somchai');
    const at = `${sv}/responses/${newId()}`;
    await admin.put(at, aResponse({ place: { province: 'TH-40' } }));
    const [first, second] = [newId(), newId()];
    await somchai.post(`${at}/decisions`, { id: first, decision: 'approved' });
    await wanida.post(`${at}/decisions`, { id: second, decision: 'returned', reason });

    const late = await somchai.delete(`${at}/decisions/${first}`);
    const others = await somchai.delete(`${at}/decisions/${second}`);

    for (const answer of [late, others]) {
      expect(answer.status).to.equal(409);
      expect(answer.body.current.status).to.equal('returned');
    }
  });
});
