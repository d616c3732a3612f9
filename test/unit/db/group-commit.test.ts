// Nobody hears of a write before it is on disk, whoever asks; and the log is put into the main file beside what goes on.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { acknowledgingNothing } from '../../../server/db/embedded/acknowledged.ts';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { EmbeddedCollection } from '../../../server/db/embedded/collection.ts';
import { readMark } from '../../../server/db/embedded/commit-mark.ts';
import { GroupCommit } from '../../../server/db/embedded/group-commit.ts';
import { fileName } from '../../../server/db/embedded/open-file.ts';
import { SqliteStore } from '../../../server/db/embedded/store.ts';
import { isStorageDamaged } from '../../../server/db/failures.ts';

describe('writes that are made durable together', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rabfang-group-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** a disk that answers when the test says so */
  function onSlowDisk() {
    const sqlite = openSqlite(join(folder, 'any.sqlite'));
    sqlite.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n)');
    let answer: (error?: Error) => void = () => undefined;
    const committed = () =>
      new Promise<void>((resolve, reject) => {
        answer = (error) => (error ? reject(error) : resolve());
      });
    const group = new GroupCommit(sqlite, { ...acknowledgingNothing, committed }, () => undefined);
    const insert = (n: number) => () => sqlite.prepare('INSERT INTO t VALUES (?)').run(n);
    const count = () => Number(sqlite.prepare('SELECT count(*) AS n FROM t').get()?.n);
    return { sqlite, group, insert, count, disk: { answer: (error?: Error) => answer(error) } };
  }

  it('are told once they are on disk, and what is read meanwhile is not given before', async () => {
    const { sqlite, group, insert, count, disk } = onSlowDisk();
    const heard: string[] = [];
    const written = group.write(insert(1)).then(() => heard.push('written'));
    await wait(20);
    expect(count(), 'committed').to.equal(1);
    const read = Promise.resolve(group.settled()).then(() => heard.push('read'));
    await wait(20);
    expect(heard).to.deep.equal([]);

    disk.answer();
    await Promise.all([written, read]);

    expect(heard).to.have.members(['written', 'read']);
    expect(group.settled(), 'nothing is under way').to.equal(undefined);
    sqlite.close();
  });

  it('are the last ones when the disk cannot say that they are on it', async () => {
    const { sqlite, group, insert, count, disk } = onSlowDisk();
    const outcome = (write: Promise<unknown>) => write.then(String, (error: unknown) => error);
    const first = outcome(group.write(insert(1)));
    await wait(20);
    const meanwhile = outcome(group.write(insert(2)));
    disk.answer(new Error('EIO: i/o error, fdatasync'));
    const failures = [await first, await meanwhile, await outcome(group.write(insert(3)))];

    for (const failure of failures) {
      expect(isStorageDamaged(failure)).to.equal(true);
      expect(String(failure)).to.match(/could not be made durable \(Error: EIO/);
    }
    expect(count()).to.equal(1);
    expect(group.failed).to.be.instanceOf(Error);
    sqlite.close();
  });

  it('come to their end in a process that waits for nothing else while the log is put into the main file', async function () {
    this.timeout(60_000);
    const store = new URL('../../../server/db/embedded/store.ts', import.meta.url).href;
    const program = join(folder, 'write.mts');
    writeFileSync(
      program,
      `import { SqliteStore } from '${store}';
      const store = new SqliteStore({ dataDir: process.argv[2] });
      await store.writes.write(() => store.create('things'));
      const sql = 'INSERT INTO things (id, doc, crc) VALUES (?, ?, 0)';
      const one = (n) => store.writes.write(() => store.run(sql, ['t' + n, 'x'.repeat(3000)]));
      for (let n = 0; n < 9000; n += 100)
        await Promise.all(Array.from({ length: 100 }, (_, i) => one(n + i)));
      await store.close();`,
    );
    const writing = spawn(process.execPath, ['--import=tsx', program, folder], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(writing, 'close');

    expect(code).to.equal(0);
    expect(readMark(folder)?.writes).to.equal(9001);
  });

  it('leave a log that is put into the main file while others are written, and begins anew', async function () {
    this.timeout(60_000);
    const store = new SqliteStore({ dataDir: folder });
    const things = new EmbeddedCollection(store, 'things');
    const size = () => statSync(join(folder, `${fileName}-wal`)).size;
    let most = 0;
    let stored = 0;
    const text = 'x'.repeat(3000);
    const until = performance.now() + 30_000;
    while ((readMark(folder)?.main ?? 0) === 0 && performance.now() < until) {
      await Promise.all(
        Array.from({ length: 100 }, () =>
          things.insertOne({ _id: `t${stored++}`, text } as object),
        ),
      );
      most = Math.max(most, size());
    }
    const carried = readMark(folder)?.main ?? 0;
    await things.insertOne({ _id: 'after' } as object);

    expect(carried).to.be.within(1, stored);
    expect(most).to.be.below(200 * 2 ** 20);
    expect(await things.countDocuments()).to.equal(stored + 1);
    await store.close();
    expect(readMark(folder)).to.include({ writes: readMark(folder)?.main });
  });
});
