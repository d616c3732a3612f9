// What a request's body may cost, whoever sends it.
import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { bodyLimit } from '../../../server/http/json-body.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';

describe('bodies of requests', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  const send = async (who: string, method: string, path: string, body: Buffer, headers = {}) =>
    (await app.as(who)).send(method, path, {
      body: new Uint8Array(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const responseOf = (id: string) => `/api/surveys/2569/responses/${id}`;

  it('cannot stop the server by a string of escapes, gzipped to a kilobyte', async () => {
    const text = Buffer.from(`"${'\\"'.repeat(500_000)}`);
    const body = gzipSync(text);
    expect(body.length).to.be.below(2500);
    const started = performance.now();

    const visitor = await send('visitor', 'POST', '/api/session', body, {
      'content-encoding': 'gzip',
    });
    const enumerator = await send('malee', 'PUT', responseOf(newId()), body, {
      'content-encoding': 'gzip',
    });

    expect(visitor.status).to.equal(413);
    expect(enumerator.status).to.equal(400);
    expect(performance.now() - started).to.be.below(10_000);
  });

  it('reads no body before it is known who may send one', async () => {
    const answer = await send('visitor', 'PUT', responseOf(newId()), Buffer.alloc(900_000, 0x20));

    expect(answer.status).to.equal(401);
  });

  it('reads 16 KiB where no more is needed, and says so', async () => {
    const answer = await send('visitor', 'POST', '/api/session', Buffer.alloc(20_000, 0x20));

    expect(answer.status).to.equal(413);
    expect(answer.body.type).to.equal('/problems/too-large');
  });

  it('refuses what is nested deeper than any response', async () => {
    const body = Buffer.from(`{"answers":${'['.repeat(5000)}${']'.repeat(5000)}}`);

    expect((await send('malee', 'PUT', responseOf(newId()), body)).status).to.equal(400);
  });

  it('is told of a missing type before anything is read', async () => {
    const answer = await (await app.as('malee')).send('PUT', responseOf(newId()), { body: 'x' });

    expect(answer.status).to.equal(415);
  });

  it('cuts a body that drips, and serves others meanwhile', async () => {
    app.set(bodyLimit, 500);
    const { port } = new URL(app.url);
    const token = (await app.as('malee')).token;
    const answered = new Promise<number>((resolve, reject) => {
      const req = httpRequest({
        port,
        method: 'PUT',
        path: responseOf(newId()),
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': 1000,
        },
      });
      const drip = setInterval(() => req.write(' '), 100);
      req.once('response', (answer) => {
        clearInterval(drip);
        resolve(answer.statusCode ?? 0);
        req.destroy();
      });
      req.once('error', reject);
    });

    expect((await (await app.as('visitor')).get('/healthz')).status).to.equal(200);
    expect(await answered).to.equal(408);
  });
});
