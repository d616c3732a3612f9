// The wire shape of failures, and the headers that every answer carries.
import { request as httpRequest } from 'node:http';
import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';

describe('every answer', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  it('is problem details when it fails, with the request’s id and nothing of the inside', async () => {
    const answer = await (await app.as('visitor')).get('/api/nothing-here');

    expect(answer.status).to.equal(404);
    expect(answer.headers.get('content-type')).to.include('application/problem+json');
    expect(answer.body).to.deep.equal({
      type: '/problems/not-found',
      title: 'Nothing here',
      status: 404,
      instance: answer.headers.get('x-request-id'),
    });
  });

  for (const [method, path, allow] of [
    ['DELETE', '/api/surveys/2569/figures', 'GET, HEAD'],
    ['POST', '/api/surveys/2569/responses/3f0c8f5e-8a94-4a4e-9d1f-1f8d5a0c1b2c', 'GET, HEAD, PUT'],
    ['PATCH', '/api/session', 'DELETE, GET, HEAD, POST'],
    ['PUT', '/api/openapi.json', 'GET, HEAD'],
  ] as const)
    it(`says which methods ${path} has when asked to ${method}`, async () => {
      const answer = await (await app.as('admin')).send(method, path);

      expect(answer.status).to.equal(405);
      expect(answer.body.type).to.equal('/problems/method-not-allowed');
      expect(answer.headers.get('allow')).to.equal(allow);
    });

  it('has a strict content security policy and no name of the software', async () => {
    const { headers } = await (await app.as('visitor')).get('/healthz');

    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).to.include("default-src 'none'").and.include("script-src 'self'");
    expect(policy).not.to.match(/unsafe|https?:/);
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    // the two ways to say who may show our pages inside theirs agree: nobody
    expect(policy).to.contain("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).to.equal('DENY');
    expect(headers.get('x-powered-by')).to.equal(null);
  });

  it('is 400 to an address that cannot be decoded', async () => {
    const answer = await (await app.as('visitor')).get('/api/surveys/%E0%A4%A');

    expect(answer.status).to.equal(400);
  });

  it('does not confuse a query with an operator', async () => {
    const nok = await app.as('nok');

    const answer = await nok.get('/api/surveys/2569/figures?province[$ne]=x');

    expect(answer.status).to.equal(400);
  });

  it('survives callers who leave in the middle of a body', async () => {
    const malee = await app.as('malee');
    const { port } = new URL(app.url);
    for (let i = 0; i < 5; i++) {
      await new Promise<void>((resolve) => {
        const req = httpRequest({
          port,
          method: 'PUT',
          path: '/api/surveys/2569/responses/3f0c8f5e-8a94-4a4e-9d1f-1f8d5a0c1b2c',
          headers: {
            authorization: `Bearer ${malee.token}`,
            'content-type': 'application/json',
            'content-length': 5000,
          },
        });
        req.on('error', () => resolve());
        req.write('{"version":1,');
        setTimeout(() => req.destroy(new Error('gone')), 20);
      });
    }

    expect((await malee.get('/readyz')).status).to.equal(200);
  });

  it('describes the API from the schemas that check it', async () => {
    const { body, status } = await (await app.as('visitor')).get('/api/openapi.json');

    expect(status).to.equal(200);
    expect(body.openapi).to.equal('3.1.0');
    const put = body.paths['/api/surveys/{survey}/responses/{id}'].put;
    expect(put.requestBody.content['application/json'].schema.properties).to.have.property(
      'issues',
    );
    expect(put['x-roles']).to.deep.equal(['enumerator', 'officer', 'administrator']);
    expect(Object.keys(body.paths)).to.include('/api/surveys/{survey}/figures');
  });
});
