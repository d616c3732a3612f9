// `npm run soak`: an hour (`-- --minutes 5`) of mixed load on a server process of its own; a line every half minute, soak.json at the
// end. Ends with 1 when memory grew, the log grew without bound, something was left open, an answer was odd, or figures are no recount.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '../../server/command-line.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { Client } from './asking.ts';
import { MixedLoad } from './mixed-load.ts';
import { growthOf, type Handles, judge, quantile, type Sample, warmUpSeconds } from './verdict.ts';

const usage = 'npm run soak -- [--minutes 60] [--rate 300] [--rows 50000] [--rest 120]';
const { values } = readCommandLine(usage, {
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '300' },
    rows: { type: 'string', default: '50000' },
    rest: { type: 'string', default: '120' },
  },
});
const seconds = Number(values.minutes) * 60;
const pace = {
  rate: Number(values.rate),
  rows: Number(values.rows),
  restSeconds: Number(values.rest),
};
const inside = fileURLToPath(new URL('./inside.mjs', import.meta.url));
const checkMain = fileURLToPath(new URL('../../dist/server/check/main.js', import.meta.url));
const lineEveryMs = 30_000;
const megabyte = 2 ** 20;
const say = (line: string) => process.stdout.write(`${line}\n`);

interface Told {
  readonly rss: number;
  readonly heapUsed: number;
  readonly arrayBuffers: number;
  readonly collected: boolean;
  readonly busy: number;
  readonly lateP99: number;
  readonly lateMost: number;
  readonly resources: Readonly<Record<string, number>>;
}

const folder = mkdtempSync(join(tmpdir(), 'rabfang-soak-'));
const samples: Sample[] = [];
let began = Number.POSITIVE_INFINITY;
let resources: Told['resources'] = {};
let pid = 0;

const size = (end: string) =>
  (statSync(join(folder, `${fileName}${end}`), { throwIfNoEntry: false })?.size ?? 0) / megabyte;

function open(): Handles {
  const files = readdirSync(`/proc/${pid}/fd`).length;
  return { files, sockets: resources.TCPSocketWrap ?? 0 };
}

function take(told: Told): void {
  ({ resources } = told);
  const since = (performance.now() - began) / 1000;
  if (since < 0) return;
  samples.push({
    seconds: since,
    memory: (told.rss - told.arrayBuffers) / megabyte,
    collected: told.collected,
    heap: told.heapUsed / megabyte,
    columns: told.arrayBuffers / megabyte,
    log: size('-wal'),
    main: size(''),
    ...open(),
    lateP99: told.lateP99,
    lateMost: told.lateMost,
    busy: told.busy,
  });
}

const round = (value: number) => (value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);

function tellWhatIs(client: Client, load: MixedLoad): void {
  const last = samples.at(-1);
  const times = [...client.takeTimes()].map(([kind, took]) => {
    const [p50, p99] = [quantile(took, 0.5), quantile(took, 0.99)].map(round);
    return `${kind} ${took.length}: ${p50}/${p99}`;
  });
  if (!last) return;
  say(
    `${Math.round(last.seconds)} s · memory ${round(last.memory)} MB (heap ${round(last.heap)}, columns ${round(last.columns)}) · loop p99 ${round(last.lateP99)}, most ${round(last.lateMost)} ms, busy ${round(last.busy * 100)} % · log ${round(last.log)}, file ${round(last.main)} MB · ${last.files} files, ${last.sockets} sockets · ${load.stored} stored, ${load.files} files sent\n  median/p99 ms: ${times.join(' · ')}`,
  );
}

/** What is shown to a planner, but for when. */
async function figuresOf(url: string): Promise<string> {
  const client = new Client(url);
  const body = JSON.stringify({ username: 'nok', password: 'rabfang-demo' });
  const signedIn = await client.ask('sign in', [200, 201], 'POST', '/api/session', { body });
  const { token } = JSON.parse(signedIn.text) as { token: string };
  const { text } = await client.ask('figures', [200], 'GET', '/api/surveys/2569/figures', {
    token,
  });
  client.close();
  return text.replaceAll(/"asOf":"[^"]*"/g, '');
}

async function soak(server: ServerProcess): Promise<string[]> {
  ({ pid } = server);
  await wait(6000); // the examination of the file ends, and the first words from inside come
  const before = open();
  const client = new Client(server.url);
  const load = await MixedLoad.begin(client, pace);
  began = performance.now();
  const telling = setInterval(() => tellWhatIs(client, load), lineEveryMs);
  await wait(seconds * 1000);
  clearInterval(telling);
  await load.end();
  tellWhatIs(client, load);
  client.close();
  await wait(15_000);
  const wrong = judge(samples, seconds, before, open());
  for (const [what, times] of client.odd) wrong.push(`${times} × ${what}`);
  return wrong;
}

/** Live figures are those of a new start, and everything stored fits. */
async function compare(server: ServerProcess): Promise<string[]> {
  const live = await figuresOf(server.url);
  const wrong: string[] = [];
  if ((await server.stop()) !== 0) wrong.push(`The server did not end well:\n${server.output()}`);
  const env = { ...process.env, DATA_DIR: folder, MONGODB_URI: undefined };
  const checked = spawnSync(process.execPath, [checkMain, '--quiet'], { env, encoding: 'utf8' });
  say(checked.stdout.trim());
  if (checked.status !== 0) wrong.push(`npm run check: ${checked.stdout}${checked.stderr}`);
  const again = await startServer({ DATA_DIR: folder, DEMO: 'on' });
  if ((await figuresOf(again.url)) !== live) wrong.push('Figures are others after a new start.');
  await again.stop();
  return wrong;
}

const server = await startServer(
  { DATA_DIR: folder, DEMO: 'on', LIMITS: 'off' },
  { nodeArguments: [`--import=${inside}`], onMessage: (told) => take(told as Told) },
);
say(
  `${values.minutes} minutes of ${values.rate} responses a second, a file of ${values.rows} rows every ${values.rest} s, in ${folder}`,
);
try {
  const wrong = [...(await soak(server)), ...(await compare(server))];
  const late = samples.map(({ lateP99 }) => lateP99);
  say(
    `After the warm-up of ${Math.round(warmUpSeconds(seconds))} s memory is ${round(growthOf(samples, seconds) * 100)} % of what it was; event loop p99: median ${round(quantile(late, 0.5))} ms, worst ${round(Math.max(...late))} ms of 5 s; log at most ${round(Math.max(...samples.map(({ log }) => log)))} MB.`,
  );
  for (const one of wrong) say(one);
  say(wrong.length === 0 ? 'All is well.' : `${wrong.length} things are not well.`);
  writeFileSync('soak.json', `${JSON.stringify({ pace, seconds, samples, wrong })}\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
}
