import { getEventListeners } from 'node:events';
import { expect } from 'chai';
import { ownListeners } from '../../../server/stopping.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';

const survey = '/api/surveys/2569';

describe('GET /api/surveys/:survey/figures/changes', () => {
  let app: TestApp;
  let admin: Person;
  before(async () => {
    app = await startApp();
    admin = await app.as('admin');
  });
  after(() => app.close());

  const put = (province: string) =>
    admin.put(`${survey}/responses/${newId()}`, aResponse({ place: { province } }));

  it('says within a second that figures changed', async () => {
    const news = await listen(app, admin);

    await put('TH-50');

    await news.until((heard) => heard.length === 1, 1000);
    news.close();
  });

  it('says it once more when every other process has heard of it, where there may be others', async () => {
    const news = await listen(app, admin);
    const isAlone = app.context.db.others.kind === 'none';

    await put('TH-50');

    if (isAlone) await new Promise((resolve) => setTimeout(resolve, 1500));
    else await news.until((heard) => heard.length === 2, 2500);
    expect(news.heard).to.have.length(isAlone ? 1 : 2);
    news.close();
  });

  it('answers at once who asks for its head alone', async () => {
    const answer = await admin.send('HEAD', `${survey}/figures/changes`);

    expect(answer.status).to.equal(200);
  }).timeout(5000);

  it('says it at most twice a second, and again after the last of many', async () => {
    const news = await listen(app, admin);
    const started = performance.now();

    for (let i = 0; i < 30; i++) await put('TH-50');
    const last = performance.now();
    await news.until((heard) => (heard.at(-1) ?? 0) >= last || heard.length > 30, 1500);

    const seconds = (performance.now() - started) / 1000;
    expect(news.heard.length).to.be.at.most(Math.floor(seconds * 2) + 1);
    news.close();
  });

  it('says nothing about places out of scope', async () => {
    const news = await listen(app, await app.as('somchai'));

    await put('TH-50');
    await put('TH-40');

    await news.until((heard) => heard.length === 1, 1000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(news.heard).to.have.length(1);
    news.close();
  });

  it('ends with the session, without a last word', async () => {
    const nok = await app.as('nok');
    const news = await listen(app, nok);
    await nok.delete('/api/session');

    await put('TH-50');

    await news.ended;
    expect(news.heard).to.have.length(0);
  });

  it('leaves nothing behind on the signal that the server stops, and thirty are no leak', async () => {
    const warnings: string[] = [];
    const warned = ({ name, message }: Error) => warnings.push(`${name}: ${message}`);
    process.on('warning', warned);
    const listeners = () => getEventListeners(app.context.stopping, 'abort').length;
    const people = await Promise.all(['admin', 'somchai', 'malee'].map((name) => app.as(name)));
    const streams = await Promise.all(
      people.flatMap((person) => Array.from({ length: 10 }, () => listen(app, person))),
    );
    const open = listeners();
    await Promise.all(streams.map(({ close }) => close()));
    const end = performance.now() + 5000;
    while (listeners() > ownListeners && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    process.off('warning', warned);

    expect(open).to.be.within(30, 30 + ownListeners);
    expect(listeners()).to.be.at.most(ownListeners);
    expect(warnings).to.deep.equal([]);
  });

  it('is not for visitors, nor for a survey that is not there', async () => {
    const visitor = await app.as('visitor');

    expect((await visitor.get(`${survey}/figures/changes`)).status).to.equal(401);
    expect((await admin.get('/api/surveys/2400/figures/changes')).status).to.equal(404);
  });
});

/** Reads the stream as it comes; `heard` has the instants of its changes. */
async function listen(app: TestApp, person: Person) {
  const leaving = new AbortController();
  const answer = await fetch(`${app.url}${survey}/figures/changes`, {
    headers: { authorization: `Bearer ${person.token}`, 'accept-encoding': 'gzip' },
    signal: leaving.signal,
  });
  expect(answer.headers.get('content-type')).to.contain('text/event-stream');
  const heard: number[] = [];
  const reading = (async () => {
    const words = new TextDecoder();
    for await (const part of answer.body ?? [])
      for (const _ of words.decode(part).matchAll(/^event: change$/gm))
        heard.push(performance.now());
  })().catch(() => undefined); // leaving ends it with an error
  const until = async (enough: (heard: readonly number[]) => boolean, ms: number) => {
    const end = performance.now() + ms;
    while (!enough(heard) && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(enough(heard), `heard ${heard.length} changes in ${ms} ms`).to.equal(true);
  };
  const close = () => {
    leaving.abort();
    return reading;
  };
  return { heard, until, ended: reading, close };
}
