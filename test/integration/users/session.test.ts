import { expect } from 'chai';
import { demoPassword } from '../../../server/users/first-accounts.ts';
import { startApp, type TestApp } from '../../support/app.ts';

describe('/api/session', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const signIn = async (username: string, password = demoPassword) =>
    (await app.as('visitor')).post('/api/session', { username, password });

  it('answers 200 with token, user, scope and a cookie that scripts cannot read', async () => {
    const answer = await signIn('malee');

    expect(answer.status).to.equal(200);
    expect(answer.body.user).to.deep.equal({
      username: 'malee',
      name: answer.body.user.name,
      role: 'enumerator',
      office: 'TH-50',
      scope: { kind: 'province', province: 'TH-50' },
    });
    expect(Date.parse(answer.body.expiresAt)).to.be.greaterThan(Date.now());
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie)
      .to.include(answer.body.token)
      .and.include('HttpOnly')
      .and.include('SameSite=Strict');
  });

  it('accepts the token and the cookie', async () => {
    const { body } = await signIn('nok');
    const visitor = await app.as('visitor');

    const byToken = await visitor.get('/api/session', { authorization: `Bearer ${body.token}` });
    const byCookie = await visitor.get('/api/session', {
      cookie: `other=1; rabfang_session=${body.token}`,
    });

    expect(byToken.body.user.username).to.equal('nok');
    expect(byToken.body.demo).to.equal(true);
    expect(byCookie.body.user.username).to.equal('nok');
  });

  it('gives the same answer to a wrong password and to a name that does not exist', async () => {
    const wrong = await signIn('somchai', 'wrong');
    const unknown = await signIn('nobody-here', 'wrong');

    expect(wrong.status).to.equal(401);
    expect(unknown.status).to.equal(401);
    expect({ ...wrong.body, instance: '' }).to.deep.equal({ ...unknown.body, instance: '' });
    expect(wrong.body.type).to.equal('/problems/signed-out');
  });

  it('says that it is a demonstration to who is not signed in', async () => {
    const answer = await (await app.as('visitor')).get('/api/session');

    expect(answer.status).to.equal(401);
    expect(answer.body.demo).to.equal(true);
  });

  it('kills the token at once on DELETE', async () => {
    const { body } = await signIn('wanida');
    const visitor = await app.as('visitor');
    const headers = { authorization: `Bearer ${body.token}` };

    const ended = await visitor.send('DELETE', '/api/session', { headers });
    const after = await visitor.get('/api/surveys/2569/responses', headers);

    expect(ended.status).to.equal(204);
    expect(after.status).to.equal(401);
  });

  it('takes no token that we did not sign, and none without a signature', async () => {
    const { body } = await signIn('nok');
    const [, payload] = body.token.split('.');
    const none = `${Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')}.${payload}.`;
    const visitor = await app.as('visitor');

    for (const token of [none, `${body.token}x`, 'a.b.c', 'x'.repeat(5000)]) {
      const answer = await visitor.get('/api/surveys/2569/responses', {
        authorization: `Bearer ${token}`,
      });
      expect(answer.status).to.equal(401);
    }
  });

  it('refuses a change that a page of another site sends with the cookie', async () => {
    const { body } = await signIn('malee');
    const visitor = await app.as('visitor');
    const cookie = `rabfang_session=${body.token}`;

    const foreign = await visitor.send('DELETE', '/api/session', {
      headers: { cookie, origin: 'https://elsewhere.example' },
    });
    const crossSite = await visitor.send('DELETE', '/api/session', {
      headers: { cookie, 'sec-fetch-site': 'cross-site' },
    });
    const own = await visitor.send('DELETE', '/api/session', {
      headers: { cookie, origin: app.url },
    });

    expect([foreign.status, crossSite.status, own.status]).to.deep.equal([403, 403, 204]);
  });

  it('slows down guessing by name, and says how long to wait', async () => {
    const answers = [];
    for (let i = 0; i < 12; i++) answers.push(await signIn('guessed', `guess ${i}`));

    const last = answers.at(-1);
    expect(answers[0]?.status).to.equal(401);
    expect(last?.status).to.equal(429);
    expect(Number(last?.headers.get('retry-after'))).to.be.greaterThan(0);
  });

  it('says in the record that a limit was reached, once for a name however often it is tried', async () => {
    const admin = await app.as('admin');
    const refused = async () =>
      (await admin.get('/api/audit?what=sign-in-refused&on=person:somchai')).body.items.map(
        ({ changes }: any) => changes[0]?.after ?? 'wrong',
      );
    for (let i = 0; i < 14; i++) await signIn('somchai', `guess ${i}`);

    expect(await refused()).to.deep.equal(['too-many-tries', ...Array(10).fill('wrong')]);
  });

  it('names what cannot be read', async () => {
    const visitor = await app.as('visitor');

    const wrongType = await visitor.post('/api/session', { username: { $gt: '' }, password: 'x' });
    const notJson = await visitor.send('POST', '/api/session', {
      body: 'username=a',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

    expect(wrongType.status).to.equal(400);
    expect(wrongType.body.errors[0].pointer).to.equal('/body/username');
    expect(notJson.status).to.equal(415);
  });

  it('keeps nothing in the database that opens a session', async () => {
    const { body, headers } = await signIn('nok');
    const [, payload = ''] = body.token.split('.');
    const { jti } = JSON.parse(Buffer.from(payload, 'base64url').toString());

    const kept = JSON.stringify([
      await app.models.sessions.find({}).lean(),
      await app.models.settings.find({}).lean(),
    ]);

    expect(headers.get('set-cookie')).to.include(body.token);
    expect(kept).not.to.include(jti);
    expect(kept).not.to.include(body.token);
  });

  for (const [what, change] of [
    ['their scope changes', { scope: { kind: 'province', province: 'TH-40' } }],
    ['their role changes', { role: 'enumerator' }],
    ['their password changes', { password: 'another' }],
    ['they are disabled', { active: false }],
  ] as const)
    it(`ends all sessions of a person when ${what}`, async () => {
      const visitor = await app.as('visitor');
      const before = await app.models.users.findById('wanida').lean();
      const { body } = await signIn('wanida');
      const ask = () => visitor.get('/api/session', { authorization: `Bearer ${body.token}` });
      expect((await ask()).status).to.equal(200);

      await app.models.users.updateOne({ _id: 'wanida' }, { $set: change, $inc: { version: 1 } });
      const after = await ask();
      await app.models.users.collection.replaceOne({ _id: 'wanida' as never }, before as never);

      expect(after.status).to.equal(401);
    });

  it('ends a session that was not used for long, sooner in an office than in the field', async () => {
    const hours = (n: number) => new Date(Date.now() - n * 60 * 60 * 1000);
    const statusAfter = async (username: string, seenAt: Date) => {
      const { body } = await signIn(username);
      await app.models.sessions.updateMany({ username }, { $set: { seenAt } });
      const headers = { authorization: `Bearer ${body.token}` };
      return (await (await app.as('visitor')).get('/api/session', headers)).status;
    };

    expect(await statusAfter('nok', hours(7.9))).to.equal(200);
    expect(await statusAfter('nok', hours(8.1))).to.equal(401);
    expect(await statusAfter('malee', hours(24 * 29))).to.equal(200);
    expect(await statusAfter('malee', hours(24 * 31))).to.equal(401);
  });

  it('goes on where there is no room to note that it is used', async () => {
    const { body } = await signIn('nok');
    const { sessions } = app.models;
    const seenAt = new Date(Date.now() - 60 * 60 * 1000);
    await sessions.updateMany({ username: 'nok' }, { $set: { seenAt } });
    const { updateOne } = sessions;
    let refused = 0;
    sessions.updateOne = (() => {
      refused += 1;
      return Promise.reject(new Error('database or disk is full'));
    }) as never;
    const visitor = await app.as('visitor');
    const after = await visitor
      .get('/api/session', { authorization: `Bearer ${body.token}` })
      .finally(() => {
        sessions.updateOne = updateOne;
      });

    expect(refused).to.equal(1);
    expect(after.status).to.equal(200);
  });

  it('binds the cookie to the host over TLS', async () => {
    const over = await startApp({ proxies: 1 });
    const visitor = await over.as('visitor');
    const tls = { 'x-forwarded-proto': 'https' };
    const answer = await visitor.send('POST', '/api/session', {
      body: JSON.stringify({ username: 'nok', password: demoPassword }),
      headers: { 'content-type': 'application/json', ...tls },
    });
    const cookies = answer.headers.getSetCookie();
    const read = (cookie: string) => visitor.get('/api/session', { cookie, ...tls });

    expect(cookies.every((cookie) => /^__Host-.*; Path=\/;.*; Secure/.test(cookie))).to.equal(true);
    expect((await read(`__Host-rabfang_session=${answer.body.token}`)).status).to.equal(200);
    expect((await read(`rabfang_session=${answer.body.token}`)).status).to.equal(401);
    await over.close();
  });

  it('compares the whole origin, with its scheme', async () => {
    const over = await startApp({ origin: 'https://rabfang.example' });
    const visitor = await over.as('visitor');
    const from = async (origin: string) =>
      (await visitor.send('DELETE', '/api/session', { headers: { origin } })).status;

    expect(await from('http://rabfang.example')).to.equal(403);
    expect(await from(over.url)).to.equal(403);
    expect(await from('https://rabfang.example')).to.equal(401);
    await over.close();
  });

  it('lets nobody in with an account of the demonstration where it is off', async () => {
    const over = await startApp();
    (over.context as { demo: boolean }).demo = false;
    const answer = await (await over.as('visitor')).post('/api/session', {
      username: 'admin',
      password: demoPassword,
    });
    await over.close();

    expect(answer.status).to.equal(401);
  });

  it('keeps the owner’s device in while others guess at the name', async () => {
    const over = await startApp({ proxies: 1 });
    const visitor = await over.as('visitor');
    const from = (address: string, password: string, cookie = '') =>
      visitor.send('POST', '/api/session', {
        body: JSON.stringify({ username: 'nok', password }),
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address, cookie },
      });
    const first = await from('10.1.0.1', demoPassword);
    const device = first.headers
      .getSetCookie()
      .find((cookie) => cookie.startsWith('rabfang_device='))
      ?.split(';')[0];
    for (let i = 0; i < 110; i++) await from(`10.2.0.${i}`, 'guess');

    const stranger = await from('10.3.0.1', demoPassword);
    const owner = await from('10.3.0.2', demoPassword, device);
    await over.close();

    expect(stranger.status).to.equal(429);
    expect(owner.status).to.equal(200);
  }).timeout(60_000);

  it('stays there for others while many sign in at once', async () => {
    const over = await startApp({ proxies: 1 });
    const visitor = await over.as('visitor');
    let waiting = 60;
    const burst = Array.from({ length: waiting }, (_, i) =>
      visitor
        .send('POST', '/api/session', {
          body: JSON.stringify({ username: `burst-${i}`, password: 'guess' }),
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.9.${i}.1` },
        })
        .finally(() => waiting--),
    );
    // passwords are being judged by now, two at a time
    await Promise.race(burst);
    const before = waiting;
    const alive = await visitor.get('/healthz');
    const stillWaiting = waiting;
    const answers = await Promise.all(burst);
    await over.close();

    expect(alive.status).to.equal(200);
    expect(before).to.be.greaterThan(40);
    expect(stillWaiting, 'sign-ins that wait when /healthz is answered').to.be.greaterThan(0);
    // where the machine has much else to do, the last are told to come again
    const statuses = new Set(answers.map(({ status }) => status));
    statuses.delete(503);
    expect([...statuses]).to.deep.equal([401]);
  }).timeout(60_000);
});
