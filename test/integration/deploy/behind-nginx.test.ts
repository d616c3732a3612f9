// The reverse proxy of server/deploy in front of a real server: signing in over TLS, a file that is judged while it arrives, events
// that are told when they happen. Where nginx or openssl is not installed it is skipped, and said.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { startApp, type TestApp } from '../../support/app.ts';
import { aResponse, newId } from '../../support/build.ts';
import { programAt } from '../../support/find-program.ts';

const host = 'rabfang.example.go.th';
const origin = `https://${host}`;
const sv = '/api/surveys/2569';
const nginx = programAt('nginx');
const openssl = programAt('openssl');

describe('behind the nginx of server/deploy', () => {
  let app: TestApp;
  let scratch: string;
  let proxy: ChildProcess | undefined;
  let port: number;
  let cookie: string;

  before(async function () {
    if (!nginx || !openssl) {
      process.stdout.write('    nginx or openssl is not installed: the proxy is not tried\n');
      return this.skip();
    }
    this.timeout(30_000);
    app = await startApp({ proxies: 1, origin });
    scratch = mkdtempSync(join(tmpdir(), 'rabfang-nginx-'));
    makeCertificate(scratch);
    port = await freePort();
    writeFileSync(join(scratch, 'nginx.conf'), await configuration(scratch, port, app.url));
    const args = ['-p', scratch, '-c', join(scratch, 'nginx.conf'), '-e', 'stderr'];
    proxy = spawn(nginx, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    for (let i = 0; i < 100 && !(await ask('GET', '/healthz').catch(() => undefined)); i++)
      await wait(50);
    cookie = await signIn();
  });
  after(async () => {
    if (proxy) {
      const ended = new Promise((resolve) => proxy?.once('exit', resolve));
      proxy.kill('SIGQUIT');
      await Promise.race([ended, wait(2000)]);
      proxy.kill('SIGTERM');
    }
    if (scratch) rmSync(scratch, { recursive: true });
    await app?.close();
  });

  interface Sent {
    readonly headers?: Record<string, string>;
    readonly body?: Iterable<string> | AsyncIterable<string>;
  }

  async function begin(method: string, path: string, { headers = {}, body }: Sent = {}) {
    const ca = readFileSync(join(scratch, 'rabfang.pem'));
    const target = { host: '127.0.0.1', port, servername: host, ca, agent: false } as const;
    const sent = request({ ...target, method, path, headers: { host, ...headers } });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      sent.once('response', resolve).once('error', reject);
    });
    for await (const piece of body ?? []) if (!sent.write(piece)) await drained(sent);
    sent.end();
    return await answer;
  }

  async function ask(method: string, path: string, sent?: Sent) {
    const answer = await begin(method, path, sent);
    let text = '';
    for await (const piece of answer.setEncoding('utf8')) text += piece;
    return { status: answer.statusCode, headers: answer.headers, text };
  }

  const json = { 'content-type': 'application/json' };
  const asBrowser = () => ({ cookie, origin, 'sec-fetch-site': 'same-origin' });

  async function signIn(): Promise<string> {
    const body = [JSON.stringify({ username: 'somchai', password: 'rabfang-demo' })];
    const { status, headers, text } = await ask('POST', '/api/session', {
      headers: { ...json, origin, 'sec-fetch-site': 'same-origin' },
      body,
    });
    expect(status, text).to.equal(200);
    const session = headers['set-cookie']?.find((one) => /session/.test(one)) ?? '';
    expect(session).to.match(/^__Host-.*; Secure/i);
    return session.split(';')[0] ?? '';
  }

  it('signs in with a cookie that is bound to the host, and takes changes from its own pages alone', async () => {
    const put = (from: string) =>
      ask('PUT', `${sv}/responses/${newId()}`, {
        headers: { ...asBrowser(), ...json, origin: from },
        body: [JSON.stringify(aResponse({ place: { province: 'TH-40' } }))],
      });

    expect((await put(origin)).status).to.equal(201);
    expect((await put('https://elsewhere.example')).status).to.equal(403);
  });

  it('tells an event when it happens', async () => {
    const answer = await begin('GET', `${sv}/figures/changes`, { headers: asBrowser() });
    const heard = new Promise<string>((resolve) => {
      answer.setEncoding('utf8').on('data', (piece: string) => {
        if (piece.includes('event: change')) resolve(piece);
      });
    });
    const sentAt = performance.now();
    await ask('PUT', `${sv}/responses/${newId()}`, {
      headers: { ...asBrowser(), ...json },
      body: [JSON.stringify(aResponse({ place: { province: 'TH-40' } }))],
    });

    await heard;

    expect(performance.now() - sentAt).to.be.lessThan(20_000);
    answer.destroy();
  });

  it('judges the rows of a large file while they arrive', async function () {
    this.timeout(60_000);
    const id = newId();
    const boundary = 'xxxxxxxx';
    let seen = 0;
    const rows = (from: number) =>
      Array.from(
        { length: 1000 },
        (_, i) => `TH-40,${'น้ำท่วมถนน'.repeat(20)} ${from + i},2026-11-01`,
      );
    async function* form() {
      const part = (name: string) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"`;
      yield `${part('id')}\r\n\r\n${id}\r\n${part('file')}; filename="a.csv"\r\n\r\nจังหวัด,ปัญหา,วันที่\n`;
      for (let from = 0; from < 4000; from += 1000) yield `${rows(from).join('\n')}\n`;
      while (seen === 0) {
        await wait(50);
        const { text } = await ask('GET', `${sv}/batches/${id}`, { headers: { cookie } });
        seen = JSON.parse(text).counts?.rows ?? 0;
      }
      yield `${rows(4000).join('\n')}\n\r\n--${boundary}--\r\n`;
    }

    const { status, text } = await ask('POST', `${sv}/batches`, {
      headers: { ...asBrowser(), 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: form(),
    });

    expect(status, text).to.equal(201);
    expect(JSON.parse(text).counts.accepted).to.equal(5000);
    expect(seen).to.be.within(1, 4000);
  });

  it('shows no metrics to the world, and none past it to who says that it is here', async () => {
    expect((await ask('GET', '/metrics')).status).to.equal(404);
    const direct = await (await app.as('visitor')).get('/metrics');
    expect(direct.status).to.equal(401);
  });

  it('believes no address that a sender writes of itself', async () => {
    const signInFrom = (address: string) =>
      ask('POST', '/api/session', {
        headers: { ...json, 'x-forwarded-for': address },
        body: [JSON.stringify({ username: 'nobody-at-all', password: 'wrong' })],
      });
    const statuses = [];
    for (let i = 0; i < 12; i++) statuses.push((await signInFrom(`203.0.113.${i}`)).status);

    expect(statuses.slice(0, 10)).to.deep.equal(Array(10).fill(401));
    expect(statuses.slice(10)).to.deep.equal([429, 429]);
  });
});

function drained(sent: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => {
    sent.once('drain', resolve);
  });
}

function makeCertificate(folder: string): void {
  const files = ['-keyout', join(folder, 'rabfang.key'), '-out', join(folder, 'rabfang.pem')];
  const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const made = spawnSync(openssl ?? '', ['req', ...kind, '-days', '1', ...files, ...names]);
  expect(made.status, String(made.stderr)).to.equal(0);
}

/** The file as it stands there, on other ports and with the certificate of the test. */
async function configuration(folder: string, tls: number, app: string): Promise<string> {
  const plain = await freePort();
  const site = readFileSync('server/deploy/nginx.conf', 'utf8')
    .replace(/^ *listen \[::\].*$/gm, '')
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('listen 443 ', `listen 127.0.0.1:${tls} `)
    .replace('/etc/ssl/certs', folder)
    .replace('/etc/ssl/private', folder)
    .replace('http://127.0.0.1:3000', app);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return [
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;`,
    'events {}',
    `http { access_log off; ${temporary.join(' ')}\n${site}\n}`,
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return address.port;
}
