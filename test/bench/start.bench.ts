// HowFilled a database, and the start of a server on it: how soon it serves pages, and how soon its figures are complete. Both beside what SQLite alone takes for it in
// the same run: storing the same rows in a new file, and reading every stored document once, without making anything of it.
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { keptFactsName } from '../../server/facts/kept-file.ts';
import { startServer } from '../support/server-process.ts';
import { type Measured, quantile } from './measure.ts';
import { type Seeded, seeded } from './server.ts';

const rounds = 3;
/** rows that are read, or written, at once */
const stretch = 1000;

export async function start(sizes: readonly number[] = [100_000, 1_000_000]): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const issues of sizes) {
    const data = seeded(issues);
    try {
      measured.push(fillingOf(data, issues), ...(await startsOn(data, issues)));
    } finally {
      data.remove();
    }
  }
  return measured;
}

const sizeOf = (issues: number, { responses }: Seeded): string =>
  `${issues.toLocaleString('en')} issues, ${responses.toLocaleString('en')} responses`;

function fillingOf(data: Seeded, issues: number): Measured {
  return {
    part: 'seed through the rules',
    size: sizeOf(issues, data),
    median: data.took,
    p95: data.took,
    unit: 's',
    perSecond: data.responses / data.took,
    reference: { what: 'storing the same rows through SQLite alone', median: storeOnce(data) },
  };
}

interface Start {
  /** seconds until a page is served */
  readonly serves: number;
  /** seconds until the figures are complete */
  readonly complete: number;
  /** seconds that the longest answer took meanwhile */
  readonly longest: number;
  /** processor seconds */
  readonly cpu: number;
  readonly memory: number;
}

async function startsOn(data: Seeded, issues: number): Promise<Measured[]> {
  const starts: Start[] = [];
  const again: Start[] = [];
  const readings: { readonly wall: number; readonly cpu: number }[] = [];
  // alternating, because others use the machine too
  for (let round = 0; round < rounds; round++) {
    readings.push(readOnce(data));
    starts.push(await startOn(data, 'killed'));
    again.push(await startOn(data, 'stopped'));
  }
  const of = (values: readonly number[]) => ({
    size: sizeOf(issues, data),
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    unit: 's' as const,
  });
  const what = 'reading every document once through SQLite alone';
  const reference = (values: readonly number[]) => ({ what, median: quantile(values, 0.5) });
  return [
    {
      part: 'start after a stop, until figures are complete',
      ...of(again.map(({ complete }) => complete)),
      memory: Math.max(...again.map(({ memory }) => memory)),
      reference: reference(readings.map(({ wall }) => wall)),
      goal: '≤ 2 ×',
    },
    {
      part: 'start after a kill, until figures are complete',
      ...of(starts.map(({ complete }) => complete)),
      memory: Math.max(...starts.map(({ memory }) => memory)),
      reference: reference(readings.map(({ wall }) => wall)),
    },
    {
      part: 'start after a kill, processor time',
      ...of(starts.map(({ cpu }) => cpu)),
      reference: reference(readings.map(({ cpu }) => cpu)),
    },
    {
      part: 'start, until pages are served',
      ...of(starts.map(({ serves }) => serves)),
      goal: '< 3 s',
    },
    { part: 'start, longest answer meanwhile', ...of(starts.map(({ longest }) => longest)) },
  ];
}

/** `before`: how the server that ran before has ended; one that was killed has kept nothing */
async function startOn({ folder }: Seeded, before: 'stopped' | 'killed'): Promise<Start> {
  if (before === 'killed') rmSync(join(folder, keptFactsName), { force: true });
  const port = String(await freePort());
  const address = `http://127.0.0.1:${port}/healthz`;
  const began = performance.now();
  const starting = startServer({ DATA_DIR: folder, DEMO: 'on', PORT: port });
  let isComplete = false;
  const completed = starting.then(() => {
    isComplete = true;
    return seconds(began);
  });
  while (!(await answers(address))) await wait(5);
  const serves = seconds(began);
  let longest = 0;
  while (!isComplete) {
    const asked = performance.now();
    await answers(address);
    longest = Math.max(longest, seconds(asked));
    await wait(10);
  }
  const complete = await completed;
  const server = await starting;
  const [cpu, memory] = [processorSeconds(server.pid), server.peakMemory()];
  await server.stop();
  return { serves, complete, longest, cpu, memory };
}

const seconds = (since: number): number => (performance.now() - since) / 1000;

const answers = (address: string): Promise<boolean> =>
  fetch(address).then(
    (answer) => answer.ok,
    () => false, // nobody listens yet
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Linux counts in hundredths; NaN elsewhere. */
function processorSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

/** Every document's text handed to JavaScript, in a loop, and no more. */
function readOnce({ folder, responses }: Seeded): { readonly wall: number; readonly cpu: number } {
  const sqlite = openSqlite(join(folder, fileName), { readOnly: true });
  const read = sqlite.prepare('SELECT doc FROM responses WHERE rid > ? AND rid <= ?');
  const [began, used] = [performance.now(), process.cpuUsage()];
  let documents = 0;
  for (let from = 0; from < responses; from += stretch)
    for (const { doc } of read.all(from, from + stretch)) if (String(doc) !== '') documents += 1;
  const { user, system } = process.cpuUsage(used);
  const wall = seconds(began);
  sqlite.close();
  if (documents !== responses) throw new Error(`${documents} of ${responses} documents were read`);
  return { wall, cpu: (user + system) / 1e6 };
}

/** The rows as they stand, into a new file that is as durable; seconds. */
function storeOnce({ folder, responses }: Seeded): number {
  const path = join(folder, 'again.sqlite');
  const sqlite = openSqlite(path);
  sqlite.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    ATTACH '${join(folder, fileName)}' AS filled;
    CREATE TABLE responses (rid INTEGER PRIMARY KEY, id NOT NULL UNIQUE, doc TEXT NOT NULL, crc);
  `);
  const store = sqlite.prepare(
    'INSERT INTO responses SELECT * FROM filled.responses WHERE rid > ? AND rid <= ?',
  );
  const began = performance.now();
  for (let from = 0; from < responses; from += stretch) store.run(from, from + stretch);
  const took = seconds(began);
  sqlite.close();
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  return took;
}
