// SIGTERM ends the server soon, whoever is connected, and also when it goes to the npm that started it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { makeCsv } from '../support/make-csv.ts';
import { senderTo } from '../support/sender.ts';
import { startServer } from '../support/server-process.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('stopping', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang-stop-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('gives each connection that is kept alive one more answer at most', async () => {
    const server = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'a good long password' });
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    let served = 0;
    let stopped = false;
    const ask = () =>
      new Promise<boolean>((resolve) => {
        get(`${server.url}/healthz`, { agent }, (answer) => {
          if (stopped) served++;
          answer.resume();
          answer.once('end', () => resolve(true));
        }).once('error', () => resolve(false));
      });
    const client = async () => {
      while (await ask());
    };
    const clients = Array.from({ length: 4 }, client);
    await wait(300);

    stopped = true;
    const started = performance.now();
    const code = await server.stop();
    await Promise.all(clients);
    agent.destroy();

    expect(code).to.equal(0);
    expect(performance.now() - started).to.be.below(9000);
    expect(served).to.be.at.most(12);
  });

  it('answers whoever is still sending a file, and keeps what came of it', async () => {
    const env = { DATA_DIR: dataDir, ADMIN_PASSWORD: 'rabfang-demo', LIMITS: 'off' };
    const server = await startServer(env);
    const { headers, batch } = await senderTo(server.url);
    const id = randomUUID();
    const [boundary, part] = ['rabfang', 'Content-Disposition: form-data; name='];
    const sending = request(`${server.url}/api/surveys/2569/batches`, {
      method: 'POST',
      headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
    });
    const answered = once(sending, 'response') as Promise<[IncomingMessage]>;
    answered.catch(() => undefined);
    sending.write(`--${boundary}\r\n${part}"id"\r\n\r\n${id}\r\n`);
    sending.write(`--${boundary}\r\n${part}"file"; filename="a.csv"\r\n\r\n`);
    for (const piece of makeCsv(1000)) sending.write(piece);
    const more = setInterval(() => sending.write('\n'), 100);
    while (!(await batch(id).catch(() => undefined))?.counts.accepted) await wait(100);

    const started = performance.now();
    const stopped = server.stop();
    const [answer] = await answered.finally(() => clearInterval(more));
    sending.on('error', () => undefined).destroy();

    expect(answer.statusCode).to.equal(503);
    expect(await stopped).to.equal(0);
    expect(performance.now() - started).to.be.below(20_000);
    const next = await startServer(env);
    const left = await (await senderTo(next.url)).ended(id);
    await next.stop();
    expect(left.state).to.equal('interrupted');
    expect(left.counts.accepted).to.be.greaterThan(0);
  });

  it('does not wait for a connection on which its last request was answered', async () => {
    const server = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'a good long password' });
    const agent = new Agent({ keepAlive: true });
    const body = JSON.stringify({ username: 'admin', password: 'a good long password' });
    const signing = request(`${server.url}/api/session`, {
      method: 'POST',
      agent,
      headers: { 'content-type': 'application/json', 'content-length': body.length },
    });
    signing.write(body.slice(0, 10));
    await wait(300);
    const started = performance.now();
    const stopped = server.stop();
    await wait(300);
    signing.end(body.slice(10));
    const [answer] = (await once(signing, 'response')) as [IncomingMessage];
    answer.resume();
    const code = await stopped;
    agent.destroy();

    expect(answer.statusCode).to.equal(200);
    expect(code).to.equal(0);
    expect(performance.now() - started).to.be.below(9000);
  });

  it('reaches the server through the npm that started it', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: '0',
        DATA_DIR: dataDir,
        ADMIN_PASSWORD: 'a good long password',
        MONGODB_URI: undefined,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    while (!/listening on/.test(printed)) printed += (await once(npm.stdout, 'data')).toString();
    const url = /listening on (\S+)/.exec(printed)?.[1] ?? '';

    npm.kill('SIGTERM');
    await once(npm, 'exit');
    let alive = true;
    for (let i = 0; alive && i < 40; i++) {
      await wait(250);
      alive = await fetch(`${url}/healthz`).then(
        () => true,
        () => false,
      );
    }
    // the folder is free again
    const next = await startServer({ DATA_DIR: dataDir, ADMIN_PASSWORD: 'a good long password' });
    await next.stop();

    expect(alive).to.equal(false);
  });
}).timeout(60_000);
