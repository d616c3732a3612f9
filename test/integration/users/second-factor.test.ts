// The second factor: set up, asked for at every way in, each code once, required by role, taken away by who manages the person.
import { expect } from 'chai';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aPassword, aPerson, aToken, newId } from '../../support/build.ts';
import { codeAt } from '../../support/second-factor.ts';

const factor = '/api/me/second-factor';
const minute = 60_000;

describe('the second factor', () => {
  let app: TestApp;
  let admin: Person;
  let visitor: Person;
  /** the clock of the server, in the middle of a code's time: it stands until a test moves it */
  let now = Math.ceil(Date.now() / 30_000) * 30_000 + 10_000;
  const later = (ms: number) => {
    now += ms;
  };

  before(async () => {
    app = await startApp();
    Object.assign(app.context, { now: () => new Date(now) });
    [admin, visitor] = [await app.as('admin'), await app.as('visitor')];
  });
  after(() => app.close());
  beforeEach(() => later(minute));

  const officer = () => aPerson({ role: 'officer', office: 'TH-40' });
  const signIn = (username: string, code?: string, password = aPassword) =>
    visitor.post('/api/session', { username, password, ...(code !== undefined && { code }) });
  const someone = async (person = officer()) => {
    const { body } = await (await app.as('admin')).post('/api/people', person);
    const path = `/api/invitations/${body.invitation.code}`;
    const entered = await visitor.post(path, { password: aPassword });
    expect(entered.status, entered.text).to.equal(200);
    return { username: person.username, session: app.withToken(entered.body.token) };
  };
  const withFactor = async (person = officer()) => {
    const made = await someone(person);
    const begun = await made.session.post(factor, {});
    expect(begun.status, begun.text).to.equal(200);
    const { secret } = begun.body;
    const confirmed = await made.session.put(factor, { code: codeAt(secret, now) });
    expect(confirmed.status, confirmed.text).to.equal(200);
    later(minute);
    return { ...made, secret, codes: confirmed.body.recoveryCodes as string[] };
  };
  const told = ({ status, body }: { status: number; body: any }) => [
    status,
    body?.type?.replace('/problems/', ''),
    body?.reason,
  ];

  describe('setting it up', () => {
    it('changes nothing before a code has come, and gives what an app and a camera read', async () => {
      const { username, session } = await someone();

      const { body } = await session.post(factor, {});
      const uri = new URL(body.uri);

      expect([uri.protocol, uri.host]).to.deep.equal(['otpauth:', 'totp']);
      expect(decodeURIComponent(uri.pathname)).to.include(username);
      expect(uri.searchParams.get('secret')).to.equal(body.secret);
      expect((await signIn(username)).status).to.equal(200);
      expect((await session.get(factor)).body).to.deep.equal({
        since: null,
        codesLeft: 0,
        required: false,
      });
    });

    it('is over after half an hour, and refuses a code of another secret', async () => {
      const { username, session } = await someone();
      const { secret } = (await session.post(factor, {})).body;

      const wrong = await session.put(factor, { code: codeAt('JBSWY3DPEHPK3PXP', now) });
      later(31 * minute);
      const late = await session.put(factor, { code: codeAt(secret, now) });

      expect(told(wrong).slice(0, 2)).to.deep.equal([403, 'second-factor-wrong']);
      expect(told(late).slice(0, 2)).to.deep.equal([410, 'second-factor-over']);
      expect((await signIn(username)).status).to.equal(200);
    });

    it('shows ten recovery codes once, ends other sessions, and goes on in this one', async () => {
      const { username, session } = await someone();
      const other = app.withToken((await signIn(username)).body.token);
      const { secret } = (await session.post(factor, {})).body;

      const { body } = await session.put(factor, { code: codeAt(secret, now) });

      expect(new Set(body.recoveryCodes).size).to.equal(10);
      expect((await other.get('/api/session')).status).to.equal(401);
      const own = await session.get(factor);
      expect(own.body).to.deep.include({ codesLeft: 10, since: new Date(now).toISOString() });
      expect(JSON.stringify(own.body)).not.to.include(secret);
    });

    it('stores neither the secret nor a recovery code so that a reader of the database could use it', async () => {
      const { username, secret, codes } = await withFactor();

      const stored = JSON.stringify(await app.models.users.findById(username).lean());

      for (const kept of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
        expect(stored).not.to.include(kept);
    });
  });

  describe('signing in', () => {
    it('waits for a code once the password is right, and takes it in Thai digits and in groups', async () => {
      const { username, secret } = await withFactor();
      const thai = codeAt(secret, now).replace(/\d/g, (d) =>
        String.fromCharCode(0x0e50 + Number(d)),
      );

      const without = await signIn(username);
      const wrongPassword = await signIn(username, codeAt(secret, now), 'not the password');
      const entered = await signIn(username, ` ${thai.slice(0, 3)} ${thai.slice(3)} `);

      expect(told(without)).to.deep.equal([401, 'second-factor-needed', 'missing']);
      expect(told(wrongPassword).slice(0, 2)).to.deep.equal([401, 'signed-out']);
      expect(entered.status, entered.text).to.equal(200);
    });

    it('takes each code once, however many ask at the same time', async () => {
      const { username, secret } = await withFactor();
      const code = codeAt(secret, now);

      const answers = await Promise.all([1, 2, 3, 4].map(() => signIn(username, code)));
      const again = await signIn(username, code);

      expect(answers.filter(({ status }) => status === 200)).to.have.length(1);
      expect(told(again)).to.deep.equal([401, 'second-factor-needed', 'wrong']);
    });

    it('takes no code of before the last one, and none that is over', async () => {
      const { username, secret } = await withFactor();
      const before = codeAt(secret, now - 30_000);
      expect((await signIn(username, codeAt(secret, now))).status).to.equal(200);

      const earlier = await signIn(username, before);
      const old = codeAt(secret, now);
      later(10 * minute);

      expect(told(earlier)[2]).to.equal('wrong');
      expect(told(await signIn(username, old))[2]).to.equal('wrong');
    });

    it('takes a recovery code once in place of the app', async () => {
      const { username, codes } = await withFactor();
      const [code = ''] = codes;

      const entered = await signIn(username, code.toUpperCase().replace('-', ' '));
      const again = await signIn(username, code);

      expect(entered.status, entered.text).to.equal(200);
      expect(told(again)[2]).to.equal('wrong');
      const session = app.withToken(entered.body.token);
      expect((await session.get(factor)).body.codesLeft).to.equal(9);
    });

    it('makes who guesses at codes wait, though the password is right', async () => {
      const { username, secret } = await withFactor();

      const statuses = [];
      for (let i = 0; i < 12; i++) statuses.push((await signIn(username, '000000')).status);

      expect(statuses[0]).to.equal(401);
      expect(statuses.at(-1)).to.equal(429);
      expect((await signIn(username, codeAt(secret, now))).status).to.equal(429);
    }).timeout(60_000);

    it('takes the app’s codes no more after a hundred wrong ones, but a recovery code', async () => {
      const { username, secret, codes } = await withFactor();
      await app.models.users.updateOne({ _id: username }, { $set: { 'secondFactor.wrong': 100 } });

      expect(told(await signIn(username, codeAt(secret, now)))[2]).to.equal('locked');
      expect((await signIn(username, codes[0])).status).to.equal(200);
      later(minute);
      expect((await signIn(username, codeAt(secret, now))).status).to.equal(200);
    });

    it('says it when the secret of the server is another one; recovery codes go on', async () => {
      const { username, secret, codes } = await withFactor();
      const other = await withFactor();
      const stored = await app.models.users.findById(other.username).lean<any>();
      // sealed for somebody else opens as little as sealed with another secret
      await app.models.users.updateOne(
        { _id: username },
        { $set: { 'secondFactor.secret': stored.secondFactor.secret } },
      );

      expect(told(await signIn(username, codeAt(secret, now)))[2]).to.equal('unreadable');
      expect(told(await signIn(username, codeAt(other.secret, now)))[2]).to.equal('unreadable');
      expect((await signIn(username, codes[0])).status).to.equal(200);
    });

    it('is asked for by the link of a new password as well, which stays unused without it', async () => {
      const { username, secret } = await withFactor();
      const { body } = await (await app.as('admin')).post(`/api/people/${username}/invitation`, {});
      const path = `/api/invitations/${body.invitation.code}`;
      const password = 'เรือลำน้อย ลอยกลางหนองน้ำ';

      const without = await visitor.post(path, { password });
      const entered = await visitor.post(path, { password, code: codeAt(secret, now) });

      expect(told(without)).to.deep.equal([401, 'second-factor-needed', 'missing']);
      expect(entered.status, entered.text).to.equal(200);
    });
  });

  describe('changing it', () => {
    it('asks for a proof when one has not signed in just now: the password, or a code', async () => {
      const { session, username } = await someone();
      later(11 * minute);

      const refused = await session.post(factor, {});
      const wrong = await session.post('/api/me/proof', { password: 'not the password' });
      const proven = await session.post('/api/me/proof', { password: aPassword });
      const { secret } = (await session.post(factor, {})).body;
      await session.put(factor, { code: codeAt(secret, now) });
      later(11 * minute);
      const off = await session.delete(factor);
      const byPassword = await session.post('/api/me/proof', { password: aPassword });
      const byCode = await session.post('/api/me/proof', { code: codeAt(secret, now) });

      expect([refused.status, refused.body.type, refused.body.by]).to.deep.equal([
        403,
        '/problems/proof-needed',
        'password',
      ]);
      expect(told(wrong).slice(0, 2)).to.deep.equal([403, 'password-wrong']);
      expect(proven.status).to.equal(204);
      expect(off.body.by).to.equal('code');
      expect(told(byPassword).slice(0, 2)).to.deep.equal([403, 'second-factor-wrong']);
      expect(byCode.status, byCode.text).to.equal(204);
      expect((await session.delete(factor)).status).to.equal(204);
      expect((await signIn(username)).status).to.equal(200);
    });

    it('makes new recovery codes, and those of before are over', async () => {
      const { session, username, codes } = await withFactor();

      const { body } = await session.post(`${factor}/recovery-codes`, {});

      expect(told(await signIn(username, codes[0]))[2]).to.equal('wrong');
      expect((await signIn(username, body.recoveryCodes[0])).status).to.equal(200);
    });

    it('keeps the old app until a code of the new one has come', async () => {
      const { session, username, secret } = await withFactor();
      const begun = await session.post(factor, {});
      expect((await signIn(username, codeAt(secret, now))).status).to.equal(200);
      later(minute);

      await session.put(factor, { code: codeAt(begun.body.secret, now) });
      later(minute);

      expect(told(await signIn(username, codeAt(secret, now)))[2]).to.equal('wrong');
      expect((await signIn(username, codeAt(begun.body.secret, now))).status).to.equal(200);
    });

    it('is taken away by who manages the person, with a reason, and never by oneself so', async () => {
      const { username, session } = await withFactor();
      const path = `/api/people/${username}/second-factor`;
      const body = JSON.stringify({ reason: 'โทรศัพท์หาย' });
      const headers = { 'content-type': 'application/json' };
      const by = async (who: Person, to = path, sent = body) =>
        (await who.send('DELETE', to, { body: sent, headers })).status;
      const fresh = await app.as('admin');
      expect((await fresh.get(`/api/people/${username}`)).body.hasSecondFactor).to.equal(true);

      expect(await by(fresh, path, '{"reason":" "}')).to.equal(400);
      expect(await by(await app.as('wanida'))).to.equal(404);
      expect(await by(fresh, '/api/people/admin/second-factor')).to.equal(403);
      expect(await by(fresh)).to.equal(200);

      expect((await session.get('/api/session')).status).to.equal(401);
      expect((await signIn(username)).status).to.equal(200);
      const { text } = await fresh.get(`/api/people/${username}`);
      expect(JSON.parse(text).hasSecondFactor).to.equal(false);

      const record = (await fresh.get(`/api/audit?on=person:${username}`)).body.items;
      const reset = record.find(({ what }: { what: string }) => what === 'second-factor-reset');
      expect(reset).to.deep.include({ who: 'admin' });
      expect(reset.changes).to.deep.equal([{ field: 'reason', before: null, after: 'โทรศัพท์หาย' }]);
      expect(record.map(({ what }: { what: string }) => what)).to.include('second-factor-set');
    });
  });

  describe('where a role must have one', () => {
    const rules = (secondFactor: readonly string[]) =>
      admin.put('/api/sign-in-rules', { secondFactor });
    before(async () => {
      admin = await app.as('admin');
    });
    afterEach(async () => {
      await rules([]);
    });

    it('lets who has none do nothing but set it up, at once, by session and by token', async () => {
      const { session, username } = await someone();
      const made = await session.post('/api/me/tokens', aToken(['read-figures']));
      const token = app.withToken(made.body.token);
      const figures = '/api/surveys/2569/figures';
      expect((await session.get(figures)).status).to.equal(200);

      expect((await rules(['officer'])).status).to.equal(200);

      for (const refused of [
        await session.get(figures),
        await token.get(figures),
        await session.get('/api/people'),
        await session.patch('/api/me', { name: 'ชื่อใหม่' }),
        await session.post('/api/me/tokens', aToken(['read-figures'])),
      ])
        expect(told(refused).slice(0, 2)).to.deep.equal([403, 'second-factor-required']);
      expect((await session.get('/api/session')).body.secondFactorMissing).to.equal(true);
      expect((await signIn(username)).body.secondFactorMissing).to.equal(true);
      const { secret } = (await session.post(factor, {})).body;
      expect((await session.put(factor, { code: codeAt(secret, now) })).status).to.equal(200);
      expect((await session.get(figures)).status).to.equal(200);
      expect((await token.get(figures)).status).to.equal(200);
      expect((await session.get('/api/session')).body.secondFactorMissing).to.equal(false);
      expect((await session.delete(factor)).status).to.equal(403);
    });

    it('counts who has one, and leaves other roles alone', async () => {
      const before = (await admin.get('/api/sign-in-rules')).body.people;
      await withFactor();
      const { body } = await rules(['planner', 'officer']);
      const of = (list: any[], role: string) => list.find((one) => one.role === role);

      expect(body.secondFactor).to.deep.equal(['officer', 'planner']);
      expect(of(body.people, 'officer').withSecondFactor).to.equal(
        of(before, 'officer').withSecondFactor + 1,
      );
      const enumerator = await someone(aPerson());
      expect((await enumerator.session.get('/api/surveys/2569/figures')).status).to.equal(200);
      expect((await rules(['enumerator'])).status).to.equal(400);
    });

    it('is said by an administrator of the whole country alone', async () => {
      const person = aPerson({ role: 'administrator', office: 'TH-50' });
      const { session } = await someone(person);
      expect((await session.put('/api/sign-in-rules', { secondFactor: [] })).status).to.equal(403);
    });
  });

  it('cannot be set up where the server’s secret does not outlive it', async () => {
    const { session } = await someone(aPerson({ username: `p-${newId().slice(0, 8)}` }));
    const { config } = app.context;
    Object.assign(app.context, {
      config: { ...config, secret: undefined, mongodbUri: 'mongodb:' },
    });
    try {
      const answer = await session.post(factor, {});
      expect(told(answer).slice(0, 2)).to.deep.equal([409, 'second-factor-unavailable']);
    } finally {
      Object.assign(app.context, { config });
    }
  });
});
