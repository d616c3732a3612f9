// What one person, or one address without an account, may ask of the server.
import { expect } from 'chai';
import { counterOf, networkOf, rates } from '../../../server/http/limits.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';

const csv = 'จังหวัด,ปัญหา\nน่าน,ถนนมืด\n';
const batches = '/api/surveys/2569/batches';
const changes = '/api/surveys/2569/figures/changes';

function expectTooMany(answer: Pick<Answer, 'status' | 'headers'>, mostSeconds: number): void {
  expect(answer.status).to.equal(429);
  expect(Number(answer.headers.get('retry-after'))).to.be.within(1, mostSeconds);
}

describe('limits by person and address', () => {
  let app: TestApp;
  let admin: Person;
  beforeEach(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  afterEach(() => app.close());

  const put = (person: Person, id = newId()) =>
    person.put(`/api/surveys/2569/responses/${id}`, aResponse());

  it('takes many forms at once, then asks to wait; others go on', async () => {
    const sent = await Promise.all(Array.from({ length: 100 }, () => put(admin)));
    expect(sent.every(({ status }) => status === 201)).to.equal(true);
    app.context.limits.add('responses', 'admin', rates.responses.most - 101);
    const id = newId();
    expect((await put(admin, id)).status).to.equal(201);
    const late = await put(admin, id);
    expectTooMany(late, 60);
    expect(late.body.type).to.equal('/problems/too-many-requests');
    expect((await put(await app.as('malee'))).status).to.equal(201);
    await put(admin);
    const { items } = (await admin.get('/api/audit?what=act-refused')).body;
    const told = items.map(({ who, changes }: any) => `${who} ${changes[0].after}`);
    expect(told).to.deep.equal(['admin responses']);
  });

  it('stores so many bytes of one person a day', async () => {
    app.context.limits.add('bytes of responses', 'admin', rates['bytes of responses'].most);
    expectTooMany(await put(admin), 24 * 60 * 60);
    app.context.limits.add('bytes of files', 'admin', rates['bytes of files'].most);
    expectTooMany(await sendFile(admin, csv), 24 * 60 * 60);
    expect(await app.models.responses.countDocuments({})).to.equal(0);
    expect((await sendFile(admin, csv, { query: '?dryRun=true' })).status).to.equal(200);
  });

  it('reads three files of one person at once', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    async function* slowly(i: number) {
      yield `จังหวัด,ปัญหา\nน่าน,ข้อ ${i}\n${'\n'.repeat(70_000)}`;
      await held;
      yield 'น่าน,จบ\n';
    }
    const first = [1, 2, 3].map((i) => sendFile(admin, slowly(i)));
    while ((await app.models.batches.countDocuments({})) < 3)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expectTooMany(await sendFile(admin, csv), 60);
    expect((await sendFile(await app.as('somchai'), csv)).status).to.equal(201);
    letGo();
    for (const { status } of await Promise.all(first)) expect(status).to.equal(201);
    expect((await sendFile(admin, csv)).status).to.equal(201);
    app.context.limits.add('batches', 'admin', rates.batches.most);
    expectTooMany(await sendFile(admin, csv), 60);
  });

  it('keeps ten streams of one person open', async () => {
    const open = async () => {
      const leaving = new AbortController();
      const answer = await fetch(app.url + changes, {
        headers: { authorization: `Bearer ${admin.token}` },
        signal: leaving.signal,
      });
      return { answer, leave: () => leaving.abort() };
    };
    const streams = await Promise.all(Array.from({ length: 10 }, open));
    expect(streams.map(({ answer }) => answer.status)).to.deep.equal(Array(10).fill(200));
    expectTooMany(await admin.get(changes), 60);
    streams[0]?.leave();
    for (let tries = 0; ; tries++) {
      const { answer, leave } = await open();
      leave();
      if (answer.status === 200) break;
      expect(tries).to.be.below(100);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    for (const { leave } of streams) leave();
  });

  it('counts who has no session by address, and never what asks whether it lives', async () => {
    const visitor = await app.as('visitor');
    expect((await visitor.get('/api/surveys')).status).to.equal(200);
    const from = counterOf(networkOf('127.0.0.1'));
    app.context.limits.add('anonymous', from, rates.anonymous.most);
    expectTooMany(await visitor.get('/api/surveys'), 60);
    expectTooMany(await visitor.get(batches), 60);
    expect((await visitor.get('/healthz')).status).to.equal(200);
    expect((await visitor.get('/readyz')).status).to.equal(200);
    expect((await admin.get('/api/surveys')).status).to.equal(200);
  });
});
