// What the embedded engine does not know it refuses by its name, rather than guessing.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { engines, type Loose, looseModel, type OpenEngine } from '../../support/engines.ts';

type Attempt = (model: Loose) => unknown;
const collection = (model: Loose) =>
  model.collection as unknown as Record<string, (...args: any[]) => any>;
const filter =
  (given: object): Attempt =>
  (model) =>
    model.find(given).lean();
const update =
  (given: object): Attempt =>
  (model) =>
    collection(model).updateOne?.({ _id: 1 }, given);
const insert =
  (value: unknown): Attempt =>
  (model) =>
    collection(model).insertOne?.({ value });
const option =
  (given: object): Attempt =>
  (model) =>
    collection(model).find?.({}, given).toArray();

const refused: readonly (readonly [string, Attempt])[] = [
  ['$regex', filter({ a: { $regex: 'x' } })],
  ['RegExp', filter({ a: /x/ })],
  ['$not', filter({ a: { $not: { $gt: 1 } } })],
  ['$nor', filter({ $nor: [{ a: 1 }] })],
  ['$expr', filter({ $expr: { $eq: ['$a', 1] } })],
  ['$elemMatch', filter({ a: { $elemMatch: { b: 1 } } })],
  ['$size', filter({ a: { $size: 1 } })],
  ['$all', filter({ a: { $all: [1] } })],
  ['$mod', filter({ a: { $mod: [2, 0] } })],
  ['$near', (model) => collection(model).findOne?.({ a: { $near: [0, 0] } })],
  ['$type "array"', (model) => collection(model).findOne?.({ a: { $type: 'array' } })],
  ['objects and arrays as values', (model) => collection(model).findOne?.({ a: { b: 1 } })],
  ['objects and arrays as values', (model) => collection(model).findOne?.({ a: [1] })],
  ['ranges over null', (model) => collection(model).findOne?.({ a: { $gt: null } })],
  ['arrays in filters', filter({ list: 1 })],
  ['arrays in filters', filter({ 'list.x': 1 })],
  ['arrays in filters', filter({ 'list.0': { $ne: 1 } })],
  ['arrays in filters', filter({ 'list.x': { $exists: true } })],
  ['sorting by objects and arrays', (model) => model.find().sort({ list: 1 }).lean()],
  ['sorting by objects and arrays', (model) => model.find().sort({ object: 1 }).lean()],
  ['the path "a..b"', filter({ 'a..b': 1 })],
  ['the path "__proto__.x"', update({ $set: { '__proto__.x': 1 } })],
  ['the path "a.__proto__"', update({ $set: { 'a.__proto__': { x: 1 } } })],
  ['the path "a\'b"', (model) => collection(model).findOne?.({ "a'b": 1 })],
  ['the path "a\\"b"', (model) => collection(model).findOne?.({ 'a"b': 1 })],
  ['the path "list.$"', update({ $set: { 'list.$': 1 } })],
  ['updates inside arrays', update({ $set: { 'list.0.x': 1 } })],
  ['$rename', update({ $rename: { a: 'b' } })],
  ['$pull', update({ $pull: { list: 1 } })],
  ['$addToSet', update({ $addToSet: { list: 1 } })],
  ['$min', update({ $min: { a: 1 } })],
  ['$currentDate', update({ $currentDate: { a: true } })],
  ['$slice', update({ $push: { list: { $each: [1], $slice: 1 } } })],
  ['updates by pipeline', (model) => collection(model).updateOne?.({}, [{ $set: { a: 1 } }])],
  ['the option skip', option({ skip: 5 })],
  ['the option collation', option({ collation: { locale: 'th' } })],
  ['the option hint', option({ hint: { a: 1 } })],
  ['the option session', option({ session: {} })],
  ['$slice', option({ projection: { list: { $slice: 1 } } })],
  [
    '$meta',
    (model) =>
      collection(model)
        .find?.({}, { sort: { a: { $meta: 'textScore' } } })
        .toArray(),
  ],
  ['the number NaN', insert(Number.NaN)],
  ['the number Infinity', insert(Number.POSITIVE_INFINITY)],
  ['an invalid Date', insert(new Date('no'))],
  ['bigint', insert(5n)],
  ['Decimal128', insert(mongoose.Types.Decimal128.fromString('1.5'))],
  ['Long', insert(mongoose.mongo.Long.fromNumber(5))],
  ['Map', insert(new Map())],
  ['function', insert(() => 1)],
  ['the field name "$a"', insert({ $a: 1 })],
  ['the field name "__proto__"', insert(JSON.parse('{"__proto__":{"x":1}}'))],
  ['nested more than 100', insert(Array.from({ length: 150 }).reduce((inner) => ({ inner }), 1))],
  ['objects as _id', (model) => collection(model).insertOne?.({ _id: { a: 1 } })],
  ['arrays in indexed fields', (model) => collection(model).insertOne?.({ indexed: [1] })],
  [
    'arrays in indexed fields',
    (model) => collection(model).insertOne?.({ deep: [{ indexed: 1 }] }),
  ],
  [
    'objects in indexed fields',
    (model) => collection(model).updateOne?.({ _id: 1 }, { $set: { indexed: {} } }),
  ],
  ['an index over arrays', (model) => collection(model).createIndex?.({ list: 1 })],
  ['sparse', (model) => collection(model).createIndex?.({ s: 1 }, { sparse: true })],
  ['"text"', (model) => collection(model).createIndex?.({ s: 'text' })],
  ['"2dsphere"', (model) => collection(model).createIndex?.({ s: '2dsphere' })],
  ['aggregate', (model) => model.aggregate([{ $match: {} }])],
  ['distinct', (model) => model.distinct('a')],
  ['watch', (model) => collection(model).watch?.()],
  ['sessions and transactions', (model) => model.db.startSession()],
  [
    '$in in the filter of an upsert',
    (model) =>
      collection(model).updateOne?.({ a: { $in: [1] } }, { $set: { b: 1 } }, { upsert: true }),
  ],
  ['rename', (model) => collection(model).rename?.('other')],
];

describe('what the embedded engine refuses', () => {
  let open: OpenEngine;
  let model: Loose;
  const document = { _id: 1, a: 1, list: [1, { x: 2 }], object: { p: 1 } };
  before(async () => {
    open = (await engines[0]?.open()) as OpenEngine;
    model = looseModel(open);
    await model.collection.createIndex({ indexed: 1 });
    await model.collection.createIndex({ 'deep.indexed': 1 });
    await model.collection.insertOne({ ...document } as never);
  });
  after(() => open.drop());

  for (const [name, attempt] of refused) {
    it(`names ${name}`, async () => {
      const problem = await Promise.resolve()
        .then(() => attempt(model))
        .then(
          () => 'no refusal',
          (error) => error,
        );

      expect(problem).to.be.instanceOf(Error);
      expect(problem.message).to.contain(name);
      expect(problem.message).to.match(/^The embedded database does not support /);
      expect(await model.find().lean()).to.deep.equal([document]);
      expect(({} as { x?: unknown }).x).to.equal(undefined);
    });
  }

  it('looks past arrays that do not stand on the way', async () => {
    expect(await model.find({ a: 1, 'object.p': 1 }).lean()).to.have.length(1);
    expect(await model.find({ list: { $exists: true } }).lean()).to.have.length(1);
  });
});
