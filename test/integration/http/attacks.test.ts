// What was tried from outside and held: it must go on holding.
import { createSecretKey } from 'node:crypto';
import { expect } from 'chai';
import jwt from 'jsonwebtoken';
import { deviceToken } from '../../../server/users/device.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const survey = '/api/surveys/2569';

describe('from outside', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('no forged token opens anything', async () => {
    const { token = '' } = await app.as('admin');
    const [head, payload, signature] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload ?? '', 'base64url').toString());
    const other = createSecretKey('x'.repeat(32), 'utf8');
    const { secret } = app.context;
    const changed = Buffer.from(JSON.stringify({ ...claims, exp: claims.exp + 1 }));
    const forged = {
      'another secret': jwt.sign(claims, other),
      'another algorithm': jwt.sign(claims, secret, { algorithm: 'HS512' }),
      'changed claims': `${head}.${changed.toString('base64url')}.${signature}`,
      'no such session': jwt.sign({ ...claims, jti: 'x' }, secret),
      'no session at all': jwt.sign({ sub: 'admin', role: 'administrator' }, secret),
      over: jwt.sign({ ...claims, exp: 1 }, secret),
      'a device': deviceToken(app.context, 'admin'),
      'no signature': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
    };
    const visitor = await app.as('visitor');

    for (const [kind, forgery] of Object.entries(forged)) {
      const authorization = `Bearer ${forgery}`;
      const answer = await visitor.get(`${survey}/responses`, { authorization });
      expect(answer.status, kind).to.equal(401);
    }
  });

  const { protocol, host } = new URL('http://127.0.0.1');
  const foreign: Record<string, Record<string, string>> = {
    'another site': { origin: 'https://elsewhere.example' },
    'another port': { origin: `${protocol}//${host}:1` },
    'a name that begins like ours': { origin: 'http://127.0.0.1.elsewhere.example' },
    'a sandbox': { origin: 'null' },
    'a sibling': { 'sec-fetch-site': 'same-site' },
    'a form without an origin': { 'sec-fetch-site': 'cross-site' },
  };
  for (const [kind, headers] of Object.entries(foreign)) {
    it(`no change comes from ${kind} with a person’s cookie`, async () => {
      const cookie = `rabfang_session=${(await app.as('malee')).token}`;
      const visitor = await app.as('visitor');
      const id = newId();

      const answer = await visitor.send('PUT', `${survey}/responses/${id}`, {
        body: JSON.stringify(aResponse()),
        headers: { cookie, 'content-type': 'application/json', ...headers },
      });

      expect(answer.status).to.equal(403);
      expect(await app.models.responses.findById(id).lean()).to.equal(null);
    });
  }

  it('nobody sets what is not theirs to set, nor asks with an operator', async () => {
    const malee = await app.as('malee');
    const own = ['status', 'by', 'office', 'receipt', 'history', 'withdrawnAt', 'batch', '_id'];
    const bodies = [
      ...own.map((name) => ({ ...aResponse(), [name]: 'approved' })),
      { ...aResponse(), place: { province: { $ne: null } } },
      { ...aResponse(), day: { $gt: '' } },
    ];

    for (const body of bodies) {
      const answer = await malee.put(`${survey}/responses/${newId()}`, body);
      expect(answer.status, JSON.stringify(body)).to.equal(400);
    }
    const signIn = await malee.post('/api/session', { username: { $ne: '' }, password: 'x' });
    expect(signIn.status).to.equal(400);
  });
});
