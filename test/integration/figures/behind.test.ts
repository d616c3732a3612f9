// A server that has fallen behind says so where figures are read; one that has not says up to when it has seen everything.
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { Follower } from '../../../server/following/follower.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const url = '/api/surveys/2569/figures?figures=summary';

describe('up to when everything is seen', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  it('moves on while nothing changes, and the bytes stay what they are', async () => {
    await admin.put(`/api/surveys/2569/responses/${newId()}`, aResponse());
    await app.context.following.caughtUp();
    const first = await admin.get(url);
    await wait(600);
    const again = await admin.get(url, { 'if-none-match': first.headers.get('etag') ?? '' });

    expect(again.status).to.equal(304);
    const [before, after] = [first, again].map((one) =>
      Date.parse(one.headers.get('seen-until') ?? ''),
    );
    expect(after).to.be.greaterThan(before ?? Number.NaN);
    expect(Date.now() - (after ?? 0)).to.be.below(5000);
    expect(first.body).not.to.have.property('seenUntil');
    expect((await admin.get('/readyz')).body.lagMs).to.be.below(5000);
  });

  it('is said in the body and by /readyz once it is long ago', async () => {
    const { tag } = await read(admin);
    const { log, now, stopping } = app.context;
    const source = {
      begin: async () => undefined,
      hear: () => wait(60_000, 0),
      end: async () => undefined,
    };
    const stuck = new Follower(source, { log, now, stopping, countAnew: async () => undefined });
    await stuck.begin();
    Object.assign(app.context, { following: stuck });
    await wait(5100);

    const behind = await read(admin);
    expect(behind.tag).not.to.equal(tag);
    const age = Date.now() - Date.parse(behind.body.seenUntil);
    // to the minute, so that bytes last for one
    expect(age).to.be.within(5000, 70_000);
    expect((await admin.get('/readyz')).body.lagMs).to.be.within(5000, 60_000);
  }).timeout(20_000);
});

async function read(person: Person) {
  const { headers, body } = await person.get(url);
  return { tag: headers.get('etag'), body };
}
