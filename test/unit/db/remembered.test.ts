// Documents that are read once while they do not change: what is given is what is stored, whatever changed it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { EmbeddedCollection } from '../../../server/db/embedded/collection.ts';
import { deleteExpired } from '../../../server/db/embedded/expiry.ts';
import { type ReadById, readById } from '../../../server/db/embedded/read-by-id.ts';
import { Remembered } from '../../../server/db/embedded/remembered.ts';
import { SqliteStore } from '../../../server/db/embedded/store.ts';

describe('a document that is remembered', () => {
  let dataDir: string;
  let store: SqliteStore;
  let people: EmbeddedCollection;
  let read: ReadById;
  let statements: number;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'rabfang-'));
    statements = 0;
    store = new SqliteStore({ dataDir, onStatement: () => statements++ });
    people = new EmbeddedCollection(store, 'people');
    read = readById(store);
    await people.insertOne({ _id: 'nok', active: true } as object);
    await people.insertOne({ _id: 'malee', active: true } as object);
  });
  afterEach(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('is read once', async () => {
    await read('people', 'nok');
    const before = statements;

    for (let n = 0; n < 20; n++)
      expect(await read('people', 'nok')).to.deep.equal({ _id: 'nok', active: true });
    expect(statements - before).to.equal(0);
  });

  const changes: Record<string, () => Promise<unknown>> = {
    updateOne: () => people.updateOne({ _id: 'nok' }, { $set: { active: false } }),
    updateMany: () => people.updateMany({ active: true }, { $set: { active: false } }),
    replaceOne: () => people.replaceOne({ _id: 'nok' }, { active: false }),
    findOneAndUpdate: () => people.findOneAndUpdate({ _id: 'nok' }, { $set: { active: false } }),
    bulkWrite: () =>
      people.bulkWrite([
        { updateOne: { filter: { _id: 'nok' }, update: { $set: { active: false } } } },
      ]),
  };
  for (const [name, change] of Object.entries(changes))
    it(`is read anew after ${name}`, async () => {
      expect(await read('people', 'nok')).to.deep.equal({ _id: 'nok', active: true });
      await change();

      expect(await read('people', 'nok')).to.deep.equal({ _id: 'nok', active: false });
    });

  const ends: Record<string, () => Promise<unknown>> = {
    deleteOne: () => people.deleteOne({ _id: 'nok' }),
    deleteMany: () => people.deleteMany({}),
    findOneAndDelete: () => people.findOneAndDelete({ _id: 'nok' }),
    drop: () => people.drop(),
  };
  for (const [name, end] of Object.entries(ends))
    it(`is gone after ${name}, and there again when it is stored anew`, async () => {
      await read('people', 'nok');
      await end();

      expect(await read('people', 'nok')).to.equal(null);
      await people.insertOne({ _id: 'nok', again: 1 } as object);
      expect(await read('people', 'nok')).to.deep.equal({ _id: 'nok', again: 1 });
    });

  it('is gone once it has expired', async () => {
    await people.createIndex({ until: 1 }, { expireAfterSeconds: 0 });
    await people.updateOne({ _id: 'nok' }, { $set: { until: new Date(5) } });
    await read('people', 'nok');
    await deleteExpired(store, new Date(10));

    expect(await read('people', 'nok')).to.equal(null);
  });

  it('is what is stored after a write that came to nothing', async () => {
    await read('people', 'nok');
    await store.writes
      .write(() => {
        store.run('DELETE FROM people', []);
        throw Object.assign(new Error('disk I/O error'), { errcode: 10 });
      })
      .catch(() => undefined);

    expect(await read('people', 'nok')).to.deep.equal({ _id: 'nok', active: true });
  });

  it('is what another program has written, a second later', () => {
    let now = 0;
    const remembered = new Remembered(() => now);
    remembered.keep('people', 'nok', 1, { _id: 'nok' });
    now = 999;
    expect(remembered.get('people', 'nok')).to.deep.equal({ _id: 'nok' });
    now = 1000;

    expect(remembered.get('people', 'nok')).to.equal(undefined);
  });

  it('is one of a bounded number', () => {
    const remembered = new Remembered();
    for (let n = 0; n < 50_000; n++) remembered.keep('people', `p${n}`, n, { _id: n });

    const kept = Array.from({ length: 50_000 }, (_, n) => remembered.get('people', `p${n}`));
    expect(kept.filter(Boolean).length).to.be.within(1, 20_000);
    expect(kept.at(-1)).to.deep.equal({ _id: 49_999 });
  });
});
