// The file behind the embedded engine: one process at a time, a full disk, expiry, waiting for a lock, plans.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openSqlite } from '../../../server/db/embedded/binding.ts';
import { EmbeddedCollection } from '../../../server/db/embedded/collection.ts';
import { deleteExpired } from '../../../server/db/embedded/expiry.ts';
import { fileName } from '../../../server/db/embedded/open-file.ts';
import { SqliteStore } from '../../../server/db/embedded/store.ts';
import { isStorageFull } from '../../../server/db/failures.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { collections } from '../../../server/models.ts';
import { modelsOf } from '../../support/models.ts';

describe('the embedded store', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang รับฟัง-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('keeps what it acknowledged from one opening to the next', async () => {
    const first = await openDatabase({ dataDir }, collections);
    await modelsOf(first).settings.create({ _id: 'a', value: { at: new Date(5) } });
    await first.close();
    const second = await openDatabase({ dataDir }, collections);

    expect(await modelsOf(second).settings.findById('a').lean()).to.deep.equal({
      _id: 'a',
      value: { at: new Date(5) },
    });
    const declared = collections.sessions.schema.indexes();
    expect(await modelsOf(second).sessions.listIndexes()).to.have.length(declared.length + 1);
    await second.close();
  });

  it('lets nobody else on the machine read it, also a folder that was open before', async () => {
    chmodSync(dataDir, 0o755);
    const first = await openDatabase({ dataDir }, collections);
    await modelsOf(first).settings.create({ _id: 'a', value: 1 });
    const modes = [dataDir, ...readdirSync(dataDir).map((name) => join(dataDir, name))].map(
      (path) => statSync(path).mode & 0o077,
    );
    await first.close();

    expect(modes.length).to.be.greaterThan(3);
    expect(modes.every((mode) => mode === 0)).to.equal(true);
  });

  it('lets two databases be open in one process', async () => {
    const other = mkdtempSync(join(tmpdir(), 'rabfang-other-'));
    const [a, b] = await Promise.all([
      openDatabase({ dataDir }, collections),
      openDatabase({ dataDir: other }, collections),
    ]);
    await modelsOf(a).settings.create({ _id: 'x', value: 'a' });

    expect(await modelsOf(b).settings.countDocuments()).to.equal(0);
    await Promise.all([a.close(), b.close()]);
    rmSync(other, { recursive: true });
  });

  it('refuses a second opening of the same folder, and works again once the first is closed', async () => {
    const first = await openDatabase({ dataDir }, collections);
    const problem = await openDatabase({ dataDir }, collections).then(String, (error) => error);
    await first.close();
    const second = await openDatabase({ dataDir }, collections);
    await second.close();

    expect(problem).to.be.instanceOf(Error);
    expect(problem.message)
      .to.contain(dataDir)
      .and.to.match(/in use by another Rabfang/);
  });

  it('refuses the folder of another process, until that is killed', async function () {
    this.timeout(20_000);
    const script = `import { SqliteStore } from ${JSON.stringify(new URL('../../../server/db/embedded/store.ts', import.meta.url).href)};
      const store = new SqliteStore({ dataDir: process.argv[1] });
      await store.writes.write(() => store.create('kept'));
      setInterval(() => store, 1000);
      process.stdout.write('open');`;
    const args = ['--import=tsx', '--input-type=module', '-e', script, dataDir];
    const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');

    expect(() => new SqliteStore({ dataDir })).to.throw(/in use by another Rabfang/);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const store = new SqliteStore({ dataDir });

    expect(store.collectionNames()).to.deep.equal(['kept']);
    await store.close();
    expect(
      statSync(join(dataDir, `${fileName}-wal`), { throwIfNoEntry: false })?.size ?? 0,
    ).to.equal(0);
  });

  it('says when there is no room, goes on reading, and writes again once there is room', async () => {
    const store = new SqliteStore({ dataDir, maxBytes: 1_000_000 });
    const collection = new EmbeddedCollection(store, 'things');
    const stored: number[] = [];
    let problem: unknown;
    for (let _id = 0; problem === undefined && _id < 1000; _id++) {
      await collection.insertOne({ _id, text: 'ก'.repeat(3000) } as object).then(
        () => stored.push(_id),
        (error) => {
          problem = error;
        },
      );
    }
    const many = await collection
      .insertMany([{ _id: 'm', text: 'ข'.repeat(90_000) } as object])
      .then(String, (error) => error);

    expect(isStorageFull(problem)).to.equal(true);
    expect(isStorageFull(many)).to.equal(true);
    expect(stored.length).to.be.within(50, 200);
    expect(await collection.countDocuments()).to.equal(stored.length);
    expect((await collection.find().toArray()).map(({ _id }) => _id)).to.deep.equal(stored);

    await collection.deleteMany({ _id: { $lt: 20 } });
    await collection.insertOne({ _id: 'again' });
    expect(await collection.findOne({ _id: 'again' })).to.deep.equal({ _id: 'again' });
    await store.close();
  });

  it('waits without blocking while another program holds the file', async () => {
    const store = new SqliteStore({ dataDir });
    const collection = new EmbeddedCollection(store, 'things');
    await collection.insertOne({ _id: 1 });
    const other = openSqlite(join(dataDir, fileName));
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const ticking = setInterval(() => turns++, 5);

    const writing = collection.insertOne({ _id: 2 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const during = await collection.countDocuments();
    other.exec('COMMIT');
    await writing;
    clearInterval(ticking);
    other.close();

    expect(during).to.equal(1);
    expect(turns).to.be.greaterThan(4);
    expect(await collection.countDocuments()).to.equal(2);
    await store.close();
  });

  it('forgets what has expired and nothing else', async () => {
    const store = new SqliteStore({ dataDir });
    const collection = new EmbeddedCollection(store, 'things');
    await collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    await collection.createIndex({ other: 1 });
    const now = new Date('2026-11-23T12:00:00Z');
    const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
    await collection.insertMany([
      { _id: 1, at: ago(61) },
      { _id: 2, at: ago(59) },
      { _id: 3, at: 5 },
      { _id: 4 },
      { _id: 5, other: ago(99) },
      ...Array.from({ length: 1200 }, (_, n) => ({ _id: `old-${n}`, at: ago(1000) })),
    ] as object[]);

    const deleted = await deleteExpired(store, now);

    expect(deleted).to.equal(1201);
    expect((await collection.find().toArray()).map(({ _id }) => _id)).to.deep.equal([2, 3, 4, 5]);
    await store.close();
  });

  it('reports slow statements with their plan', async () => {
    const slow: { sql: string; ms: number; plan: string }[] = [];
    const store = new SqliteStore({
      dataDir,
      slowMs: 0,
      onSlow: (statement) => slow.push(statement),
    });
    const collection = new EmbeddedCollection(store, 'things');
    await collection.insertOne({ _id: 1, text: 'a' } as object);

    await collection.countDocuments({ text: 'none' });
    const { sql, ms, plan } = slow.at(-1) ?? {};

    expect(sql).to.contain('things').and.not.to.contain('none');
    expect(ms).to.be.greaterThan(0);
    expect(plan).to.match(/^SCAN/);
    await store.close();
  });

  it('answers a ping, and not after it was closed', async () => {
    const db = await openDatabase({ dataDir }, collections);
    await db.ping();
    await db.close();

    const problem = await db.ping().then(
      () => 'an answer',
      (error) => error,
    );
    expect(problem).to.be.instanceOf(Error);
  });
});
