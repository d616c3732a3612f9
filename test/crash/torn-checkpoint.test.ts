// A kill in the middle of carrying the log over to the main file: SQLite has everything in the log, so nothing is refused and nothing
// is missing. Made by hand at every page, and by `kill -9` under load. CRASH_ROUNDS says how often (6; `npm run crash` does 24).
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { readMark } from '../../server/db/embedded/commit-mark.ts';
import { fileName, openFile } from '../../server/db/embedded/open-file.ts';
import { SqliteStore } from '../../server/db/embedded/store.ts';
import { newFolder } from '../support/filled-folder.ts';
import { pagesInLog } from '../support/write-ahead-log.ts';

const rounds = Number(process.env.CRASH_ROUNDS ?? 6);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000);
const pageBytes = 4096;

describe(`a checkpoint that a kill has torn, CRASH_SEED=${seed}`, function () {
  this.timeout(60_000 + rounds * 20_000);
  const folders: string[] = [];
  const fresh = () => {
    const folder = newFolder();
    folders.push(folder);
    return folder;
  };
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  describe('by hand', () => {
    const stored = 120;
    /** as a kill leaves it before the checkpoint: a main file that was carried over once, and a log in which it grows */
    let killed: string;
    /** the main file of an earlier time */
    let older: Buffer;
    let pages: ReadonlyMap<number, Buffer>;

    before(async () => {
      const live = fresh();
      await storeIn(live, 0, 20);
      older = readFileSync(join(live, fileName));
      await storeIn(live, 20, 40);
      const store = await storeIn(live, 40, stored, { open: true });
      // a change to the schema, too
      await store.writes.write(() => store.create('later'));
      killed = fresh();
      copyOf(live, killed);
      await store.close();
      pages = pagesInLog(join(killed, `${fileName}-wal`));
      expect(readMark(killed)?.main, 'was carried over before').to.be.greaterThan(0);
      expect([...pages.keys()][0], 'the first page says how many there are').to.equal(1);
    });

    const carriedOver = (numbers: readonly number[]): string => {
      const folder = fresh();
      cpSync(killed, folder, { recursive: true });
      const main = openSync(join(folder, fileName), 'r+');
      for (const number of numbers)
        writeSync(
          main,
          pages.get(number) ?? Buffer.alloc(0),
          0,
          pageBytes,
          (number - 1) * pageBytes,
        );
      closeSync(main);
      return folder;
    };

    it('is whole after any number of its pages', () => {
      const numbers = [...pages.keys()];
      for (let n = 0; n <= numbers.length; n++)
        expect(countIn(carriedOver(numbers.slice(0, n))), `after ${n} pages`).to.equal(stored);
    });

    it('is whole whichever of its pages came first', () => {
      for (let n = 0; n < 60; n++) {
        const some = [...pages.keys()].filter((number) => fraction(n * 1000 + number) < 0.5);
        expect(countIn(carriedOver(some)), `pages ${some.join()}`).to.equal(stored);
      }
    });

    it('is told apart from an older main file under the log, whatever was carried over of that', () => {
      const folder = carriedOver([]);
      writeFileSync(join(folder, fileName), older);
      expect(() => countIn(folder)).to.throw(/do not belong together/);

      for (const bytes of [pageBytes, 2 * pageBytes]) {
        const short = carriedOver([]);
        writeFileSync(join(short, fileName), older.subarray(0, bytes));
        expect(() => countIn(short), `${bytes} bytes of it`).to.throw(/do not belong together/);
      }
    });
  });

  it(`by kill -9 under load, ${rounds} times, and as often on a full disk, loses nothing`, async () => {
    const seen = { before: 0, within: 0, after: 0 };
    const folder = fresh();
    await storeIn(folder, 0, 1);
    for (let round = 0; round < 2 * rounds; round++) {
      const acknowledged = await loadUntilKilled(folder, round, round % 2 === 1 && hasPrlimit());
      seen[stateOf(folder)] += 1;
      expect(countIn(folder), `round ${round}`).to.be.at.least(acknowledged);
    }
    process.stdout.write(
      `      killed before, within and after a checkpoint: ${JSON.stringify(seen)}\n`,
    );
  });

  async function loadUntilKilled(folder: string, round: number, full: boolean): Promise<number> {
    // a file, since what it starts itself inherits how it was started
    const program = join(folder, 'load.mts');
    writeFileSync(program, load);
    const child = spawn(process.execPath, ['--import=tsx', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
    });
    await once(child.stdout, 'data');
    await wait(200 + 300 * fraction(round));
    if (full) {
      // the log still has room when the main file has none
      const log = statSync(join(folder, `${fileName}-wal`)).size;
      const main = statSync(join(folder, fileName)).size;
      limitFiles(child, Math.max(log + 2_000_000, main));
      await wait(300);
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    return Math.max(...said.split('\n').map(Number));
  }

  /** How much of its log the main file has. */
  function stateOf(folder: string): 'before' | 'within' | 'after' {
    const main = readFileSync(join(folder, fileName));
    const inLog = [...pagesInLog(join(folder, `${fileName}-wal`))];
    const there = inLog.filter(([number, page]) =>
      main.subarray((number - 1) * pageBytes, number * pageBytes).equals(page),
    );
    if (there.length === inLog.length) return 'after';
    return there.length === 0 ? 'before' : 'within';
  }
});

/** Stores documents and closes it, unless it is to stay open. */
async function storeIn(dataDir: string, from: number, to: number, { open = false } = {}) {
  const store = new SqliteStore({ dataDir });
  await store.writes.write(() => store.create('load'));
  for (let n = from; n < to; n++)
    await store.writes.write(() =>
      store.run('INSERT INTO load (id, doc, crc) VALUES (?, ?, 0)', [`s${n}`, 'x'.repeat(1500)]),
    );
  if (!open) await store.close();
  return store;
}

/** Opens it as a start does. @throws StorageRefusal */
function countIn(folder: string): number {
  const { sqlite, acknowledging, release } = openFile(folder);
  const checked = sqlite.prepare('PRAGMA integrity_check').all();
  const count = Number(sqlite.prepare('SELECT count(*) AS n FROM load').get()?.n);
  acknowledging.close();
  sqlite.close();
  release();
  expect(checked.map((row) => Object.values(row)[0])).to.deep.equal(['ok']);
  return count;
}

/** Says how many are stored after each group of them; a full disk is told to nobody. */
const load = `
  import { SqliteStore } from '${new URL('../../server/db/embedded/store.ts', import.meta.url)}';
  const store = new SqliteStore({ dataDir: process.argv[2] });
  let stored = Number(store.get({ sql: 'SELECT count(*) AS n FROM load', values: [] }).n);
  const sql = 'INSERT INTO load (id, doc, crc) VALUES (?, ?, 0)';
  const one = (n) => store.writes.write(() => store.run(sql, [Math.random() + '-' + n, 'x'.repeat(3000)]));
  for (;;) {
    const all = await Promise.allSettled(Array.from({ length: 24 }, (_, n) => one(n)));
    stored += all.filter(({ status }) => status === 'fulfilled').length;
    process.stdout.write(stored + '\\n');
  }
`;

function hasPrlimit(): boolean {
  return spawnSync('prlimit', ['--version']).status === 0;
}

function limitFiles({ pid }: ChildProcess, bytes: number): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

/** By another process: closing a file gives up all locks that its own process has on it, and SQLite would not know. */
function copyOf(from: string, to: string): void {
  spawnSync('cp', ['-r', `${from}/.`, to]);
}

function fraction(n: number): number {
  const x = Math.sin((seed + n) * 78.233) * 43758.5453;
  return x - Math.floor(x);
}
