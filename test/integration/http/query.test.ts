// A name in a query that an address does not have is refused on every route, whatever the name means to an object.
import { expect } from 'chai';
import { routers } from '../../../server/app.ts';
import { inputsOf } from '../../../server/http/endpoint.ts';
import { mountedRoutes } from '../../../server/http/mounted-routes.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { newId } from '../../support/build.ts';

describe('names in a query', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  for (const { method, path, handlers } of mountedRoutes(routers)) {
    // the sign-in service adds to it what it likes
    if (handlers.some((handler) => inputsOf.get(handler)?.ignoresQuery)) continue;
    it(`that are not known are 400 at ${method} ${path}`, async () => {
      const admin = await app.as('admin');
      const at = path.replace(':survey', '2569').replace(':id', newId());

      for (const name of ['constructor', '__proto__', 'toString', 'x', 'limit[$gt]']) {
        const answer = await admin.send(method, `${at}?${encodeURIComponent(name)}=1`);

        expect(answer.status, `${name}: ${answer.text}`).to.equal(400);
        expect(answer.body.errors[0].pointer).to.equal(`/query/${name}`);
      }
    });
  }

  it('count also behind a thousand others', async () => {
    const many = 'province=TH-50&'.repeat(1001);

    const answer = await (await app.as('admin')).get(`/api/surveys/2569/figures?${many}x=1`);

    expect(answer.status).to.equal(400);
  });
});
