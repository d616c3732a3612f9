// Rows "filters" of the subset table: which documents a filter finds.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';

const objectId = new mongoose.Types.ObjectId('64b7f0c2a1b2c3d4e5f60718');
const highest = '\u{10FFFF}5x';

const documents = [
  {
    _id: 1,
    n: 5,
    s: 'ข้าว',
    d: new Date('2026-01-01'),
    b: true,
    z: null,
    o: { p: 'x', q: { r: 1 } },
  },
  { _id: 2, n: -1.5, s: 'ก', d: new Date('1960-02-29T12:00:00Z'), b: false, o: { p: 'y' } },
  { _id: 3, n: 0, s: '', d: new Date('0001-01-01T00:00:00Z'), o: {} },
  { _id: 4, n: '5', s: '{"p":"x"}', d: '2026-01-01', b: 1 },
  { _id: 5, n: 1e15 + 0.5, s: 'a\0b', b: 0, o: 5 },
  { _id: 6, n: 2 ** 60, s: highest, i: objectId },
  { _id: 'é', n: null, s: { p: 'x' }, i: objectId.toHexString() },
  { _id: objectId, n: 6, s: 'it\'s "quoted" \\ \u2028', o: { p: null } },
];

const all = documents.map(({ _id }) => _id);
const without = (...ids: unknown[]) => all.filter((id) => !ids.includes(id));

const cases: readonly (readonly [string, object, unknown[]])[] = [
  ['no filter', {}, all],
  ['equality of numbers, not of their texts', { n: 5 }, [1]],
  ['equality of texts, not of their numbers', { n: '5' }, [4]],
  ['equality of large numbers', { n: 2 ** 60 }, [6]],
  ['equality of fractions', { n: 1e15 + 0.5 }, [5]],
  ['true is not 1', { b: true }, [1]],
  ['1 is not true', { b: 1 }, [4]],
  ['false is not 0', { b: false }, [2]],
  ['dates by instant', { d: new Date('2026-01-01T07:00:00+07:00') }, [1]],
  ['texts that look like dates are no dates', { d: '2026-01-01' }, [4]],
  ['Thai', { s: 'ข้าว' }, [1]],
  ['a text with NUL', { s: 'a\0b' }, [5]],
  ['a text that looks like an encoded value', { s: highest }, [6]],
  ['a text that looks like JSON, not the object', { s: '{"p":"x"}' }, [4]],
  ['quotes and backslashes', { s: 'it\'s "quoted" \\ \u2028' }, [objectId]],
  ['the empty text', { s: '' }, [3]],
  ['object ids, not their hex texts', { i: objectId }, [6]],
  ['null: missing or null', { z: null }, all],
  ['null in a nested path', { 'o.p': null }, [3, 4, 5, 6, 'é', objectId]],
  ['_id by number', { _id: 2 }, [2]],
  ['_id by text', { _id: 'é' }, ['é']],
  ['_id by object id', { _id: objectId }, [objectId]],
  ['nested paths', { 'o.q.r': 1 }, [1]],
  ['$eq', { n: { $eq: 5 } }, [1]],
  ['$ne', { n: { $ne: 5 } }, without(1)],
  ['$ne null', { z: { $ne: null } }, []],
  ['$ne on a nested path', { 'o.p': { $ne: 'x' } }, without(1)],
  ['$in on _id', { _id: { $in: [1, 'é', objectId, 99] } }, [1, 'é', objectId]],
  ['$in of mixed types', { n: { $in: [5, '5', -1.5] } }, [1, 2, 4]],
  ['$in with null', { 'o.p': { $in: ['x', null] } }, without(2)],
  ['$in of nothing', { n: { $in: [] } }, []],
  ['$in of a text that looks like JSON', { s: { $in: ['{"p":"x"}', 'ก'] } }, [2, 4]],
  ['$nin', { n: { $nin: [5, 0] } }, without(1, 3)],
  ['$nin with null', { 'o.p': { $nin: [null, 'y'] } }, [1]],
  ['$lt of numbers', { n: { $lt: 0 } }, [2]],
  ['$lte of numbers', { n: { $lte: 0 } }, [2, 3]],
  ['$gt of numbers', { n: { $gt: 5 } }, [5, 6, objectId]],
  ['$gte of numbers', { n: { $gte: 5 } }, [1, 5, 6, objectId]],
  ['$gt of texts', { s: { $gt: 'ก' } }, [1, 6]],
  ['$gte of texts', { s: { $gte: '' } }, [1, 2, 3, 4, 5, 6, objectId]],
  ['$lt of texts', { s: { $lt: 'a\x01' } }, [3, 5]],
  ['$lte of texts', { s: { $lte: 'a\0b' } }, [3, 5]],
  ['$lt of dates before 1970', { d: { $lt: new Date(0) } }, [2, 3]],
  ['$gte of dates', { d: { $gte: new Date('1960-02-29T12:00:00Z') } }, [1, 2]],
  ['ranges of booleans', { b: { $gt: false } }, [1]],
  ['ranges of object ids', { i: { $gte: objectId } }, [6]],
  ['a range from both sides', { n: { $gt: -2, $lt: 5 } }, [2, 3]],
  ['$exists', { b: { $exists: true } }, [1, 2, 4, 5]],
  ['$exists with null', { z: { $exists: true } }, [1]],
  ['$exists: false', { o: { $exists: false } }, [4, 6, 'é']],
  ['$exists on a nested path', { 'o.p': { $exists: true } }, [1, 2, objectId]],
  ['$exists with another condition', { n: { $exists: true, $ne: null } }, without('é')],
  ['several fields', { n: { $gte: 0 }, b: true }, [1]],
  ['$and', { $and: [{ n: { $gt: -2 } }, { n: { $lt: 5 } }] }, [2, 3]],
  ['$or', { $or: [{ n: 5 }, { s: 'ก' }] }, [1, 2]],
  ['$or beside a field', { b: true, $or: [{ n: 5 }, { s: 'ก' }] }, [1]],
  ['$or in $and', { $and: [{ $or: [{ n: 5 }, { n: 0 }] }, { s: '' }] }, [3]],
  [
    'the page after a key',
    { $or: [{ n: { $gt: 0 } }, { n: 0, _id: { $gt: 2 } }] },
    [1, 3, 5, 6, objectId],
  ],
  ['$type string', { n: { $type: 'string' } }, [4]],
  ['$type number', { n: { $type: 'number' } }, without(4, 'é')],
  ['$type date', { d: { $type: 'date' } }, [1, 2, 3]],
  ['$type bool', { b: { $type: 'bool' } }, [1, 2]],
  ['$type objectId', { i: { $type: 'objectId' } }, [6]],
  ['undefined as null', { 'o.p': undefined }, [3, 4, 5, 6, 'é', objectId]],
];

onEachEngine('filters', (given) => {
  let plain: Loose;
  let indexed: Loose;

  before(async () => {
    plain = looseModel(given());
    await plain.collection.insertMany(documents.map((document) => ({ ...document })) as never);
    indexed = looseModel(given());
    for (const path of ['n', 'd', 'b', 'z', 'i', 'o.q.r'])
      await indexed.collection.createIndex({ [path]: 1 });
    await indexed.collection.insertMany(documents.map((document) => ({ ...document })) as never);
  });

  for (const [title, filter, expected] of cases) {
    it(`finds by ${title}`, async () => {
      const found = await plain.find(filter).lean();
      const counted = await plain.countDocuments(filter);
      const byIndex = await indexed.find(filter).lean();

      expect(ids(found)).to.deep.equal(expected.map(String).sort());
      expect(counted).to.equal(expected.length);
      expect(ids(byIndex)).to.deep.equal(expected.map(String).sort());
    });
  }

  it('finds one, or null', async () => {
    expect((await plain.findOne({ n: { $lt: 0 } }).lean())?._id).to.equal(2);
    expect(await plain.findOne({ n: 99 }).lean()).to.equal(null);
    expect(await plain.findById('é').lean()).to.have.property('n', null);
  });

  it('finds nothing in a collection that does not exist', async () => {
    const none = looseModel(given());

    expect(await none.find().lean()).to.deep.equal([]);
    expect(await none.countDocuments({ a: 1 })).to.equal(0);
    expect(await none.estimatedDocumentCount()).to.equal(0);
    expect(await none.findOneAndUpdate({ a: 1 }, { $set: { a: 2 } })).to.equal(null);
    expect((await none.deleteMany({})).deletedCount).to.equal(0);
  });

  it('finds a thousand by _id in one call', async () => {
    const many = looseModel(given());
    const wanted = Array.from({ length: 1000 }, (_, index) => `id-${index * 2}`);
    await many.insertMany(
      Array.from({ length: 2500 }, (_, index) => ({ _id: `id-${index}`, index })) as never,
    );

    const found = await many.find({ _id: { $in: wanted } }).lean();

    expect(found.map(({ _id }) => _id).sort()).to.deep.equal(wanted.sort());
  });

  it('counts up to a limit', async () => {
    expect(await plain.countDocuments({ n: { $gte: 0 } }).limit(2)).to.equal(2);
  });
});

const ids = (found: readonly { _id: unknown }[]) => found.map(({ _id }) => String(_id)).sort();
