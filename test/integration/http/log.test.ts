// What the log says: enough to see an attack, nothing that a person wrote and nobody's name.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import pino from 'pino';
import { createApp } from '../../../server/app.ts';
import { startApp, type TestApp } from '../../support/app.ts';

describe('the log', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.close());

  /** Asks an app that logs at this level; returns the lines it wrote. */
  async function linesOf(level: string, ask: (url: string) => Promise<unknown>) {
    const lines: any[] = [];
    const log = pino({ level }, { write: (line: string) => void lines.push(JSON.parse(line)) });
    const server = createServer(createApp({ ...app.context, log })).listen(0, '127.0.0.1');
    await once(server, 'listening');
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    return lines;
  }
  const signIn = (url: string, username: string, password: string) =>
    fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });

  it('tells at info of failed and successful sign-ins and of refusals, by marks alone', async () => {
    const lines = await linesOf('info', async (url) => {
      await signIn(url, 'Secret Stranger 0812345678', 'wrong password 1');
      await signIn(url, 'malee', 'wrong password 1');
      await signIn(url, 'malee', 'rabfang-demo');
      await fetch(`${url}/api/surveys/2569/batches`);
      const { token } = await app.as('malee');
      await fetch(`${url}/api/surveys/2569/batches`, {
        headers: { authorization: `Bearer ${token}` },
      });
    });

    const told = lines.map(({ msg, problem }) => [msg, problem]);
    expect(told).to.deep.equal([
      ['failed sign-in', undefined],
      ['refused', 'signed-out'],
      ['failed sign-in', undefined],
      ['refused', 'signed-out'],
      ['signed in', undefined],
      ['refused', 'signed-out'],
      ['refused', 'not-allowed'],
    ]);
    const [stranger, , failed, , entered, , refused] = lines;
    expect(stranger.person).to.equal(undefined);
    expect(failed.person).to.be.a('string').and.to.equal(entered.person);
    expect(refused).to.include({ person: entered.person, route: '/api/surveys/:survey/batches' });
    expect(JSON.stringify(lines)).not.to.match(
      /stranger|0812345678|malee|password 1|127\.0\.0\.1/i,
    );
  });

  it('has at debug the pattern of the route, no id of the sender’s, and nothing that was written in the address', async () => {
    const typed = 'สมชาย-0812345678';
    const lines = await linesOf('trace', async (url) => {
      const path = `/api/surveys/${encodeURIComponent(typed)}/figures?${encodeURIComponent(typed)}=1`;
      const answer = await fetch(url + path, { headers: { 'x-request-id': typed.slice(6) } });
      expect(answer.headers.get('x-request-id')).to.match(/^[0-9a-f-]{36}$/);
      await fetch(`${url}/${encodeURIComponent(typed)}`);
    });

    const requests = lines.filter(({ msg }) => msg === 'request');
    expect(requests.map(({ route }) => route)).to.deep.equal([
      '/api/surveys/:survey/figures',
      undefined,
    ]);
    expect(JSON.stringify(lines)).not.to.match(/0812345678|%E0/i);
  });
});
