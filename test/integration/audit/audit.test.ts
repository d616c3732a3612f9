// The record of who did what: written before what it tells of, one chain whoever writes, and read by administrators alone.
import { expect } from 'chai';
import { storedAudit } from '../../../server/audit/audit-entry.model.ts';
import { appendToChain } from '../../../server/audit/chain.ts';
import { listAudit } from '../../../server/audit/read-audit.ts';
import { verifyAudit } from '../../../server/audit/verify.ts';
import type { Database } from '../../../server/db/database.ts';
import type { AuditEntry } from '../../../shared/api/audit.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson, aToken, newId } from '../../support/build.ts';

const what = (entries: readonly AuditEntry[]) => entries.map((entry) => entry.what);

describe('the record', () => {
  let app: TestApp;
  let admin: Person;
  const entries = async (query: string): Promise<AuditEntry[]> => {
    const answer = await admin.get(`/api/audit?${query}`);
    expect(answer.status, answer.text).to.equal(200);
    return answer.body.items;
  };
  const inOrder = async (query: string) => (await entries(query)).reverse();

  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  it('says who did what to a person, with what changed and which request it was', async () => {
    const person = aPerson({ office: 'TH-50' });
    const added = await admin.post('/api/people', person);
    const visitor = await app.as('visitor');
    await visitor.post(`/api/invitations/${added.body.invitation.code}`, { password: aPassword });
    const changed = await admin.patch(`/api/people/${person.username}`, { name: 'ชื่อใหม่' });
    await admin.post(`/api/people/${person.username}/invitation`, {});

    const told = await inOrder(`on=person:${person.username}`);

    expect(what(told)).to.deep.equal([
      'person-added',
      'password-set',
      'signed-in',
      'person-changed',
      'person-invited',
    ]);
    expect(told.map(({ who }) => who)).to.deep.equal([
      'admin',
      person.username,
      person.username,
      'admin',
      'admin',
    ]);
    expect(told[3]?.changes).to.deep.equal([
      { field: 'name', before: person.name, after: 'ชื่อใหม่' },
    ]);
    expect(told[3]?.request).to.equal(changed.headers.get('x-request-id'));
    expect(JSON.stringify(told)).not.to.include(added.body.invitation.code);
  });

  it('is searched by several things at once, page by page', async () => {
    const person = aPerson({ office: 'TH-50' });
    await admin.post('/api/people', person);
    for (const name of ['ก', 'ข', 'ค']) {
      await admin.patch(`/api/people/${person.username}`, { name });
      await admin.post(`/api/people/${person.username}/invitation`, {});
    }
    const asked = `on=person:${person.username}&who=admin&what=person-changed&limit=2`;
    const first = await admin.get(`/api/audit?${asked}`);
    const second = await admin.get(`/api/audit?${asked}&after=${first.body.next}`);

    const names = [first, second].flatMap(({ body }) =>
      body.items.map(({ changes }: AuditEntry) => changes[0]?.after),
    );
    expect(names).to.deep.equal(['ค', 'ข', 'ก']);
    expect(second.body.next).to.equal(null);
    // of many that were looked through, a page may have none
    const filter = { on: `person:${person.username}`, what: 'person-added' } as const;
    const some = await listAudit(app.context.db, filter, { limit: 5, after: null }, 3);
    expect([some.items.length, some.next === null]).to.deep.equal([0, false]);
    const rest = await listAudit(app.context.db, filter, { limit: 5, after: some.next });
    expect(what(rest.items)).to.deep.equal(['person-added']);
    expect(
      await entries(`on=person:${person.username}&who=nobody&what=person-changed`),
    ).to.deep.equal([]);
  });

  it('tells of a sign-in that was refused, without the name that nobody has', async () => {
    const visitor = await app.as('visitor');
    const name = `nobody-${newId()}`;
    await visitor.post('/api/session', { username: name, password: 'x' });
    await visitor.post('/api/session', { username: 'nok', password: 'wrong' });

    const told = await entries('what=sign-in-refused');

    expect(told.map(({ on }) => on)).to.include.members([null, 'person:nok']);
    expect(JSON.stringify(told)).not.to.include(name);
  });

  it('tells how a round was run, and why, and of one that was refused', async () => {
    const id = newId();
    const names = { nameTh: 'รอบทดลอง', nameEn: 'Trial round' };
    await admin.post('/api/rounds', { id, ...names });
    await admin.post(`/api/rounds/${id}/versions`, {});
    await admin.post(`/api/rounds/${id}/state`, { state: 'closed', reason: 'ครบแล้ว' });
    const refused = await admin.post(`/api/rounds/${id}/versions`, {});

    const told = await inOrder(`on=survey:${id}`);

    expect(what(told)).to.deep.equal([
      'round-added',
      'round-published',
      'round-state-changed',
      'round-published',
    ]);
    expect(told[0]?.changes.map(({ field }) => field)).to.include.members(['nameTh', 'nameEn']);
    expect(told[1]?.changes).to.deep.equal([{ field: 'version', before: '0', after: '1' }]);
    expect(told[2]?.changes).to.deep.equal([
      { field: 'state', before: 'open', after: 'closed' },
      { field: 'reason', before: null, after: 'ครบแล้ว' },
    ]);
    expect(refused.status).to.equal(409);
    expect(what(await entries(`on=entry:${told[3]?.no}`))).to.deep.equal(['not-done']);
  });

  it('tells who must have a second factor since when', async () => {
    const set = (secondFactor: string[]) => admin.put('/api/sign-in-rules', { secondFactor });
    await set(['planner']);
    await set([]);

    const told = await inOrder('what=sign-in-rules-changed');

    expect(told.flatMap(({ changes }) => changes)).to.deep.equal([
      { field: 'secondFactor', before: '[]', after: '["planner"]' },
      { field: 'secondFactor', before: '["planner"]', after: '[]' },
    ]);
  });

  it('tells of offices, tokens, files that were sent and taken home', async () => {
    const id = newId();
    const place = { kind: 'province', province: 'TH-40' };
    await admin.post('/api/offices', { id, nameTh: 'ศูนย์', nameEn: 'Centre', place });
    await admin.patch(`/api/offices/${id}`, { state: 'closed' });
    const token = (await admin.post('/api/me/tokens', aToken(['read-figures']))).body;
    await admin.delete(`/api/me/tokens/${token.id}`);
    const body = new FormData();
    body.append('file', new Blob([`จังหวัด,ปัญหา,วันที่\nTH-40,เน็ตช้า,2026-11-01\n`]), 'x.csv');
    const sent = await admin.send('POST', '/api/surveys/2569/batches', { body });
    expect(sent.status, sent.text).to.equal(201);
    await admin.get(`/api/surveys/2569/batches/${sent.body.id}/rejects.csv`);
    await admin.get('/api/surveys/2569/responses.csv?province=TH-40');

    const [office, ofToken, batch, survey] = await Promise.all(
      [`office:${id}`, `token:${token.id}`, `batch:${sent.body.id}`, 'survey:2569'].map((on) =>
        inOrder(`on=${on}`),
      ),
    );

    expect(what(office ?? [])).to.deep.equal(['office-added', 'office-changed']);
    expect(office?.[1]?.changes).to.deep.equal([
      { field: 'state', before: 'active', after: 'closed' },
    ]);
    expect(what(ofToken ?? [])).to.deep.equal(['token-made', 'token-ended']);
    expect(JSON.stringify(ofToken)).not.to.include(token.token);
    expect(what(batch ?? [])).to.deep.equal(['batch-sent', 'exported']);
    expect(survey?.at(-1)?.changes).to.deep.equal([
      { field: 'province', before: null, after: '["TH-40"]' },
    ]);
  });

  it('says of what was refused after its entry that it was not done', async () => {
    const person = aPerson({ office: 'TH-50' });
    const asked = await Promise.all([1, 2].map(() => admin.post('/api/people', person)));
    expect(asked.map(({ status }) => status).sort()).to.deep.equal([201, 409]);

    const told = await inOrder(`on=person:${person.username}`);
    const notDone = await Promise.all(told.map(({ no }) => entries(`on=entry:${no}`)));

    expect(what(told)).to.deep.equal(['person-added', 'person-added']);
    expect(notDone.flat().map(({ what, changes }) => [what, changes[0]?.after])).to.deep.equal([
      ['not-done', 'person-exists'],
    ]);
  });

  it('stays one chain when two processes write at the same moment', async () => {
    const beside: Database = Object.create(app.context.db); // as another process has it
    const entry = { at: new Date(), who: 'nok', what: 'exported', thing: null } as const;
    const write = (db: Database, no: number) =>
      appendToChain(db, { ...entry, changes: [], request: `of ${no}` });
    const numbers = Array.from({ length: 20 }, (_, no) => no);
    const written = await Promise.all(
      numbers.map((no) => write(no % 2 === 0 ? beside : app.context.db, no)),
    );

    expect(new Set(written.map(({ _id }) => _id)).size).to.equal(numbers.length);
    expect((await verifyAudit(app.context.db)).fault).to.equal(undefined);
  });

  it('is found by person, act and time, a page at a time', async () => {
    const all = await entries('limit=500');
    const [newest] = all;
    const middle = all[Math.floor(all.length / 2)];
    if (!newest || !middle) expect.fail('there are entries by now');

    const pages: number[] = [];
    let after: string | null = '';
    while (after !== null) {
      const { body }: { body: { items: AuditEntry[]; next: string | null } } = await admin.get(
        `/api/audit?limit=7${after && `&after=${after}`}`,
      );
      pages.push(...body.items.map(({ no }) => no));
      after = body.next;
    }
    const ofNok = await entries('who=nok&limit=500');
    const since = await entries(`from=${middle.at}&limit=500`);
    const until = await entries(`to=${middle.at}&limit=500`);

    expect(pages).to.deep.equal(all.map(({ no }) => no));
    expect(ofNok).to.deep.equal(all.filter(({ who }) => who === 'nok'));
    expect(since).to.deep.equal(all.filter(({ at }) => at >= middle.at));
    expect(until).to.deep.equal(all.filter(({ at }) => at < middle.at));
    expect(await entries('from=2999-01-01T00:00:00Z')).to.deep.equal([]);
  });

  it('names the first entry that was changed, is missing, or was cut off at the end', async () => {
    const { db } = app.context;
    const { entries: count, digest, fault } = await verifyAudit(db);
    const seen = { no: count, digest };
    const stored = await db.model(storedAudit).find({}).sort({ _id: 1 }).lean();
    const [third, last] = [stored[2], stored.at(-1)];
    if (!third || !last) expect.fail('there are entries by now');
    const { _id } = third;
    expect(fault).to.equal(undefined);

    await db.model(storedAudit).updateOne({ _id }, { $set: { who: 'somebody' } });
    const changed = (await verifyAudit(db)).fault;
    await db.model(storedAudit).deleteOne({ _id });
    const missing = (await verifyAudit(db)).fault;
    await db.model(storedAudit).collection.insertOne(third as never);
    await db.model(storedAudit).deleteOne({ _id: last._id });
    const [unseen, cut] = [(await verifyAudit(db)).fault, (await verifyAudit(db, seen)).fault];
    await db.model(storedAudit).collection.insertOne(last as never);

    expect(changed).to.include('entry 3 was changed');
    expect(missing).to.include('entry 3 is missing');
    expect([unseen, cut]).to.deep.equal([
      undefined,
      `entry ${count} is missing: ${count} had been seen`,
    ]);
    expect((await verifyAudit(db, seen)).fault).to.equal(undefined);
  });
});
