// What people manage of themselves: name, password, sessions, tokens for scripts.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson, aResponse, aToken, newId } from '../../support/build.ts';
import { sendFile } from '../../support/send-file.ts';

describe('/api/me', () => {
  let app: TestApp;
  let admin: Person;
  let visitor: Person;

  before(async () => {
    app = await startApp();
    [admin, visitor] = [await app.as('admin'), await app.as('visitor')];
  });
  after(() => app.close());

  const signIn = async (username: string, password: string, userAgent = '') => {
    const answer = await visitor.send('POST', '/api/session', {
      body: JSON.stringify({ username, password }),
      headers: { 'content-type': 'application/json', 'user-agent': userAgent },
    });
    return { status: answer.status, person: app.withToken(answer.body?.token ?? 'none') };
  };
  const someone = async (over: Parameters<typeof aPerson>[0] = {}) => {
    const person = aPerson(over);
    const { body } = await admin.post('/api/people', person);
    const path = `/api/invitations/${body.invitation.code}`;
    const entered = await visitor.post(path, { password: aPassword });
    return { username: person.username, session: app.withToken(entered.body.token) };
  };
  const isIn = async (person: Person) => (await person.get('/api/session')).status === 200;

  it('changes the own name, and nothing else', async () => {
    const { session, username } = await someone();

    const changed = await session.patch('/api/me', { name: 'ปิติ ใจกว้าง' });
    const more = await session.patch('/api/me', { name: 'x', role: 'administrator' });

    expect(changed.body).to.include({ username, name: 'ปิติ ใจกว้าง', role: 'enumerator' });
    expect(more.status).to.equal(400);
  });

  describe('password', () => {
    const next = 'เรือลำน้อย ลอยกลางหนองน้ำ';

    it('changes when the old one is said; other sessions end, this one goes on', async () => {
      const { username, session } = await someone();
      const { person: other } = await signIn(username, aPassword);

      const changed = await session.put('/api/me/password', { old: aPassword, new: next });

      expect(changed.status, changed.text).to.equal(204);
      expect([await isIn(session), await isIn(other)]).to.deep.equal([true, false]);
      expect((await signIn(username, aPassword)).status).to.equal(401);
      expect((await signIn(username, next)).status).to.equal(200);
    });

    it('stays when the old one is wrong or the new one is weak', async () => {
      const { username, session } = await someone();

      const wrong = await session.put('/api/me/password', { old: 'not this one', new: next });
      const weak = await session.put('/api/me/password', { old: aPassword, new: 'short' });
      const own = await session.put('/api/me/password', {
        old: aPassword,
        new: `I am ${username}`,
      });

      expect([wrong.status, wrong.body.type]).to.deep.equal([403, '/problems/password-wrong']);
      expect([weak.status, weak.body.reason]).to.deep.equal([422, 'too-short']);
      expect([own.status, own.body.reason]).to.deep.equal([422, 'username']);
      expect((await signIn(username, aPassword)).status).to.equal(200);
    });

    it('makes who guesses at the old one wait', async () => {
      const { session } = await someone();
      const statuses = [];
      for (let i = 0; i < 12; i++)
        statuses.push(
          (await session.put('/api/me/password', { old: `no ${i}`, new: next })).status,
        );

      expect(statuses[0]).to.equal(403);
      expect(statuses.at(-1)).to.equal(429);
    }).timeout(60_000);
  });

  describe('sessions', () => {
    const phone =
      'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 Chrome/147.0 Mobile Safari/537.36';
    const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

    it('are listed with device and times, and say which one asks', async () => {
      const { username, session } = await someone();
      await signIn(username, aPassword, phone);
      const { person } = await signIn(username, aPassword, desk);

      const { body } = await person.get('/api/me/sessions');

      expect(body.items).to.have.length(3);
      expect(body.items.map(({ device }: any) => device)).to.include.members([
        'Chrome · Android',
        'Firefox · Windows',
      ]);
      expect(body.items.filter(({ current }: any) => current)).to.have.length(1);
      expect(body.items.find(({ current }: any) => current).device).to.equal('Firefox · Windows');
      expect(await isIn(session)).to.equal(true);
    });

    it('end one by one, and all others at once', async () => {
      const { username, session } = await someone();
      const [a, b, c] = (await Promise.all(
        [phone, desk, phone].map(
          async (agent) => (await signIn(username, aPassword, agent)).person,
        ),
      )) as [Person, Person, Person];
      const ids = (await a.get('/api/me/sessions')).body.items;
      const own = ids.find(({ current }: any) => current).id;

      const ended = await b.delete(`/api/me/sessions/${own}`);
      expect(ended.status).to.equal(204);
      expect(await Promise.all([a, b, c, session].map(isIn))).to.deep.equal([
        false,
        true,
        true,
        true,
      ]);

      expect((await b.delete('/api/me/sessions')).status).to.equal(204);
      expect(await Promise.all([a, b, c, session].map(isIn))).to.deep.equal([
        false,
        true,
        false,
        false,
      ]);
      expect((await b.get('/api/me/sessions')).body.items).to.have.length(1);
    });

    it('of others are not found', async () => {
      const [mine, theirs] = [await someone(), await someone()];
      const { body } = await theirs.session.get('/api/me/sessions');

      const answer = await mine.session.delete(`/api/me/sessions/${body.items[0].id}`);

      expect(answer.status).to.equal(404);
      expect(await isIn(theirs.session)).to.equal(true);
    });
  });

  describe('tokens', () => {
    const officer = () => someone({ role: 'officer', office: 'TH-40' });

    it('are shown once, kept as a digest, and do what they were given', async () => {
      const { session } = await officer();

      const made = await session.post('/api/me/tokens', aToken(['upload-batches', 'read-batches']));
      const script = app.withToken(made.body.token);
      const sent = await sendFile(script, `จังหวัด,ปัญหา\nขอนแก่น,สะพานชำรุด ${newId()}\n`);
      const listed = await session.get('/api/me/tokens');

      expect(made.status, made.text).to.equal(201);
      expect([sent.status, sent.body.office]).to.deep.equal([201, 'TH-40']);
      expect(listed.body.items).to.have.length(1);
      expect(listed.body.items[0].seenAt).to.be.a('string');
      const kept = JSON.stringify([await app.models.tokens.find({}).lean(), listed.body]);
      expect(kept).not.to.include(made.body.token);
    });

    it('do nothing they were not given, and nothing about people or the own account', async () => {
      const { session } = await officer();
      const made = await session.post('/api/me/tokens', aToken(['read-batches']));
      const script = app.withToken(made.body.token);
      const id = newId();

      const statuses = await Promise.all([
        script.put(
          `/api/surveys/2569/responses/${id}`,
          aResponse({ place: { province: 'TH-40' } }),
        ),
        script.get('/api/people'),
        script.get('/api/me/tokens'),
        script.post('/api/me/tokens', aToken(['read-batches'])),
        script.put('/api/me/password', { old: aPassword, new: 'four other words here' }),
        script.delete('/api/session'),
      ]);

      expect(statuses.map(({ status }) => status)).to.deep.equal(Array(6).fill(403));
      expect((await script.get('/api/surveys/2569/batches')).status).to.equal(200);
    });

    it('are never given what their owner may not', async () => {
      const { session } = await someone();

      const beyond = await session.post('/api/me/tokens', aToken(['respond', 'decide']));
      const people = await session.post('/api/me/tokens', aToken(['manage-people' as never]));
      const offered = await session.get('/api/me/tokens');

      expect([beyond.status, people.status]).to.deep.equal([403, 400]);
      expect(offered.body.mayGive).to.deep.equal(['respond', 'read-responses', 'read-figures']);
    });

    it('act in their owner’s scope alone', async () => {
      const { session } = await officer();
      const made = await session.post('/api/me/tokens', aToken(['respond', 'read-responses']));
      const script = app.withToken(made.body.token);

      const outside = await script.put(
        `/api/surveys/2569/responses/${newId()}`,
        aResponse({ place: { province: 'TH-50' } }),
      );

      expect(outside.status).to.equal(403);
    });

    for (const [what, expiresAt] of [
      ['in the past', new Date(Date.now() - 1000)],
      ['after more than a year', new Date(Date.now() + 400 * 86_400_000)],
    ] as const)
      it(`are refused when they would end ${what}`, async () => {
        const { session } = await officer();
        const token = aToken(['read-batches'], { expiresAt: expiresAt.toISOString() });

        const answer = await session.post('/api/me/tokens', token);

        expect(answer.status).to.equal(422);
        expect(answer.body.errors).to.deep.equal([
          { pointer: '/body/expiresAt', code: 'expires-at' },
        ]);
      });

    it('end when they are ended, late, or when the password is set anew by an invitation', async () => {
      const { username, session } = await officer();
      const make = async () => {
        const { body } = await session.post('/api/me/tokens', aToken(['read-batches']));
        return { id: body.id, script: app.withToken(body.token) };
      };
      const works = async ({ script }: { script: Person }) =>
        (await script.get('/api/surveys/2569/batches')).status === 200;
      const [ended, late, other] = [await make(), await make(), await make()];

      expect((await session.delete(`/api/me/tokens/${ended.id}`)).status).to.equal(204);
      await app.models.tokens.updateOne({ _id: late.id }, { $set: { expiresAt: new Date(0) } });
      expect([await works(ended), await works(late), await works(other)]).to.deep.equal([
        false,
        false,
        true,
      ]);

      await session.put('/api/me/password', { old: aPassword, new: 'four other words here' });
      expect(await works(other)).to.equal(true);
      const { body } = await admin.post(`/api/people/${username}/invitation`, {});
      await visitor.post(`/api/invitations/${body.invitation.code}`, { password: aPassword });
      expect(await works(other)).to.equal(false);
    });

    it('are twenty at most', async () => {
      const { session } = await officer();
      const statuses = [];
      for (let i = 0; i < 21; i++)
        statuses.push((await session.post('/api/me/tokens', aToken(['read-batches']))).status);

      expect(statuses).to.deep.equal([...Array(20).fill(201), 422]);
    });

    it('of others are not found', async () => {
      const [mine, theirs] = [await officer(), await officer()];
      const { body } = await theirs.session.post('/api/me/tokens', aToken(['read-batches']));

      expect((await mine.session.delete(`/api/me/tokens/${body.id}`)).status).to.equal(404);
    });
  });
});
