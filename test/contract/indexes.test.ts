// Rows "indexes": unique, compound, partial, expiring; and that the models' own are built alike.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { ensureIndexes } from '../../server/db/ensure-indexes.ts';
import { modelsOn } from '../../server/db/open-database.ts';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';
import { modelsOf } from '../support/models.ts';

onEachEngine('indexes', (given) => {
  let model: Loose;
  let models: ReturnType<typeof modelsOf>;
  before(() => {
    models = modelsOf({ model: modelsOn(given().connection) });
  });
  beforeEach(() => {
    model = looseModel(given());
  });
  const insert = (...documents: object[]) =>
    model.collection.insertMany(documents as never, { ordered: false });
  const fails = async (...documents: object[]) =>
    (
      await insert(...documents).then(
        () => undefined,
        (error) => error,
      )
    )?.code;

  it('names, lists and drops them', async () => {
    const name = await model.collection.createIndex({ a: 1, 'b.c': -1 });
    await model.collection.createIndex({ t: 1 }, { expireAfterSeconds: 60, name: 'forget' });
    await model.collection.createIndex({ a: 1, 'b.c': -1 });

    const before = await model.listIndexes();
    await model.collection.dropIndex('forget');
    const after = await model.listIndexes();

    expect(name).to.equal('a_1_b.c_-1');
    expect(before).to.deep.equal([
      { v: 2, key: { _id: 1 }, name: '_id_' },
      { v: 2, key: { a: 1, 'b.c': -1 }, name: 'a_1_b.c_-1' },
      { v: 2, key: { t: 1 }, name: 'forget', expireAfterSeconds: 60 },
    ]);
    expect(after.map((index: { name: string }) => index.name)).to.deep.equal([
      '_id_',
      'a_1_b.c_-1',
    ]);
  });

  it('refuses another index under the same name, and the same keys under another', async () => {
    await model.collection.createIndex({ a: 1 }, { name: 'one' });

    const named = await model.collection
      .createIndex({ b: 1 }, { name: 'one' })
      .then(String, (error) => error);
    const keyed = await model.collection
      .createIndex({ a: 1 }, { name: 'two' })
      .then(String, (error) => error);
    const missing = await model.collection.dropIndex('three').then(String, (error) => error);

    expect([named.code, keyed.code, missing.code]).to.deep.equal([86, 85, 27]);
  });

  it('keeps a field unique: one null or missing counts as a value', async () => {
    await model.collection.createIndex({ u: 1 }, { unique: true });
    await insert({ u: 1 }, { u: '1' }, { u: true }, { u: null });

    expect(await fails({ u: 1 })).to.equal(11_000);
    expect(await fails({ u: 1.0 })).to.equal(11_000);
    expect(await fails({ u: null })).to.equal(11_000);
    expect(await fails({})).to.equal(11_000);
    expect(await fails({ u: false })).to.equal(undefined);
    expect(await model.countDocuments()).to.equal(5);
  });

  it('keeps fields unique together', async () => {
    await model.collection.createIndex({ a: 1, b: 1 }, { unique: true });
    await insert({ a: 1, b: 1 }, { a: 1, b: 2 }, { a: 1 }, { b: 1 });

    expect(await fails({ a: 1, b: 2 })).to.equal(11_000);
    expect(await fails({ a: 1, b: null })).to.equal(11_000);
    expect(await fails({ a: null, b: 1 })).to.equal(11_000);
    expect(await fails({ a: 2 })).to.equal(undefined);
    expect(await fails({})).to.equal(undefined);
    expect(await fails({})).to.equal(11_000);
  });

  it('says which key is taken, also on updates', async () => {
    await model.collection.createIndex({ u: 1 }, { unique: true });
    await insert({ _id: 1, u: 'a' }, { _id: 2, u: 'b' });

    const problem = await model
      .updateOne({ _id: 2 }, { $set: { u: 'a' } })
      .then(String, (error) => error);

    expect(problem).to.be.instanceOf(mongoose.mongo.MongoServerError);
    expect(problem).to.include({ code: 11_000 });
    expect(problem.keyPattern).to.deep.equal({ u: 1 });
    expect(problem.keyValue).to.deep.equal({ u: 'a' });
    expect(problem.message).to.match(/index: u_1 dup key: { u: "a" }/);
    expect((await model.findById(2).lean())?.u).to.equal('b');
  });

  it('keeps a field unique among some documents only', async () => {
    await model.collection.createIndex(
      { u: 1 },
      { unique: true, partialFilterExpression: { state: 'open', n: { $gt: 5 } } },
    );
    await insert(
      { u: 1, state: 'open', n: 6 },
      { u: 1, state: 'closed', n: 6 },
      { u: 1, state: 'open', n: 5 },
    );

    expect(await fails({ u: 1, state: 'open', n: 7 })).to.equal(11_000);
    expect(await fails({ u: 2, state: 'open', n: 7 })).to.equal(undefined);
    expect(await fails({ u: 1, state: 'closed', n: 6 })).to.equal(undefined);
  });

  it('cannot be built over duplicates, and leaves nothing behind', async () => {
    await insert({ u: 1 }, { u: 1 });

    const problem = await model.collection
      .createIndex({ u: 1 }, { unique: true })
      .then(String, (error) => error);

    expect(problem.code).to.equal(11_000);
    expect(await model.listIndexes()).to.have.length(1);
    expect(await fails({ u: 1 })).to.equal(undefined);
  });

  for (const those of [{ $type: 'string' }, { $gt: '' }]) {
    it(`finds the same documents through an index over those with ${JSON.stringify(those)}`, async () => {
      await model.collection.createIndex(
        { batch: 1, row: 1 },
        { partialFilterExpression: { batch: those } },
      );
      await insert(
        { _id: 1, batch: 'b', row: 2 },
        { _id: 2, batch: null, row: 1 },
        { _id: 3, batch: 'b', row: 1 },
        { _id: 4, batch: 7 },
        { _id: 5, batch: '' },
      );

      const found = await model.find({ batch: 'b' }).sort({ row: 1 }).lean();

      expect(found.map(({ _id }) => _id)).to.deep.equal([3, 1]);
      expect((await model.find({ batch: null }).lean()).map(({ _id }) => _id)).to.deep.equal([2]);
      expect((await model.find({ batch: 7 }).lean()).map(({ _id }) => _id)).to.deep.equal([4]);
      expect((await model.find({ batch: '' }).lean()).map(({ _id }) => _id)).to.deep.equal([5]);
    });
  }

  it('drops a collection with its indexes', async () => {
    await model.collection.createIndex({ u: 1 }, { unique: true });
    await insert({ u: 1 });
    await model.collection.drop();
    await insert({ u: 1 }, { u: 1 });

    expect(await model.countDocuments()).to.equal(2);
    expect(await model.listIndexes()).to.have.length(1);
  });

  it('builds those of all models, twice with the same outcome', async () => {
    await ensureIndexes(Object.values(models));
    const once = await models.sessions.listIndexes();
    await ensureIndexes(Object.values(models));

    expect(await models.sessions.listIndexes()).to.deep.equal(once);
    expect(once.map((index: { name: string }) => index.name)).to.deep.equal([
      '_id_',
      'expiresAt_1',
      'username_1__id_1',
    ]);
    expect(
      (await models.responses.listIndexes()).map((index: { name: string }) => index.name),
    ).to.include('batch_1_row_1');
  });

  it('builds one anew that an earlier version built otherwise', async () => {
    const { responses } = models;
    await responses.collection.drop().catch(() => undefined); // it may not be there yet
    const partialFilterExpression = { batch: { $type: 'string' } };
    await responses.collection.createIndex({ batch: 1, row: 1 }, { partialFilterExpression });

    await ensureIndexes([responses]);

    expect(await responses.listIndexes()).to.deep.include({
      v: 2,
      key: { batch: 1, row: 1 },
      name: 'batch_1_row_1',
      partialFilterExpression: { batch: { $gt: '' } },
    });
  });

  it('builds them once when many begin at the same moment, and one anew', async () => {
    const { responses } = models;
    const partialFilterExpression = { batch: { $type: 'string' } };
    for (let round = 0; round < 5; round++) {
      await responses.collection.drop().catch(() => undefined); // it may not be there yet
      if (round > 0)
        await responses.collection.createIndex({ batch: 1, row: 1 }, { partialFilterExpression });

      await Promise.all(Array.from({ length: 10 }, () => ensureIndexes([responses])));

      const built = (await responses.listIndexes()) as { name: string }[];
      expect(built.map(({ name }) => name)).to.have.members([
        '_id_',
        ...responses.schema.indexes().map(([keys]) => Object.entries(keys).flat().join('_')),
      ]);
      expect(built.filter((index) => JSON.stringify(index).includes('$type'))).to.deep.equal([]);
    }
  });
});
