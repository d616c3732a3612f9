// Makes a fixture of a format: starts the server of a working tree on a folder without responses, sends what people send, asks what
// became of it, stops the server and keeps the folder with the answers. When and how: test/fixtures/formats/README.md.
//   node --import=tsx test/support/make-format-fixture.ts NAME [--code TREE] [--real]
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openConnection } from '../../server/db/open-database.ts';
import { fillFolder } from './filled-folder.ts';
import { fixturesFolder } from './format-fixtures.ts';
import { sendEverything } from './send-everything.ts';
import { declaredPaths, foundPaths } from './stored-shape.ts';
import { type Asking, whatIsThere } from './what-is-there.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { code: { type: 'string' }, real: { type: 'boolean', default: false } },
});
const [fixture] = positionals;
if (!fixture) throw new Error('Say the name of the fixture, such as 2026-11-29-format-7');
/** of the fixture alone */
const adminPassword = 'a fixture, and nothing else';
/** files that hold nothing stored, or what can be counted anew; and nobody shall take a secret for one */
const notKept = /-shm$|^secret$|lock|^facts\.kept/;

const folder = mkdtempSync(join(tmpdir(), 'rabfang-fixture-'));
// today's demonstration is left empty; an earlier tree fills in its own
if (!values.code && !values.real) await fillFolder(0, folder);
const { child, url } = await start();
try {
  const senders = await signIn();
  await sendEverything(senders);
  const there = await whatIsThere(senders.admin);
  await stop();
  await keep(join(fixturesFolder, fixture), there);
} finally {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const demo = values.real ? { DEMO: 'off', ADMIN_PASSWORD: adminPassword } : { DEMO: 'on' };
  const env = { ...process.env, MONGODB_URI: undefined, LOG_LEVEL: 'warn', PORT: '0', ...demo };
  const server = spawn(process.execPath, ['--import=tsx', 'server/main.ts'], {
    cwd: values.code,
    env: { ...env, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /^Rabfang is listening on (\S+)$/m.exec(said)?.[1];
      if (found) resolve(found);
    });
    server.once('exit', () => reject(new Error(`it ended: ${said}`)));
  });
  return { child: server, url: address };
}

async function signIn() {
  const as = async (username: string): Promise<Asking> => {
    const password = values.real ? adminPassword : 'rabfang-demo';
    const body = JSON.stringify({ username, password });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/api/session`, { method: 'POST', headers, body });
    const { token } = (await answer.json()) as { token: string };
    return { url, headers: { authorization: `Bearer ${token}` } };
  };
  const admin = await as('admin');
  if (values.real) return { admin, malee: admin, somchai: admin };
  return { admin, malee: await as('malee'), somchai: await as('somchai') };
}

function stop(): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return ended;
}

async function keep(into: string, there: object): Promise<void> {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(folder).filter((one) => !notKept.test(one))) {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length > 0) writeFileSync(join(into, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
  const head = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: values.code });
  write(join(into, 'expected.json'), {
    commit: head.toString().trim(),
    demo: !values.real,
    ...there,
  });
  if (!values.code) write(join(into, 'shape.json'), await shapeNow());
}

async function shapeNow() {
  const { connection, close } = await openConnection({ dataDir: folder });
  const found = await foundPaths(connection);
  await close();
  return { declared: declaredPaths(), found };
}

function write(file: string, content: object): void {
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}
