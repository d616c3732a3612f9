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
});
