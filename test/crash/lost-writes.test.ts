// A database that has fewer writes than were acknowledged does not start in silence: its log lost, cut or in disorder, an older
// main file under a newer log, an emptied file. TORN_LOGS says how often the log's tail is torn (30; `npm run crash` does 500).
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { markName } from '../../server/db/embedded/commit-mark.ts';
import { fileName } from '../../server/db/embedded/open-file.ts';
import { openDatabase } from '../../server/db/open-database.ts';
import { StorageRefusal } from '../../server/db/refusal.ts';
import { collections } from '../../server/models.ts';
import { fillFolder, newFolder } from '../support/filled-folder.ts';
import { modelsOf } from '../support/models.ts';

const torn = Number(process.env.TORN_LOGS ?? 30);
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000);
const acknowledged = 200;
const frameBytes = 4096 + 24;

describe(`acknowledged writes that are missing, CRASH_SEED=${seed}`, function () {
  this.timeout(60_000 + torn * 1000);
  /** as `kill -9` leaves it: the main file, its log, and the mark */
  let killed: string;
  /** the main file as it was long before */
  let older: string;
  const folders: string[] = [];
  const fresh = () => {
    const folder = newFolder();
    folders.push(folder);
    return folder;
  };

  before(async () => {
    const live = fresh();
    await fillFolder(300, live);
    older = fresh();
    copyOf(live, older);
    await fillFolder(1500, live);
    const db = await openDatabase({ dataDir: live }, collections);
    for (let n = 0; n < acknowledged; n++)
      await modelsOf(db).settings.create({ _id: `n${n}`, value: n });
    killed = fresh();
    copyOf(live, killed);
    await db.close();
    expect(statSync(join(killed, `${fileName}-wal`)).size).to.be.greaterThan(
      acknowledged * frameBytes,
    );
  });
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** a copy of what a kill left, after something happened to it */
  function afterKill(happens: (folder: string) => void): string {
    const folder = fresh();
    cpSync(killed, folder, { recursive: true });
    happens(folder);
    return folder;
  }

  /** how many of the acknowledged are there, or the refusal */
  async function open(dataDir: string, acceptLoss?: number): Promise<number | string> {
    try {
      const db = await openDatabase({ dataDir, acceptLoss }, collections);
      try {
        await db.damage.examined;
        const numbers = await modelsOf(db)
          .settings.find({ value: { $type: 'number' } })
          .lean();
        // but for what the database says about its own format
        return numbers.filter(({ _id }) => !String(_id).startsWith('format')).length;
      } finally {
        await db.close();
      }
    } catch (error) {
      if (!(error instanceof StorageRefusal)) throw error;
      return error.message;
    }
  }

  it('are none after a kill', async () => {
    expect(await open(afterKill(() => undefined))).to.equal(acknowledged);
  });

  it('are said when the log is gone, and given up only by who says how many', async () => {
    const folder = afterKill((at) => rmSync(join(at, `${fileName}-wal`)));
    const refusal = String(await open(folder));
    const missing = Number(/start once with ACCEPT_LOSS=(\d+)\.$/.exec(refusal)?.[1]);

    expect(refusal)
      .to.match(/lacks \d+ writes that were acknowledged/)
      .and.include(folder);
    expect(missing).to.be.within(1, 3000);
    expect(await open(folder, missing - 1)).to.equal(refusal);
    expect(await open(folder, missing)).to.be.below(acknowledged);
    expect(await open(folder), 'given up for good').to.be.below(acknowledged);
  });

  it('are said when the file is emptied or gone', async () => {
    const emptied = await open(afterKill((at) => truncateSync(join(at, fileName))));
    const gone = await open(
      afterKill((at) => {
        for (const end of ['', '-wal', '-shm']) rmSync(join(at, `${fileName}${end}`));
      }),
    );

    for (const refusal of [emptied, gone])
      expect(refusal).to.match(/is empty or gone, but it held \d+ writes that were acknowledged/);
  });

  it('are said when an older main file lies under the log, or another database', async () => {
    const main = (from: string) => readFileSync(join(from, fileName));
    const under = await open(afterKill((at) => writeFileSync(join(at, fileName), main(older))));
    const alone = await open(
      afterKill((at) => {
        writeFileSync(join(at, fileName), main(older));
        rmSync(join(at, `${fileName}-wal`));
      }),
    );
    const other = fresh();
    await fillFolder(10, other);
    const foreign = await open(
      afterKill((at) => {
        writeFileSync(join(at, fileName), main(other));
        rmSync(join(at, `${fileName}-wal`));
      }),
    );

    expect(under).to.match(/do not belong together/);
    expect(alone).to.match(/lacks \d+ writes that were acknowledged: it is an older copy/);
    expect(foreign).to.match(/is not the database that this folder had/);
  });

  it('are none in a whole older copy, which brings its own mark', async () => {
    const folder = fresh();
    cpSync(older, folder, { recursive: true });

    expect(await open(folder)).to.equal(0);
    expect(readFileSync(join(folder, markName), 'utf8')).to.match(/^\{"identity":"[0-9a-f]{24}"/);
  });

  it(`are there or said when the tail of the log is cut or in disorder, ${torn} times`, async () => {
    const outcomes = { said: 0, 'all there': 0 };
    for (let n = 0; n < torn; n++) {
      const folder = afterKill((at) => tear(join(at, `${fileName}-wal`), n));
      const opened = await open(folder);
      rmSync(folder, { recursive: true });
      if (opened === acknowledged) outcomes['all there'] += 1;
      else {
        expect(opened, `tear ${n}`).to.match(
          /lacks \d+ writes? that (was|were) acknowledged|is damaged/,
        );
        outcomes.said += 1;
      }
    }
    process.stdout.write(`      ${JSON.stringify(outcomes)}\n`);
    expect(outcomes.said).to.be.greaterThan(torn / 3);
  });

  /** Half of the times cuts it, else swaps or doubles frames of its last part: what a disk may do that had not synced them. */
  function tear(log: string, n: number): void {
    const bytes = readFileSync(log);
    const [a, b, c] = [fraction(3 * n), fraction(3 * n + 1), fraction(3 * n + 2)];
    const frames = Math.floor((bytes.length - 32) / frameBytes);
    const tail = Math.floor(frames * (0.3 + 0.7 * a));
    if (n % 2 === 0) {
      truncateSync(log, 32 + tail * frameBytes + Math.floor(c * frameBytes));
      return;
    }
    const other = tail + Math.floor((frames - tail) * b);
    const at = (frame: number) => 32 + frame * frameBytes;
    const moved = Buffer.from(bytes.subarray(at(tail), at(tail) + frameBytes));
    if (c < 0.7) bytes.copy(bytes, at(tail), at(other), at(other) + frameBytes);
    bytes.set(moved, at(other));
    writeFileSync(log, bytes);
  }
});

/** By another process: closing a file gives up all locks that its own process has on it, and SQLite would not know. */
function copyOf(from: string, to: string): void {
  spawnSync('cp', ['-r', `${from}/.`, to]);
}

function fraction(n: number): number {
  const x = Math.sin((seed + n) * 78.233) * 43758.5453;
  return x - Math.floor(x);
}
