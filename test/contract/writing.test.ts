// Rows "insert", "bulk" and "delete": what is stored, what is answered, what of a list remains when a part of it fails.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';

const { MongoBulkWriteError, MongoServerError } = mongoose.mongo;

onEachEngine('writing', (given) => {
  let model: Loose;
  beforeEach(async () => {
    model = looseModel(given());
    await model.collection.insertOne({ _id: 'taken', n: 0 } as never);
  });
  const ids = async () =>
    (await model.find({}, { _id: 1 }).sort({ _id: 1 }).lean()).map(({ _id }) => _id);

  it('inserts one', async () => {
    const result = await model.collection.insertOne({ _id: 'a' } as never);

    expect(result).to.deep.include({ acknowledged: true, insertedId: 'a' });
    expect(await ids()).to.deep.equal(['a', 'taken']);
  });

  it('answers E11000 for an _id that is taken', async () => {
    const problem = await model.collection
      .insertOne({ _id: 'taken', n: 1 } as never)
      .catch((error) => error);

    expect(problem).to.be.instanceOf(MongoServerError);
    expect(problem).to.include({ code: 11_000 });
    expect(problem.message).to.match(
      /^E11000 duplicate key error collection: \S+ index: _id_ dup key: { _id: "taken" }$/,
    );
    expect(problem.keyPattern).to.deep.equal({ _id: 1 });
    expect(problem.keyValue).to.deep.equal({ _id: 'taken' });
    expect(await model.findById('taken').lean()).to.deep.equal({ _id: 'taken', n: 0 });
  });

  it('creates through a model, and tells a duplicate', async () => {
    const created = await model.create({ _id: 'c', o: { p: 1 } });
    const problem = await model.create({ _id: 'c' }).catch((error) => error);

    expect(created.toObject()).to.deep.equal({ _id: 'c', o: { p: 1 } });
    expect(problem.code).to.equal(11_000);
  });

  it('saves what changed in a document', async () => {
    const document = await model.findById('taken');
    document?.set('n', 5);
    document?.set('o.p', new Date(3));
    await document?.save();

    expect(await model.findById('taken').lean()).to.deep.equal({
      _id: 'taken',
      n: 5,
      o: { p: new Date(3) },
    });
  });

  it('inserts many', async () => {
    const result = await model.collection.insertMany([{ _id: 'b' }, { _id: 'a' }] as never);

    expect(result).to.deep.include({
      acknowledged: true,
      insertedCount: 2,
      insertedIds: { 0: 'b', 1: 'a' },
    });
    expect(await ids()).to.deep.equal(['a', 'b', 'taken']);
  });

  const list = () => [{ _id: 'a' }, { _id: 'taken' }, { _id: 'b' }, { _id: 'a' }, { _id: 'c' }];

  it('inserts what it can of an unordered list, and names the others', async () => {
    const problem = await model
      .insertMany(list() as never, { ordered: false })
      .catch((error) => error);

    expect(problem).to.be.instanceOf(MongoBulkWriteError);
    expect(problem).to.include({ code: 11_000, insertedCount: 3 });
    expect(
      problem.writeErrors.map((error: any) => [error.index, error.code, error.err.op?._id]),
    ).to.deep.equal([
      [1, 11_000, 'taken'],
      [3, 11_000, 'a'],
    ]);
    expect(problem.insertedDocs.map(({ _id }: any) => _id)).to.deep.equal(['a', 'b', 'c']);
    expect(problem.insertedIds).to.deep.equal({ 0: 'a', 2: 'b', 4: 'c' });
    expect(await ids()).to.deep.equal(['a', 'b', 'c', 'taken']);
  });

  it('stops an ordered list at the first that fails', async () => {
    const problem = await model.collection.insertMany(list() as never).catch((error) => error);

    expect(problem).to.be.instanceOf(MongoBulkWriteError);
    expect(problem).to.include({ code: 11_000, insertedCount: 1 });
    expect(problem.writeErrors.map(({ index }: any) => index)).to.deep.equal([1]);
    expect(problem.insertedIds).to.deep.equal({ 0: 'a' });
    expect(await ids()).to.deep.equal(['a', 'taken']);
  });

  it('inserts a list longer than one turn of the event loop takes', async () => {
    const long = Array.from({ length: 1700 }, (_, n) => ({ _id: `n${n % 1600}`, n }));

    const problem = await model.collection
      .insertMany(long as never, { ordered: false })
      .catch((error) => error);

    expect(problem).to.include({ insertedCount: 1600 });
    expect(problem.writeErrors.map(({ index }: any) => index)).to.deep.equal(
      Array.from({ length: 100 }, (_, n) => 1600 + n),
    );
    expect(await model.estimatedDocumentCount()).to.equal(1601);
  });

  it('does a list of different writes', async () => {
    const result = await model.bulkWrite([
      { insertOne: { document: { _id: 'a', n: 1 } } },
      { updateOne: { filter: { _id: 'a' }, update: { $inc: { n: 1 } } } },
      { updateOne: { filter: { _id: 'up' }, update: { $set: { n: 9 } }, upsert: true } },
      { updateMany: { filter: { n: { $lt: 9 } }, update: { $set: { small: true } } } },
      { replaceOne: { filter: { _id: 'up' }, replacement: { m: 1 } } },
      { insertOne: { document: { _id: 'gone' } } },
      { deleteOne: { filter: { _id: 'gone' } } },
      { deleteMany: { filter: { _id: 'taken' } } },
    ] as never);

    expect(result).to.deep.include({
      insertedCount: 2,
      matchedCount: 4,
      modifiedCount: 4,
      deletedCount: 2,
      upsertedCount: 1,
      upsertedIds: { 2: 'up' },
    });
    expect(await model.find().sort({ _id: 1 }).lean()).to.deep.equal([
      { _id: 'a', n: 2, small: true },
      { _id: 'up', m: 1 },
    ]);
  });

  it('does what it can of an unordered list of writes', async () => {
    const problem = await model.collection
      .bulkWrite(
        [
          { insertOne: { document: { _id: 'taken' } } },
          { updateOne: { filter: { _id: 'taken' }, update: { $set: { n: 1 } } } },
          { updateOne: { filter: { _id: 'taken' }, update: { $push: { n: 1 } } } },
          { insertOne: { document: { _id: 'z' } } },
        ] as never,
        { ordered: false },
      )
      .catch((error) => error);

    expect(problem).to.be.instanceOf(MongoBulkWriteError);
    expect(problem.writeErrors.map(({ index, code }: any) => [index, code])).to.deep.equal([
      [0, 11_000],
      [2, 2],
    ]);
    expect(problem.result).to.include({ insertedCount: 1, modifiedCount: 1 });
    expect(await ids()).to.deep.equal(['taken', 'z']);
  });

  it('refuses an empty list', async () => {
    const problem = await model.collection.insertMany([]).catch((error) => error);

    expect(problem).to.be.instanceOf(Error);
    expect(problem.message).to.match(/cannot be empty/);
  });

  it('deletes one or many and says how many', async () => {
    await model.collection.insertMany(
      Array.from({ length: 1200 }, (_, n) => ({ _id: n, even: n % 2 === 0 })) as never,
    );

    expect(await model.deleteOne({ even: true })).to.deep.include({ deletedCount: 1 });
    expect(await model.deleteOne({ even: 'no' })).to.deep.include({ deletedCount: 0 });
    expect(await model.deleteMany({ even: true })).to.deep.include({ deletedCount: 599 });
    expect(await model.deleteMany({})).to.deep.include({ deletedCount: 601 });
    expect(await ids()).to.deep.equal([]);
  });

  it('leaves others alone when one of many writes at once fails', async () => {
    const writes = Array.from({ length: 60 }, (_, n) =>
      model.collection.insertOne({ _id: `w${n % 40}`, n } as never),
    );

    const results = await Promise.allSettled(writes);

    expect(results.filter(({ status }) => status === 'fulfilled')).to.have.length(40);
    expect(await model.countDocuments({ n: { $gt: 0 } })).to.equal(39);
  });
});
