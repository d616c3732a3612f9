// Rows "update operators" and "upsert": what becomes of a document, and what the call answers.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';

const start = { _id: 'x', n: 5, s: 'a', o: { p: 1, q: { r: 2 } }, l: [1, 2], z: null };

const changes: readonly (readonly [string, object, object])[] = [
  ['$set', { $set: { s: 'b' } }, { ...start, s: 'b' }],
  ['$set of a new field', { $set: { neu: { a: [1] } } }, { ...start, neu: { a: [1] } }],
  [
    '$set of a nested field',
    { $set: { 'o.q.r': new Date(5) } },
    { ...start, o: { p: 1, q: { r: new Date(5) } } },
  ],
  ['$set on a path that is not there', { $set: { 'a.b.c': 1 } }, { ...start, a: { b: { c: 1 } } }],
  ['$set of a list', { $set: { l: [{ a: true }] } }, { ...start, l: [{ a: true }] }],
  ['$set to null', { $set: { n: null } }, { ...start, n: null }],
  ['$set of _id to what it is', { $set: { _id: 'x', n: 6 } }, { ...start, n: 6 }],
  [
    'several new fields, in the order of their names',
    { $set: { zz: 1, aa: 2, mm: 3 } },
    { ...start, aa: 2, mm: 3, zz: 1 },
  ],
  [
    '$unset',
    { $unset: { s: 1, 'o.q.r': '' } },
    { _id: 'x', n: 5, o: { p: 1, q: {} }, l: [1, 2], z: null },
  ],
  ['$unset of what is not there', { $unset: { none: 1, 'n.x': 1, 'other.x': 1 } }, start],
  ['$inc', { $inc: { n: 3 } }, { ...start, n: 8 }],
  ['$inc by less', { $inc: { n: -7.5 } }, { ...start, n: -2.5 }],
  [
    '$inc of what is not there',
    { $inc: { m: 2, 'o.m': 1 } },
    { ...start, m: 2, o: { ...start.o, m: 1 } },
  ],
  ['$push', { $push: { l: 3 } }, { ...start, l: [1, 2, 3] }],
  [
    '$push of a document',
    { $push: { l: { at: new Date(1), by: 'a' } } },
    { ...start, l: [1, 2, { at: new Date(1), by: 'a' }] },
  ],
  ['$push of a list as one element', { $push: { l: [3, 4] } }, { ...start, l: [1, 2, [3, 4]] }],
  ['$push of each', { $push: { l: { $each: [3, 4] } } }, { ...start, l: [1, 2, 3, 4] }],
  [
    '$push to what is not there',
    { $push: { m: 'a', 'o.m': 'b' } },
    { ...start, m: ['a'], o: { ...start.o, m: ['b'] } },
  ],
  [
    '$setOnInsert on what is there',
    { $setOnInsert: { s: 'b' }, $set: { n: 6 } },
    { ...start, n: 6 },
  ],
  [
    'several operators',
    { $set: { s: 'b' }, $inc: { n: 1 }, $push: { l: 3 }, $unset: { z: 1 } },
    { _id: 'x', n: 6, s: 'b', o: start.o, l: [1, 2, 3] },
  ],
];

const failures: readonly (readonly [string, object, number])[] = [
  ['$inc of a text', { $inc: { s: 1 } }, 14],
  ['$inc of null', { $inc: { z: 1 } }, 14],
  ['$inc by a text', { $inc: { n: 'a' } }, 14],
  ['$push to a number', { $push: { n: 1 } }, 2],
  ['$push to null', { $push: { z: 1 } }, 2],
  ['$set inside a number', { $set: { 'n.x': 1 } }, 28],
  ['$set inside null', { $set: { 'z.x': 1 } }, 28],
  ['the same path twice', { $set: { n: 1 }, $inc: { n: 1 } }, 40],
  ['a path and one inside it', { $set: { o: 1 }, $unset: { 'o.p': 1 } }, 40],
  ['another _id', { $set: { _id: 'y' } }, 66],
];

const upserts: readonly (readonly [string, object, object, object])[] = [
  ['an equality', { _id: 'new', a: 1 }, { $set: { b: 2 } }, { _id: 'new', a: 1, b: 2 }],
  [
    '$eq and $and',
    { _id: { $eq: 'new' }, $and: [{ a: 1 }, { 'c.d': 2 }] },
    { $set: { b: 2 } },
    { _id: 'new', a: 1, c: { d: 2 }, b: 2 },
  ],
  [
    'no range',
    { _id: 'new', a: { $gt: 1 }, b: { $ne: 2 }, c: { $exists: false } },
    { $set: { d: 1 } },
    { _id: 'new', d: 1 },
  ],
  [
    '$setOnInsert',
    { _id: 'new' },
    { $setOnInsert: { a: 1, 'o.p': 2 }, $set: { b: 2 } },
    { _id: 'new', a: 1, o: { p: 2 }, b: 2 },
  ],
  [
    '$inc and $push',
    { _id: 'new' },
    { $inc: { n: 2 }, $push: { l: 'a' } },
    { _id: 'new', n: 2, l: ['a'] },
  ],
  [
    'null in the filter',
    { _id: 'new', a: null },
    { $set: { b: 1 } },
    { _id: 'new', a: null, b: 1 },
  ],
  [
    'the update over the filter',
    { a: 1 },
    { $set: { _id: 'new', b: 1 } },
    { _id: 'new', a: 1, b: 1 },
  ],
];

onEachEngine('updates', (given) => {
  let model: Loose;
  beforeEach(async () => {
    model = looseModel(given());
    await model.collection.insertOne(structuredClone(start) as never);
  });
  const stored = (id = 'x') => model.findById(id).lean();

  for (const [title, update, expected] of changes) {
    it(`does ${title}`, async () => {
      const changed = JSON.stringify(expected) !== JSON.stringify(start);

      const result = await model.collection.updateOne({ _id: 'x' } as never, update);

      expect(await stored()).to.deep.equal(expected);
      expect(result).to.include({
        acknowledged: true,
        matchedCount: 1,
        modifiedCount: changed ? 1 : 0,
        upsertedCount: 0,
        upsertedId: null,
      });
    });
  }

  it('adds new fields at the end, in the order of their names', async () => {
    await model.collection.updateOne({ _id: 'x' } as never, {
      $set: { zz: 1, aa: 2 },
      $inc: { mm: 1 },
    });

    expect(Object.keys((await stored()) ?? {})).to.deep.equal([
      ...Object.keys(start),
      'aa',
      'mm',
      'zz',
    ]);
  });

  for (const [title, update, code] of failures) {
    it(`fails on ${title}, changing nothing`, async () => {
      const problem = await model.collection
        .updateOne({ _id: 'x' } as never, update)
        .catch((error) => error);

      expect(problem).to.be.instanceOf(mongoose.mongo.MongoServerError);
      expect(problem.code).to.equal(code);
      expect(await stored()).to.deep.equal(start);
    });
  }

  for (const [title, filter, update, expected] of upserts) {
    it(`upserts with ${title}`, async () => {
      const result = await model.collection.updateOne(filter as never, update, { upsert: true });

      expect(result).to.include({
        matchedCount: 0,
        modifiedCount: 0,
        upsertedCount: 1,
        upsertedId: 'new',
      });
      expect(await stored('new')).to.deep.equal(expected);
      expect(Object.keys((await stored('new')) ?? {})[0]).to.equal('_id');
    });
  }

  it('upserts with an _id of its own making', async () => {
    const { upsertedId } = await model.updateOne({ a: 1 }, { $set: { b: 2 } }, { upsert: true });

    expect(upsertedId).to.be.instanceOf(mongoose.Types.ObjectId);
    expect(await model.findById(upsertedId).lean()).to.include({ a: 1, b: 2 });
  });

  it('updates many, telling matched from modified', async () => {
    await model.collection.insertMany([1, 2, 3].map((n) => ({ _id: n, n: 5, k: n })) as never);

    const result = await model.updateMany({ n: 5 }, { $set: { k: 2 } });
    const none = await model.updateMany({ n: 99 }, { $set: { k: 2 } });

    expect(result).to.include({ matchedCount: 4, modifiedCount: 3 });
    expect(none).to.include({ matchedCount: 0, modifiedCount: 0 });
    expect(await model.countDocuments({ k: 2 })).to.equal(4);
  });

  it('updates more than one turn of the event loop takes', async () => {
    await model.insertMany(
      Array.from({ length: 1800 }, (_, n) => ({ _id: n, state: 'open' })) as never,
    );

    const result = await model.updateMany(
      { state: 'open' },
      { $set: { state: 'closed' }, $inc: { version: 1 } },
    );

    expect(result).to.include({ matchedCount: 1800, modifiedCount: 1800 });
    expect(await model.countDocuments({ state: 'closed', version: 1 })).to.equal(1800);
  });

  it('finds and updates: before, after, nothing, upserted', async () => {
    const before = await model.findOneAndUpdate({ n: 5 }, { $inc: { n: 1 } }).lean();
    const after = await model
      .findOneAndUpdate(
        { n: 6 },
        { $inc: { n: 1 } },
        { returnDocument: 'after', projection: { n: 1 } },
      )
      .lean();
    const nothing = await model.findOneAndUpdate({ n: 6 }, { $inc: { n: 1 } }).lean();
    const upserted = await model
      .findOneAndUpdate({ _id: 'u' }, { $set: { n: 1 } }, { upsert: true, returnDocument: 'after' })
      .lean();

    expect(before).to.deep.equal(start);
    expect(after).to.deep.equal({ _id: 'x', n: 7 });
    expect(nothing).to.equal(null);
    expect(upserted).to.deep.equal({ _id: 'u', n: 1 });
  });

  it('finds the first in order and updates it', async () => {
    await model.insertMany([1, 2, 3].map((n) => ({ _id: n, k: 10 - n })) as never);

    const found = await model
      .findOneAndUpdate({ k: { $exists: true } }, { $set: { taken: true } }, { sort: { k: 1 } })
      .lean();

    expect(found?._id).to.equal(3);
  });

  it('says what it did when asked for the metadata', async () => {
    const result = await model
      .findOneAndUpdate({ _id: 'x' }, { $inc: { n: 1 } }, { includeResultMetadata: true })
      .lean();

    expect(result?.lastErrorObject).to.include({ n: 1, updatedExisting: true });
    expect(result?.value).to.deep.equal(start);
  });

  it('lets one of many win who decide on the same version', async () => {
    await model.collection.insertOne({ _id: 'v', version: 1, history: [] } as never);
    const decide = (by: number) =>
      model
        .findOneAndUpdate(
          { _id: 'v', version: 1 },
          { $inc: { version: 1 }, $push: { history: { by } } },
          { returnDocument: 'after' },
        )
        .lean();

    const results = await Promise.all(Array.from({ length: 20 }, (_, by) => decide(by)));

    expect(results.filter((result) => result !== null)).to.have.length(1);
    expect((await stored('v'))?.version).to.equal(2);
    expect((await stored('v'))?.history).to.have.length(1);
  });

  it('loses no increment among many', async () => {
    await Promise.all(
      Array.from({ length: 100 }, () => model.updateOne({ _id: 'x' }, { $inc: { n: 1 } })),
    );

    expect((await stored())?.n).to.equal(105);
  });

  it('replaces, keeping the _id', async () => {
    const result = await model.collection.replaceOne({ n: 5 } as never, { a: 1 } as never);
    const same = await model.collection.replaceOne({ _id: 'x' } as never, { a: 1 } as never);
    const upserted = await model.collection.replaceOne({ _id: 'r' } as never, { b: 1 } as never, {
      upsert: true,
    });
    const problem = await model.collection
      .replaceOne({ _id: 'x' } as never, { _id: 'other' } as never)
      .catch((error) => error);

    expect(result).to.include({ matchedCount: 1, modifiedCount: 1 });
    expect(same).to.include({ matchedCount: 1, modifiedCount: 1 });
    expect(upserted).to.include({ upsertedCount: 1, upsertedId: 'r' });
    expect(problem.code).to.equal(66);
    expect(await stored()).to.deep.equal({ _id: 'x', a: 1 });
    expect(await stored('r')).to.deep.equal({ _id: 'r', b: 1 });
  });

  it('finds and replaces, finds and deletes', async () => {
    const replaced = await model
      .findOneAndReplace({ _id: 'x' }, { a: 1 }, { returnDocument: 'after' })
      .lean();
    const deleted = await model.findOneAndDelete({ _id: 'x' }).lean();
    const gone = await model.findOneAndDelete({ _id: 'x' }).lean();

    expect(replaced).to.deep.equal({ _id: 'x', a: 1 });
    expect(deleted).to.deep.equal({ _id: 'x', a: 1 });
    expect(gone).to.equal(null);
  });

  it('refuses an update without operators', async () => {
    const problem = await model.collection
      .updateOne({ _id: 'x' } as never, { n: 1 })
      .catch((error) => error);

    expect(problem).to.be.instanceOf(Error);
    expect(await stored()).to.deep.equal(start);
  });
});
