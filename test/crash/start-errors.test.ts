// What keeps the product from starting is said in one line: what, where, what to do. Never a stack trace.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openSqlite } from '../../server/db/embedded/binding.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { knownFormat } from '../../server/db/migrations/steps.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { collections } from '../../server/models.ts';
import { modelsOf } from '../support/models.ts';

const main = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

/** Starts it and gives what it said and how it ended. */
function start(env: Record<string, string>, as: { uid?: number } = {}) {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', LOG_LEVEL: 'warn', DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.includes('listening')) child.kill('SIGKILL');
    });
  return new Promise<{ code: number | null; said: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, said })),
  );
}

describe('a start that cannot be', function () {
  this.timeout(60_000);
  let parent: string;
  let dataDir: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'rabfang-start-'));
    chmodSync(parent, 0o755);
    dataDir = join(parent, 'data');
  });
  afterEach(() => {
    spawnSync('umount', [dataDir], { stdio: 'ignore' });
    rmSync(parent, { recursive: true, force: true });
  });

  async function refused(as: object = {}, env: Record<string, string> = {}): Promise<string> {
    const { code, said } = await start({ DATA_DIR: dataDir, ...env }, as);
    expect(said, said).to.match(/^Rabfang does not start: .*$/m);
    expect(said, 'a stack trace').not.to.match(/\n\s+at |\\n\s+at /);
    expect(code).to.equal(1);
    return said;
  }

  it('says that the folder is a file', async () => {
    writeFileSync(dataDir, '');

    expect(await refused()).to.include(`${dataDir} is no folder. Choose another DATA_DIR.`);
  });

  it('says that the database is none', async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    writeFileSync(join(dataDir, fileName), 'x'.repeat(10_000), { mode: 0o600 });

    expect(await refused()).to.match(
      /is no database, or its beginning is damaged\. Put back a copy/,
    );
  });

  it('says that a later version wrote the file, or the documents', async () => {
    const db = await openDatabase({ dataDir }, collections);
    await modelsOf(db).settings.create({ _id: 'format', value: 99 });
    await db.close();
    expect(await refused()).to.include(
      `used by a later Rabfang (format 99; this one knows ${knownFormat})`,
    );

    const file = openSqlite(join(dataDir, fileName));
    file.exec('PRAGMA user_version = 99');
    file.close();
    expect(await refused()).to.include('written by a later Rabfang (format 99; this one knows 1)');
  });

  it('says that settings are damaged, without which nothing is understood', async () => {
    const db = await openDatabase({ dataDir }, collections);
    await modelsOf(db).settings.create({ _id: 'demo', value: true });
    await db.close();
    const file = openSqlite(join(dataDir, fileName));
    file.exec("UPDATE settings SET crc = 1 WHERE id = 'demo'");
    file.close();

    expect(await refused()).to.match(/is damaged.*Put back a copy/);
    expect(await refused(), 'also when it was set aside before').to.match(/is damaged.*Put back/);
  });

  it('says that the port is taken, or is none for this account', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const said = await refused({}, { PORT: String(port) }).finally(() => other.close());

    expect(said).to.match(/port \d+ on 127.0.0.1 is taken\. Stop what uses it/);
  });

  it('says that the database on the network does not answer', async () => {
    const { code, said } = await start({
      MONGODB_URI: 'mongodb://somebody:secret@127.0.0.1:1/x?serverSelectionTimeoutMS=200',
    });

    // before that the log says that it waits
    expect(said).to.match(
      /^(\{.*\}\n)?Rabfang does not start: the database at mongodb:.* does not answer .*\n$/,
    );
    expect(said).not.to.include('secret');
    expect(code).to.equal(1);
  });

  const asRoot = isRoot ? it : it.skip;

  asRoot('says that this account may not use the folder', async () => {
    mkdirSync(dataDir, { mode: 0o700 });

    expect(await refused({ uid: nobody, gid: nobody })).to.match(
      /This account may not use .*\. Give it to the account that runs Rabfang/,
    );
  });

  asRoot('says that the disk is full, and that it can only be read', async () => {
    mkdirSync(dataDir, { mode: 0o700 });
    const { status } = spawnSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      'size=256k,mode=700',
      'none',
      dataDir,
    ]);
    if (status !== 0) {
      process.stdout.write('      no disk can be mounted here: not tried\n');
      return;
    }
    writeFileSync(join(dataDir, 'much'), Buffer.alloc(250_000));
    expect(await refused()).to.match(/no room on the disk that holds .*make room and start again/);

    spawnSync('mount', ['-o', 'remount,ro', dataDir]);
    expect(await refused()).to.include('can only be read here');
  });
});
