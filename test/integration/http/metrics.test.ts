// GET /metrics: what is counted, who may read it, and that nothing a stranger sends becomes a label.
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { Agent, createServer, type RequestOptions, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createApp } from '../../../server/app.ts';
import { knownFormat } from '../../../server/db/migrations/steps.ts';
import { type Person, startApp, type TestApp } from '../../support/app.ts';
import { anIssue, aResponse, newId } from '../../support/build.ts';
import { declaredIn, type Sample, samplesIn, valueIn } from '../../support/exposed.ts';
import { asTheServer } from '../../support/sent-queries.ts';

const sv = '/api/surveys/2569';

describe('GET /metrics', () => {
  let app: TestApp;
  let visitor: Person;
  let somchai: Person;

  before(async () => {
    // a thousand requests from one address are meant
    app = await startApp({ limits: false });
    visitor = await app.as('visitor');
    somchai = await app.as('somchai');
  });
  after(() => app.close());

  const read = async (): Promise<Sample[]> => samplesIn((await visitor.get('/metrics')).text);

  /** How much each value of a label grew while `work` was done. */
  async function grown(name: string, label: string, work: () => Promise<unknown>) {
    const before = await read();
    await work();
    const after = await read();
    const values = after
      .filter((one) => one.name === name)
      .map(({ labels }) => labels[label] ?? '');
    const growth = values.map((of) => {
      const labels = { [label]: of };
      return [of, valueIn(after, name, labels) - valueIn(before, name, labels)] as const;
    });
    return Object.fromEntries(growth.filter(([, more]) => more > 0));
  }

  it('answers in the text format of Prometheus, and nothing keeps it', async () => {
    const { status, headers, text } = await visitor.get('/metrics');

    expect(status).to.equal(200);
    expect(headers.get('content-type')).to.equal('text/plain; version=0.0.4; charset=utf-8');
    expect(headers.get('cache-control')).to.equal('no-store');
    for (const name of declaredIn(text).keys()) expect(name).to.match(/^(rabfang|process|nodejs)_/);
  });

  it('counts requests by the pattern of their route, method and status, with their time', async () => {
    const route = { route: '/api/surveys/:survey', method: 'GET' };
    const before = await read();

    for (let i = 0; i < 3; i++) await visitor.get(sv);
    await visitor.get('/api/surveys/no-such');
    const after = await read();

    const growth = (name: string, labels: Record<string, string>) =>
      valueIn(after, name, labels) - valueIn(before, name, labels);
    expect(growth('rabfang_http_requests_total', { ...route, status: '200' })).to.equal(3);
    expect(growth('rabfang_http_requests_total', { ...route, status: '404' })).to.equal(1);
    const latency = 'rabfang_http_request_duration_seconds';
    expect(growth(`${latency}_count`, { ...route, status: '2xx' })).to.equal(3);
    expect(growth(`${latency}_bucket`, { ...route, status: '2xx', le: '+Inf' })).to.equal(3);
    expect(growth(`${latency}_sum`, { ...route, status: '2xx' })).to.be.within(0, 5);
    expect(
      growth('rabfang_http_problems_total', { route: route.route, problem: 'not-found' }),
    ).to.equal(1);
  });

  it('tells what became of responses', async () => {
    const id = newId();
    const response = aResponse({ place: { province: 'TH-40' } });
    const put = (body: unknown, as = id) => somchai.put(`${sv}/responses/${as}`, body);

    const outcomes = await grown('rabfang_submissions_total', 'outcome', async () => {
      await put(response);
      await put(response);
      await put(response);
      await put({ ...response, day: '2026-11-02' });
      await put({ ...response, issues: [] }, newId());
      await put(aResponse({ place: { province: 'TH-50' } }), newId());
    });

    expect(outcomes).to.deep.equal({ new: 1, same: 2, conflict: 1, invalid: 1, refused: 1 });
  });

  it('tells what became of tries to sign in', async () => {
    const signIn = (username: string, password: string) =>
      visitor.post('/api/session', { username, password });

    const outcomes = await grown('rabfang_sign_ins_total', 'outcome', async () => {
      await signIn('somchai', 'rabfang-demo');
      for (let i = 0; i < 12; i++) await signIn('no-such-person', 'wrong');
    });

    expect(outcomes).to.deep.equal({ entered: 1, wrong: 10, limited: 2 });
  });

  it('tells what became of rows and of batches', async () => {
    const form = () => {
      const body = new FormData();
      const rows = ['TH-40,เน็ตช้ามาก,2026-11-01', 'TH-40,น้ำไม่ไหล,2026-11-01', 'XX,ไฟดับ,2026-11-01'];
      body.append('file', new Blob([['จังหวัด,ปัญหา,วันที่', ...rows].join('\n')]), 'x.csv');
      return body;
    };
    const send = () => somchai.send('POST', `${sv}/batches`, { body: form() });
    let states: object = {};

    const outcomes = await grown('rabfang_rows_total', 'outcome', async () => {
      states = await grown('rabfang_batches_total', 'state', async () => {
        await send();
        await send();
        await somchai.send('POST', `${sv}/batches?dryRun=true`, { body: form() });
      });
    });

    expect(outcomes).to.deep.equal({ accept: 2, same: 2, reject: 2 });
    expect(states).to.deep.equal({ loading: 2, done: 2 });
  });

  it('says how things stand', async () => {
    const { context, models } = app;
    const samples = await read();
    const is = (name: string, labels = {}) => valueIn(samples, `rabfang_${name}`, labels);

    expect(is('facts_responses')).to.equal(await models.responses.countDocuments({}));
    expect(is('facts_issues')).to.equal(context.facts.size.issues);
    expect(is('facts_bytes')).to.be.greaterThan(10_000);
    for (const name of ['drift', 'set_aside', 'stopping', 'uploads_open', 'leases_held'])
      expect(is(name), name).to.equal(0);
    for (const name of ['facts_ready', 'database_up', 'http_requests_in_flight'])
      expect(is(name), name).to.equal(1);
    expect(is('follower_lag_seconds')).to.be.within(0, 5);
    const build = { version: '0.1.0', node: process.version, format: String(knownFormat) };
    expect(is('build_info', build)).to.equal(1);
    expect(is('event_loop_utilisation')).to.be.within(0, 1);
    expect(is('event_loop_delay_seconds', { quantile: '1' })).to.be.within(0, 60);
    expect(valueIn(samples, 'process_resident_memory_bytes')).to.be.greaterThan(1e7);
    expect(valueIn(samples, 'process_open_fds')).to.be.greaterThan(5);
    if (context.db.engine === 'embedded') {
      expect(is('committed_writes_total')).to.be.greaterThan(0);
      expect(is('commit_duration_seconds_count')).to.be.within(1, is('committed_writes_total'));
      expect(is('database_bytes', { file: 'main' })).to.be.greaterThan(0);
      expect(is('database_bytes', { file: 'log' })).to.be.greaterThan(0);
      expect(is('disk_free_bytes')).to.be.greaterThan(0);
    } else {
      expect(is('mongodb_use_duration_seconds_count')).to.be.greaterThan(0);
      expect(is('mongodb_wait_duration_seconds_count')).to.be.greaterThan(0);
    }
  });

  it('tells when the newest backup was made, where it knows the folder, and says 0 where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rabfang-backups-'));
    const name = 'rabfang_newest_backup_timestamp_seconds';
    const newest = async (backupDir?: string) => {
      const other = await startApp(backupDir === undefined ? {} : { backupDir });
      try {
        const { text } = await (await other.as('visitor')).get('/metrics');
        return samplesIn(text).find((one) => one.name === name)?.value;
      } finally {
        await other.close();
      }
    };
    const empty = await newest(folder);
    for (const [file, at] of [
      ['rabfang-2026-11-28.backup', 1_764_300_000],
      ['rabfang-2026-11-29.backup', 1_764_386_400],
      ['rabfang-2026-11-30.backup.17.part', 1_764_400_000],
    ] as const) {
      writeFileSync(join(folder, file), '');
      utimesSync(join(folder, file), at, at);
    }

    expect(await newest(folder)).to.equal(1_764_386_400);
    expect(empty).to.equal(0);
    expect(await newest(join(folder, 'no-such'))).to.equal(0);
    expect(await newest()).to.equal(undefined);
    rmSync(folder, { recursive: true });
  });

  it('counts an open event stream as long as it is read, and never as a slow answer', async () => {
    const path = `${sv}/figures/changes`;
    const open = async () => valueIn(await read(), 'rabfang_event_streams_open');
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${somchai.token}` };
    await fetch(app.url + path, { signal: abort.signal, headers });
    expect(await open()).to.equal(1);

    abort.abort();
    while ((await open()) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const samples = await read();

    const route = { route: `/api/surveys/:survey/figures/changes` };
    expect(valueIn(samples, 'rabfang_http_requests_total', route)).to.equal(1);
    expect(valueIn(samples, 'rabfang_http_request_duration_seconds_count', route)).to.equal(0);
  });

  it('makes no label of what a stranger sends: a thousand addresses, verbs and names of hosts', async function () {
    this.timeout(60_000);
    const seriesOf = (samples: readonly Sample[]) =>
      new Set(samples.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`));
    const agent = new Agent({ keepAlive: true, maxSockets: 10 });
    const verbs = ['GET', 'POST', 'PUT', 'DELETE', 'PROPFIND', 'MKCOL', 'SUBSCRIBE'];
    const ask = (i: number) => {
      const path = [
        `/${i}`,
        `/api/surveys/${i}/x`,
        `${sv}/responses/${newId()}`,
        `/assets/${i}.js`,
      ];
      return sendBare(`${app.url}${path[i % 4]}?q${i}=${i}`, {
        agent,
        method: verbs[i % 7] ?? '',
        headers: { host: `host-${i}.example`, 'user-agent': `agent-${i}`, via: `1.1 via-${i}` },
      });
    };
    const askAll = (from: number, to: number) =>
      Promise.all(Array.from({ length: to - from }, (_, at) => ask(from + at)));
    await askAll(0, 28);
    const before = seriesOf(await read());

    await askAll(28, 1028);
    const after = seriesOf(await read());

    agent.destroy();
    expect([...after].filter((one) => !before.has(one))).to.deep.equal([]);
  });

  it('holds no name of a person, no id and no word that anybody sent', async () => {
    const id = newId();
    const title = 'เสาสัญญาณล้มหน้าวัด';
    await somchai.put(
      `${sv}/responses/${id}`,
      aResponse({ place: { province: 'TH-40' }, issues: [anIssue({ title })] }),
    );

    const { text } = await visitor.get('/metrics');

    for (const secret of ['somchai', id, title, 'TH-40', '2569', app.context.config.secret ?? '?'])
      expect(text).not.to.include(secret);
  });

  it('has a description that says who may read it', async () => {
    const { body } = await visitor.get('/api/openapi.json');

    expect(body.paths['/metrics'].get.summary).to.include('METRICS_TOKEN');
  });
});

describe('who may read /metrics', () => {
  const metricsToken = 'N3kq8WzT0vRj5LmYc7Hd2XbP';
  let app: TestApp;
  before(async () => {
    app = await startApp({ metricsToken });
  });
  after(() => app.close());

  const ask = async (headers: Record<string, string> = {}) =>
    (await (await app.as('visitor')).get('/metrics', headers)).status;
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('whoever is on the machine itself', async () => {
    expect(await ask()).to.equal(200);
  });

  for (const name of ['X-Forwarded-For', 'X-Forwarded-Proto', 'X-Real-IP', 'Forwarded', 'Via'])
    it(`nobody for whom a proxy on this machine asks, as ${name} says`, async () => {
      expect(await ask({ [name]: '127.0.0.1' })).to.equal(401);
      expect(await ask({ [name]: '127.0.0.1', ...bearer(metricsToken) })).to.equal(200);
    });

  it('from elsewhere who has the token, and nobody with one that is nearly it', async () => {
    const through = { 'X-Forwarded-For': '203.0.113.7' };

    expect(await ask({ ...through, ...bearer(metricsToken) })).to.equal(200);
    for (const wrong of [`${metricsToken}x`, metricsToken.slice(1), '', 'undefined'])
      expect(await ask({ ...through, ...bearer(wrong) }), wrong).to.equal(401);
    expect(await ask({ ...through, authorization: `Basic ${metricsToken}` })).to.equal(401);
  });

  for (const [what, over] of [
    ['PROXIES is set', { proxies: 1 }],
    ['ORIGIN says that TLS ends before it', { origin: 'https://rabfang.example.go.th' }],
  ] as const)
    it(`nobody without the token where ${what}, wherever the connection comes from`, async () => {
      const behind = await startApp({ metricsToken, ...over });
      try {
        const visitor = await behind.as('visitor');
        expect((await visitor.get('/metrics')).status).to.equal(401);
        expect((await visitor.get('/metrics', bearer(metricsToken))).status).to.equal(200);
      } finally {
        await behind.close();
      }
    });

  it('nobody from elsewhere where no token is set, also with an empty one', async () => {
    const without = await startApp();
    try {
      const visitor = await without.as('visitor');
      for (const token of ['', 'undefined', 'null'])
        expect(
          (await visitor.get('/metrics', { 'X-Real-IP': '203.0.113.7', ...bearer(token) })).status,
        ).to.equal(401);
    } finally {
      await without.close();
    }
  });

  it('nobody who comes over the network', async function () {
    const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const own = addresses.find(({ internal, family }) => !internal && family === 'IPv4');
    if (!own) return this.skip();
    const { url, close } = await listenOn(createServer(createApp(app.context)), own.address);
    try {
      const status = async (headers = {}) =>
        (await asTheServer(() => fetch(`${url}/metrics`, { headers }))).status;
      expect(await status()).to.equal(401);
      expect(await status(bearer(metricsToken))).to.equal(200);
    } finally {
      await close();
    }
  });
});

async function listenOn(server: Server, host: string) {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  return { url, close: () => new Promise((resolve) => server.close(resolve)) };
}

/** Any verb and any name of a host, which `fetch` would not send. */
function sendBare(url: string, options: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, (answer) => answer.resume().once('end', resolve));
    sent.once('error', reject).end();
  });
}
