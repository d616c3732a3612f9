import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { goOnWithMany } from '../../../server/review/go-on-with-many.ts';
import { type Answer, type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aPassword, aPerson, aResponse, newId } from '../../support/build.ts';
import { storeResponse } from '../../support/store.ts';

const many = '/api/surveys/2569/decisions';

describe('POST /api/surveys/:survey/decisions', () => {
  let app: TestApp;
  let somchai: Person;
  before(async () => {
    app = await startApp();
    somchai = await app.as('somchai');
  });
  after(() => app.close());
  afterEach(() => app.empty());

  const inKhonKaen = (over = {}, by = 'somebody-else') =>
    storeResponse(app, aResponse({ place: { province: 'TH-40' }, ...over }), by);
  const severalOf = async (n: number, over = {}) => {
    const ids: string[] = [];
    for (let i = 0; i < n; i++) ids.push(await inKhonKaen(over));
    return ids;
  };
  const statuses = async (ids: readonly string[]) => {
    const stored = await app.models.responses.find({ _id: { $in: ids } }).lean();
    const byId = new Map(stored.map(({ _id, status }) => [_id, status]));
    return ids.map((id) => byId.get(id));
  };
  const historyOf = async (id: string) =>
    (await app.models.responses.findById(id).lean())?.history.map(({ decision }) => decision);
  const strip = async () => (await somchai.get('/api/surveys/2569/figures')).body.strip;

  /** as it is once nobody is at it any more */
  const ended = async (begun: Answer, who = somchai) => {
    for (;;) {
      const { body } = await who.get(`${many}/${begun.body.id}`);
      if (body.finishedAt) return body;
      await wait(20);
    }
  };
  const decided = async (body: object, who = somchai) => {
    const begun = await who.post(many, body);
    expect(begun.status, begun.text).to.equal(202);
    return await ended(begun, who);
  };
  /** somebody new, who can be changed without the demonstration noticing */
  const newOfficer = async () => {
    const admin = await app.as('admin');
    const officer = aPerson({
      role: 'officer',
      office: 'TH-40',
      scope: { kind: 'province', province: 'TH-40' },
    });
    const { body } = await admin.post('/api/people', officer);
    const visitor = await app.as('visitor');
    const entered = await visitor.post(`/api/invitations/${body.invitation.code}`, {
      password: aPassword,
    });
    const change = (over: object) => admin.patch(`/api/people/${officer.username}`, over);
    return { person: app.withToken(entered.body.token), change, username: officer.username };
  };
  /** begun, and left before its first block: as by a process that was killed */
  const left = async (ids: readonly string[], by: string, over = {}) => {
    const id = newId();
    const at = new Date();
    const stored = await app.models.responses.find({ _id: { $in: ids } }).lean();
    const version = new Map(stored.map((one) => [one._id, one.version]));
    await app.models.stepBlocks.collection.insertOne({
      _id: `${id}:000000`,
      steps: ids.map((one) => ({ id: one, version: version.get(one) })),
    } as never);
    await app.models.decisionsOfMany.collection.insertOne({
      ...{ _id: id, survey: '2569', decision: 'approved', reason: null, by },
      scope: { kind: 'province', province: 'TH-40' },
      ...{ request: 'r', state: 'deciding', wanted: 'decide', stopped: null, total: ids.length },
      ...{ blocks: 1, decidedBlocks: 0, takenBackBlocks: 0, done: 0, takenBack: 0 },
      ...{ why: {}, exceptions: [], startedAt: at, changedAt: at, finishedAt: null },
      ...over,
    } as never);
    return id;
  };
  /** by whoever has taken its lease over */
  const goOn = async (id: string) => {
    const lease = await app.context.leases.take(`decisions:${id}`, newId());
    if (!lease) expect.fail('nobody is at it');
    await goOnWithMany(app.context, lease, id);
    for (;;) {
      const stored = await app.models.decisionsOfMany.findById(id).lean();
      if (stored?.finishedAt) return stored;
      await wait(20);
    }
  };

  it('says first what it would do, of how many offices, how many with warnings, and why not the others', async () => {
    const [first = '', second = ''] = await severalOf(2);
    const warned = await inKhonKaen({ issues: [anIssue({ detail: 'โทร 081-234-5678' })] });
    const own = await inKhonKaen({}, 'somchai');
    const elsewhere = await storeResponse(app, aResponse({ place: { province: 'TH-50' } }));
    await somchai.post(`/api/surveys/2569/responses/${second}/decisions`, { decision: 'approved' });

    const preview = await somchai.post(`${many}?dryRun=true`, {
      decision: 'approved',
      ids: [first, second, warned, own, elsewhere, newId()],
    });

    expect(preview.status, preview.text).to.equal(200);
    expect(preview.body).to.deep.equal({
      total: 6,
      decides: 2,
      offices: 1,
      warnings: 1,
      skipped: 4,
      why: { 'not-waiting': 1, 'own-response': 1, 'not-found': 2 },
    });
    expect(await statuses([first, warned])).to.deep.equal(['received', 'received']);
    expect((await somchai.get(many)).body.items).to.deep.equal([]);
  });

  it('decides everything that waits behind filters, each in its own history, counts at once, and is in the record', async () => {
    const trusted = await severalOf(3, { issues: [anIssue({ strategy: 'trust' })] });
    const other = await inKhonKaen();
    const body = {
      decision: 'rejected',
      reason: 'ซ้ำกับชุดเดิม',
      filters: { strategy: 'trust' },
      expect: 3,
    };

    const done = await decided(body);

    expect(done).to.include({ state: 'done', total: 3, done: 3, skipped: 0, reason: body.reason });
    expect(await statuses([...trusted, other])).to.deep.equal([
      ...['rejected', 'rejected', 'rejected', 'received'],
    ]);
    const [one] = await app.models.responses.find({ _id: trusted[0] ?? '' }).lean();
    expect(one?.history[0]).to.include({ id: done.id, by: 'somchai', reason: body.reason });
    expect(await strip()).to.include({ responses: 1 });
    const { items } = (await (await app.as('admin')).get(`/api/audit?on=decisions:${done.id}`))
      .body;
    expect(items.map(({ what, who }: any) => `${who} ${what}`)).to.deep.equal([
      'somchai many-ended',
      'somchai many-decided',
    ]);
    const begun = Object.fromEntries(items[1].changes.map((one: any) => [one.field, one.after]));
    expect(begun).to.include({ total: '3', decision: 'rejected', filters: '{"strategy":"trust"}' });
    expect(JSON.stringify(items)).not.to.include('ซ้ำ');
  });

  it('does nothing when there are more, or fewer, than expected, and says how many there are', async () => {
    const ids = await severalOf(2);

    const answer = await somchai.post(many, { decision: 'approved', filters: {}, expect: 3 });

    expect(answer.status).to.equal(409);
    expect(answer.body.type).to.equal('/problems/selection-changed');
    expect(answer.body.preview).to.include({ total: 2, decides: 2 });
    expect(await statuses(ids)).to.deep.equal(['received', 'received']);
  });

  it('is begun once, however often it is sent under its id', async () => {
    const ids = await severalOf(2);
    const body = { id: newId(), decision: 'approved', ids };
    const first = await somchai.post(many, body);
    await ended(first);

    const again = await somchai.post(many, body);
    const other = await somchai.post(many, { ...body, decision: 'rejected', reason: 'x' });
    const others = await somchai.post(many, { ...body, ids: await severalOf(2) });
    const fewer = await somchai.post(many, { ...body, expect: 1 });

    expect(again.status).to.equal(202);
    expect(again.body).to.include({ id: body.id, state: 'done', done: 2 });
    expect([other, others, fewer].map(({ status }) => status)).to.deep.equal([409, 409, 409]);
    expect(await historyOf(ids[0] ?? '')).to.deep.equal(['approved']);
  });

  it('sent five times at once is one action, and all five are told of it', async () => {
    const ids = await severalOf(30);
    const id = newId();
    const filters = { province: 'TH-40', channel: 'form' };
    const body = { id, decision: 'approved', filters, expect: 30 };

    const answers = await Promise.all(Array.from({ length: 5 }, () => somchai.post(many, body)));

    for (const one of answers) {
      expect(one.status, one.text).to.equal(202);
      expect(one.body).to.include({ id, total: 30 });
    }
    expect((await ended(answers[0] as Answer)).done).to.equal(30);
    for (const one of ids) expect(await historyOf(one)).to.deep.equal(['approved']);
    const admin = await app.as('admin');
    const record = await admin.get(`/api/audit?on=decisions:${id}&what=many-decided`);
    expect(record.body.items).to.have.length(1);
    const other = await somchai.post(many, { ...body, decision: 'rejected', reason: 'ซ้ำ' });
    expect(other.body.type).to.match(/decision-conflict/);
  });

  it('leaves out, and names, what cannot be decided', async () => {
    const [fine = ''] = await severalOf(1);
    const own = await inKhonKaen({}, 'somchai');

    const done = await decided({ decision: 'approved', ids: [own, fine] });

    expect(done).to.include({ state: 'done', total: 2, done: 1, skipped: 1 });
    expect(done.exceptions).to.deep.equal([{ id: own, why: 'own-response' }]);
    expect(await statuses([own, fine])).to.deep.equal(['received', 'approved']);
  });

  it('is taken back whole, but for those with which somebody has done something since', async () => {
    const ids = await severalOf(3);
    const [kept = '', ...others] = ids;
    const done = await decided({ decision: 'approved', ids });
    const wanida = await app.as('wanida');
    await wanida.post(`/api/surveys/2569/responses/${kept}/decisions`, {
      decision: 'returned',
      reason: 'ขอพิกัด',
    });

    const taken = await somchai.delete(`${many}/${done.id}`);
    expect(taken.status, taken.text).to.equal(202);
    const back = await ended(taken);
    const again = await somchai.delete(`${many}/${done.id}`);

    expect(back).to.include({ state: 'taken-back', done: 3, takenBack: 2, skipped: 1 });
    expect(back.exceptions).to.deep.equal([{ id: kept, why: 'decided-since' }]);
    expect(again.body).to.deep.equal(back);
    expect(await statuses(ids)).to.deep.equal(['returned', 'received', 'received']);
    expect(await historyOf(others[0] ?? '')).to.deep.equal(['approved', 'taken-back']);
    expect(await strip()).to.include({ responses: 2 });
    const { items } = (await (await app.as('admin')).get(`/api/audit?on=decisions:${done.id}`))
      .body;
    expect(items.map(({ what }: any) => what)).to.deep.equal([
      ...['many-ended', 'many-taken-back', 'many-ended', 'many-decided'],
    ]);
  });

  it('is its maker’s alone: nobody else sees, stops or takes it back', async () => {
    const ids = await severalOf(1);
    const done = await decided({ decision: 'approved', ids });
    const wanida = await app.as('wanida');

    const answers = [
      await wanida.get(`${many}/${done.id}`),
      await wanida.put(`${many}/${done.id}/stop`, {}),
      await wanida.delete(`${many}/${done.id}`),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([404, 404, 404]);
    expect((await wanida.get(many)).body.items.map(({ id }: any) => id)).not.to.include(done.id);
    expect((await somchai.get(many)).body.items[0].id).to.equal(done.id);
  });

  it('is gone on with when its process is gone, in the middle of a block, and nothing is done twice', async () => {
    const ids = await severalOf(4);
    const id = await left(ids, 'somchai');
    // the first two were decided before it was killed
    for (const one of ids.slice(0, 2))
      await somchai.post(`/api/surveys/2569/responses/${one}/decisions`, {
        id,
        decision: 'approved',
      });

    const stored = await goOn(id);

    expect(stored).to.include({ state: 'done', done: 4 });
    expect(stored.why).to.deep.equal({});
    for (const one of ids) expect(await historyOf(one)).to.deep.equal(['approved']);
  });

  it('that was stopped counts what its block has decided, and takes exactly that back', async () => {
    const ids = await severalOf(3);
    const [decidedOne = ''] = ids;
    const id = await left(ids, 'somchai', { wanted: 'stop' });
    await somchai.post(`/api/surveys/2569/responses/${decidedOne}/decisions`, {
      id,
      decision: 'approved',
    });

    const stopped = await goOn(id);
    expect(stopped).to.include({ state: 'stopped', stopped: 'asked', done: 1 });
    const back = await ended(await somchai.delete(`${many}/${id}`));

    expect(back).to.include({ state: 'taken-back', done: 1, takenBack: 1, skipped: 0 });
    expect(await statuses(ids)).to.deep.equal(['received', 'received', 'received']);
    expect(await historyOf(ids[1] ?? '')).to.deep.equal([]);
  });

  it('that is to be taken back is not only stopped by who says so after it', async () => {
    const ids = await severalOf(2);
    const id = await left(ids, 'somchai');
    await somchai.post(`/api/surveys/2569/responses/${ids[0]}/decisions`, {
      id,
      decision: 'approved',
    });

    const back = await somchai.delete(`${many}/${id}`);
    const stop = await somchai.put(`${many}/${id}/stop`, {});
    expect([back.status, stop.status]).to.deep.equal([202, 202]);

    expect(await goOn(id)).to.include({ state: 'taken-back', takenBack: 1 });
    expect(await statuses(ids)).to.deep.equal(['received', 'received']);
  });

  it('leaves what somebody has changed since it began', async () => {
    const [changed = '', other = ''] = await severalOf(2);
    const id = await left([changed, other], 'somchai');
    const wanida = await app.as('wanida');
    await wanida.post(`/api/surveys/2569/responses/${changed}/decisions`, {
      decision: 'rejected',
      reason: 'ซ้ำ',
    });

    const stored = await goOn(id);

    expect(stored).to.include({ state: 'done', done: 1 });
    expect(stored.exceptions).to.deep.equal([{ id: changed, why: 'changed' }]);
    expect(await statuses([changed, other])).to.deep.equal(['rejected', 'approved']);
  });

  for (const [why, over] of [
    ['person-disabled', { disabled: true }],
    ['role-changed', { role: 'enumerator' }],
    ['scope-changed', { scope: { kind: 'province', province: 'TH-50' }, office: 'TH-50' }],
  ] as const)
    it(`stops when whoever began it may no longer: ${why}`, async () => {
      const officer = await newOfficer();
      const ids = await severalOf(2);
      const id = await left(ids, officer.username);
      const changed = await officer.change(over);
      expect(changed.status, changed.text).to.equal(200);

      const stored = await goOn(id);

      expect(stored).to.include({ state: 'stopped', stopped: why, done: 0 });
      expect(await statuses(ids)).to.deep.equal(['received', 'received']);
    });

  it('is refused without a reason, without a selection, with two, or with an unknown filter', async () => {
    const ids = [newId()];
    const answers = [
      await somchai.post(many, { decision: 'rejected', ids }),
      await somchai.post(many, { decision: 'approved' }),
      await somchai.post(many, { decision: 'approved', ids, filters: {} }),
      await somchai.post(many, { decision: 'approved', filters: { colour: 'red' } }),
      await somchai.post(many, { decision: 'approved', filters: { office: 'nowhere' } }),
      await somchai.post('/api/surveys/none/decisions', { decision: 'approved', ids }),
    ];

    expect(answers.map(({ status }) => status)).to.deep.equal([422, 400, 400, 400, 400, 404]);
  });
});
