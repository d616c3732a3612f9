import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';

const at = (id: string) => `/api/surveys/2569/responses/${id}`;

describe('PUT /api/surveys/:survey/responses/:id', () => {
  let app: TestApp;
  let malee: Person;
  before(async () => {
    app = await startApp();
    malee = await app.as('malee');
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const count = () => app.models.responses.countDocuments({});

  for (const channel of ['csv', 'citizen'] as const) {
    it(`refuses who signs in and says the response came by ${channel}`, async () => {
      const answer = await malee.put(at(newId()), aResponse({ channel }));

      expect(answer.status).to.equal(422);
      expect(answer.body.violations[0]).to.include({ code: 'wrong-type', pointer: '/channel' });
      expect(await count()).to.equal(0);
    });
  }

  it('answers 201 with a receipt, stores the response and counts it at once', async () => {
    const id = newId();

    const answer = await malee.put(at(id), aResponse());

    expect(answer.status, answer.text).to.equal(201);
    expect(answer.body).to.include({ id, status: 'received' });
    expect(answer.body.receipt).to.match(/^RF-69-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(answer.body.violations).to.deep.equal([]);
    const stored = (await malee.get(at(id))).body;
    expect(stored).to.deep.include({
      id,
      day: '2026-11-20',
      channel: 'form',
      by: 'malee',
      office: 'TH-50',
      version: 1,
    });
    expect(stored.place).to.include({
      province: 'TH-50',
      district: 'เมืองเชียงใหม่',
      districtCode: '5001',
    });
    const { strip } = (await malee.get('/api/surveys/2569/figures')).body;
    expect(strip).to.include({ issues: 1, responses: 1, provincesReporting: 1 });
  });

  it('answers 200 with the same body when exactly this was stored before', async () => {
    const id = newId();

    const first = await malee.put(at(id), aResponse());
    const again = await malee.put(at(id), aResponse());

    expect([first.status, again.status]).to.deep.equal([201, 200]);
    expect(again.body).to.deep.equal(first.body);
    expect(await count()).to.equal(1);
  });

  it('stores a response once that comes five times from three tabs at the same moment', async () => {
    const id = newId();

    const answers = await Promise.all(
      Array.from({ length: 15 }, () => malee.put(at(id), aResponse())),
    );

    expect(answers.filter(({ status }) => status === 201)).to.have.length(1);
    expect(answers.filter(({ status }) => status === 200)).to.have.length(14);
    expect(await count()).to.equal(1);
    expect((await malee.get('/api/surveys/2569/figures')).body.strip.responses).to.equal(1);
  });

  it('answers 409 response-differs to other content under the same id, and keeps the first', async () => {
    const id = newId();
    await malee.put(at(id), aResponse());

    const other = await malee.put(at(id), aResponse({ issues: [anIssue({ title: 'อีกเรื่อง' })] }));

    expect(other.status).to.equal(409);
    expect(other.body.type).to.equal('/problems/response-differs');
    expect((await malee.get(at(id))).body.issues[0].title).to.equal(anIssue().title);
  });

  it('gives every issue an id: the sender’s, else its position', async () => {
    const [named, unnamed] = [newId(), newId()];
    const issues = [anIssue({ id: 'roof' }), anIssue({ id: 'well' })];
    await malee.put(at(named), aResponse({ issues }));
    await malee.put(at(unnamed), aResponse({ issues: [anIssue(), anIssue()] }));

    const idsOf = async (id: string) =>
      (await malee.get(at(id))).body.issues.map((issue: any) => issue.id);
    expect(await idsOf(named)).to.deep.equal(['roof', 'well']);
    expect(await idsOf(unnamed)).to.deep.equal(['1', '2']);
    expect((await malee.put(at(named), aResponse({ issues }))).status).to.equal(200);
    const turned = await malee.put(at(named), aResponse({ issues: issues.toReversed() }));
    expect(turned.status).to.equal(409);
    const twice = aResponse({ issues: [anIssue({ id: 'roof' }), anIssue({ id: 'roof' })] });
    const refused = await malee.put(at(newId()), twice);
    expect(refused.body.violations.map((v: any) => `${v.code} ${v.pointer}`)).to.deep.equal([
      'issue-id-invalid /issues/1/id',
    ]);
  });

  it('keeps a suggestion, and knows a response from before there was one again', async () => {
    const [asked, plain] = [newId(), newId()];
    const issues = [anIssue({ suggestion: 'ติดตั้งเสาเพิ่ม' })];
    await malee.put(at(asked), aResponse({ issues }));
    await malee.put(at(plain), aResponse());

    const again = await malee.put(at(plain), aResponse({ issues: [anIssue({ suggestion: '' })] }));

    expect(again.status).to.equal(200);
    const stored = async (id: string) => (await malee.get(at(id))).body.issues[0];
    expect(await stored(asked)).to.include({ suggestion: 'ติดตั้งเสาเพิ่ม' });
    expect(await stored(plain)).to.not.have.property('suggestion');
  });

  it('treats an id in capitals as the same id', async () => {
    const id = newId();
    await malee.put(at(id), aResponse());

    expect((await malee.put(at(id.toUpperCase()), aResponse())).status).to.equal(200);
  });

  it('answers 422 with all violations, not the first', async () => {
    const answer = await malee.put(
      at(newId()),
      aResponse({
        day: '2099-01-01',
        place: { province: 'ไทรทองใหญ่' },
        issues: [anIssue({ title: ' ', severity: 9 })],
      }),
    );

    expect(answer.status).to.equal(422);
    expect(answer.body.type).to.equal('/problems/response-invalid');
    const told = answer.body.violations.map((v: any) => `${v.code} ${v.pointer}`);
    expect(told).to.have.members([
      'unknown-province /place/province',
      'date-in-future /day',
      'missing-title /issues/0/title',
      'severity-out-of-range /issues/0/severity',
    ]);
    expect(await count()).to.equal(0);
  });

  it('answers 422 to no issue and to 21 issues', async () => {
    for (const issues of [[], Array.from({ length: 21 }, () => anIssue())]) {
      const answer = await malee.put(at(newId()), aResponse({ issues }));
      expect(answer.status).to.equal(422);
      expect(answer.body.violations.map((v: any) => v.code)).to.include('issues-count');
    }
  });

  it('answers 403 outside of the sender’s scope and stores nothing', async () => {
    const answer = await malee.put(at(newId()), aResponse({ place: { province: 'TH-40' } }));

    expect(answer.status).to.equal(403);
    expect(await count()).to.equal(0);
  });

  it('answers 409 survey-closed, but still acknowledges what it has', async () => {
    const id = newId();
    await malee.put(at(id), aResponse());
    await app.models.surveys.updateOne(
      { _id: '2569' },
      { $set: { closesAt: '2026-01-01T00:00:00Z' } },
    );
    await new Promise((resolve) => setTimeout(resolve, 1100)); // the definition is remembered for a second

    const again = await malee.put(at(id), aResponse());
    const late = await malee.put(at(newId()), aResponse());
    await app.models.surveys.updateOne({ _id: '2569' }, { $set: { closesAt: null } });
    await new Promise((resolve) => setTimeout(resolve, 1100));

    expect([again.status, late.status]).to.deep.equal([200, 409]);
    expect(late.body.type).to.equal('/problems/survey-closed');
  });

  it('removes personal data before anything is stored or answered', async () => {
    const id = newId();
    const title = 'โทร 089-000-0000 หรือ somsri@example.com';

    const answer = await malee.put(
      at(id),
      aResponse({ issues: [anIssue({ title, detail: 'บัตร 1-9999-00000-00-5' })] }),
    );

    expect(answer.status).to.equal(201);
    expect(answer.body.violations.map((v: any) => v.code)).to.have.members([
      'pii-phone',
      'pii-email',
      'pii-national-id',
    ]);
    const kept = JSON.stringify(await app.models.responses.find({}).lean());
    for (const secret of ['089-000-0000', 'somsri@example.com', '1-9999-00000-00-5']) {
      expect(kept).not.to.include(secret);
      expect(answer.text).not.to.include(secret);
    }
  });

  const unreadable: [string, string | Uint8Array, number][] = [
    ['broken JSON', '{"version":1,', 400],
    ['an array', '[]', 400],
    ['a field nobody knows', JSON.stringify({ ...aResponse(), extra: 1 }), 400],
    [
      'a field nobody knows inside an issue',
      JSON.stringify(aResponse({ issues: [{ ...anIssue(), hack: 1 } as any] })),
      400,
    ],
    ['a wrong type', JSON.stringify(aResponse({ issues: 'x' as any })), 400],
    [
      'an operator where a value belongs',
      JSON.stringify(aResponse({ place: { province: { $ne: 1 } as any } })),
      400,
    ],
    ['the same key twice', '{"version":1,"day":"2026-11-20","day":"2026-11-21"}', 400],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400],
    ['a body of 10 MB', JSON.stringify(aResponse({ answers: { x: 'a'.repeat(10_000_000) } })), 413],
  ];
  for (const [what, body, status] of unreadable) {
    it(`answers ${status} to ${what}, stores nothing and lives on`, async () => {
      const answer = await malee.send('PUT', at(newId()), {
        body: body as any,
        headers: { 'content-type': 'application/json' },
      });

      expect(answer.status, answer.text).to.equal(status);
      expect(answer.headers.get('content-type')).to.include('application/problem+json');
      expect(answer.body.instance).to.be.a('string');
      expect(answer.text).not.to.match(/node_modules|at \w+ \(/);
      expect(await count()).to.equal(0);
      expect((await malee.get('/healthz')).status).to.equal(200);
    });
  }

  it('reads NUL and lone surrogates without falling over', async () => {
    const id = newId();
    const body = JSON.stringify(
      aResponse({ issues: [anIssue({ title: 'เน็ต\u0000ช้า \ud800 มาก' })] }),
    );

    const answer = await malee.send('PUT', at(id), {
      body,
      headers: { 'content-type': 'application/json' },
    });

    expect(answer.status, answer.text).to.equal(201);
    const { title } = (await malee.get(at(id))).body.issues[0];
    expect(title).not.to.include('\u0000');
    expect(title.isWellFormed()).to.equal(true);
  });

  it('answers 400 to an id that is no UUID, 404 to a survey that does not exist', async () => {
    expect((await malee.put(at('not-a-uuid'), aResponse())).status).to.equal(400);
    expect(
      (await malee.put(`/api/surveys/none/responses/${newId()}`, aResponse())).status,
    ).to.equal(404);
  });
});
