// Rows "sort", "limit", "projection" and "cursor".
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';

const objectId = new mongoose.Types.ObjectId('64b7f0c2a1b2c3d4e5f60718');

// in the order of MongoDB: null, numbers, texts, binaries, object ids, booleans, dates
const mixed = [
  null,
  -5,
  0,
  7.5,
  2 ** 60,
  '',
  'Z',
  'a',
  'ก',
  'ข',
  '\u{10FFFF}',
  new mongoose.mongo.Binary(Buffer.from([1])),
  new mongoose.mongo.Binary(Buffer.from([0, 0])),
  objectId,
  false,
  true,
  new Date(-1),
  new Date(5),
];

const whole = {
  _id: 1,
  a: 1,
  b: { c: 2, d: { e: 3, f: 4 } },
  l: [{ p: 1, q: 2 }, 5, [{ p: 3, q: 4 }], { q: 6 }],
  t: 'x\0y',
  when: new Date(7),
};

const projections: readonly (readonly [string, Record<string, any>, object])[] = [
  ['everything', {}, whole],
  ['one field, with _id', { a: 1 }, { _id: 1, a: 1 }],
  ['one field, without _id', { a: 1, _id: 0 }, { a: 1 }],
  ['only _id', { _id: 1 }, { _id: 1 }],
  ['a nested field', { 'b.d.e': 1 }, { _id: 1, b: { d: { e: 3 } } }],
  ['two nested fields', { 'b.c': 1, 'b.d.f': true }, { _id: 1, b: { c: 2, d: { f: 4 } } }],
  ['a field inside a list', { 'l.p': 1 }, { _id: 1, l: [{ p: 1 }, [{ p: 3 }], {}] }],
  [
    'values with odd characters and dates',
    { t: 1, when: 1 },
    { _id: 1, t: 'x\0y', when: new Date(7) },
  ],
  ['a field that is not there', { none: 1, 'a.x': 1, 'b.none': 1 }, { _id: 1, b: {} }],
  ['all but one', { a: 0, l: 0, t: 0, when: 0 }, { _id: 1, b: whole.b }],
  ['all but _id', { _id: 0 }, { a: 1, b: whole.b, l: whole.l, t: whole.t, when: whole.when }],
  ['all but a nested field', { 'b.d': 0, l: 0, t: 0, when: 0 }, { _id: 1, a: 1, b: { c: 2 } }],
  [
    'all but a field inside a list',
    { 'l.q': 0, a: 0, b: 0, t: 0, when: 0 },
    { _id: 1, l: [{ p: 1 }, 5, [{ p: 3 }], {}] },
  ],
];

onEachEngine('reading', (given) => {
  let model: Loose;
  before(async () => {
    model = looseModel(given());
    await model.collection.insertOne(structuredClone(whole) as never);
  });

  for (const [title, projection, expected] of projections) {
    it(`gives ${title}`, async () => {
      expect(await model.findOne({}, projection).lean()).to.deep.equal(expected);
      expect(await model.find({}, projection).lean()).to.deep.equal([expected]);
    });
  }

  it('refuses to include and exclude at once', async () => {
    const problem = await model
      .findOne({}, { a: 1, b: 0 })
      .lean()
      .then(String, (error) => error);

    expect(problem).to.be.instanceOf(mongoose.mongo.MongoServerError);
    expect(problem.code).to.equal(31_254);
  });

  for (const indexed of [false, true]) {
    describe(indexed ? 'sorted by an index' : 'sorted without an index', () => {
      let values: Loose;
      before(async () => {
        values = looseModel(given());
        if (indexed) await values.collection.createIndex({ v: 1, w: -1 });
        const shuffled = mixed.flatMap((v, index) => [
          { v, w: 1, index },
          { v, w: 2, index },
        ]);
        shuffled.sort((a, b) => ((a.index * 7 + a.w) % 17) - ((b.index * 7 + b.w) % 17));
        await values.collection.insertMany(shuffled as never);
      });

      it('orders mixed types as MongoDB does', async () => {
        const up = await values.find({}).sort({ v: 1, w: -1 }).lean();
        const down = await values.find({}).sort({ v: -1, w: 1 }).lean();

        expect(up.map(({ index }) => index)).to.deep.equal(
          mixed.flatMap((_, index) => [index, index]),
        );
        expect(up.map(({ w }) => w)).to.deep.equal(mixed.flatMap(() => [2, 1]));
        expect(down.map(({ index, w }) => [index, w])).to.deep.equal(
          up.map(({ index, w }) => [index, w]).reverse(),
        );
      });

      it('gives a page after a key', async () => {
        const pages: number[] = [];
        let after: object = {};
        for (;;) {
          const page = await values.find(after).sort({ index: 1, w: 1 }).limit(7).lean();
          const last = page.at(-1);
          if (last === undefined) break;
          pages.push(...page.map(({ index, w }) => index * 10 + w));
          after = {
            index: { $gte: last.index },
            $or: [{ index: { $gt: last.index } }, { index: last.index, w: { $gt: last.w } }],
          };
        }

        expect(pages).to.deep.equal(mixed.flatMap((_, index) => [index * 10 + 1, index * 10 + 2]));
      });
    });
  }

  describe('many documents', () => {
    const total = 3000;
    let many: Loose;
    before(async () => {
      many = looseModel(given());
      await many.collection.createIndex({ group: 1, n: -1 });
      const documents = Array.from({ length: total }, (_, n) => ({
        _id: `${(n * 7919) % total}`,
        n,
        group: n % 3,
        other: n % 2,
      }));
      await many.collection.insertMany(documents as never);
    });

    const read = async (filter: object, sort: object | undefined, limit = 0) => {
      const seen: number[] = [];
      const query = many.find(filter, { n: 1 }).limit(limit).lean();
      for await (const { n } of (sort === undefined ? query : query.sort(sort as never)).cursor())
        seen.push(n);
      return seen;
    };
    const expected = (test: (n: number) => boolean) =>
      Array.from({ length: total }, (_, n) => n).filter(test);

    it('reads all of them through a cursor, each once', async () => {
      expect((await read({}, undefined)).sort((a, b) => a - b)).to.deep.equal(expected(() => true));
    });

    it('reads those that no index finds, each once', async () => {
      expect((await read({ other: 1 }, undefined)).sort((a, b) => a - b)).to.deep.equal(
        expected((n) => n % 2 === 1),
      );
    });

    it('reads those that an index finds, in its order', async () => {
      expect(await read({ group: 2 }, { n: -1 })).to.deep.equal(
        expected((n) => n % 3 === 2).reverse(),
      );
    });

    it('reads some fields of those whose ids are named, each once, and no more than there are', async () => {
      const ids = Array.from({ length: 1200 }, (_, at) => `${at * 3 + 1500}`);
      const named = { _id: { $in: [...ids, ...ids.slice(0, 600)] } };
      const of = new Set(ids);
      const isNamed = (n: number) => of.has(`${(n * 7919) % total}`);

      expect((await read(named, undefined)).sort((a, b) => a - b)).to.deep.equal(expected(isNamed));
      const odd = (await read({ ...named, other: 1 }, undefined)).sort((a, b) => a - b);
      expect(odd).to.deep.equal(expected((n) => isNamed(n) && n % 2 === 1));
      const [one] = await many.find(named, { other: 1, group: 1 }).lean();
      expect(Object.keys(one ?? {}).sort()).to.deep.equal(['_id', 'group', 'other']);
    });

    it('reads in an order that no index has', async () => {
      expect(await read({ other: 0 }, { n: -1 })).to.deep.equal(
        expected((n) => n % 2 === 0).reverse(),
      );
    });

    it('reads up to a limit', async () => {
      expect(await read({ group: 1 }, { n: 1 }, 500)).to.deep.equal(
        expected((n) => n % 3 === 1).slice(0, 500),
      );
      expect(await read({}, undefined, 250)).to.have.length(250);
    });

    it('gives what it has buffered, so that readers need no promise for each document', async () => {
      const cursor = many.collection.find({}, { projection: { n: 1 } });
      let read = 0;
      while (await cursor.hasNext()) read += cursor.readBufferedDocuments().length;

      expect(read).to.equal(total);
      await cursor.close();
    });

    it('goes on over documents that are written and deleted meanwhile', async () => {
      const changing = looseModel(given());
      await changing.insertMany(Array.from({ length: 1000 }, (_, n) => ({ _id: n, n })) as never);
      const seen = new Set<unknown>();
      for await (const { _id } of changing.find().lean().cursor()) {
        seen.add(_id);
        if (_id === 50) await changing.deleteMany({ _id: { $gte: 900 } });
        if (_id === 60) await changing.updateMany({}, { $set: { touched: true } });
      }

      expect(Array.from({ length: 900 }, (_, n) => n).every((n) => seen.has(n))).to.equal(true);
    });

    it('can be left in the middle', async () => {
      for await (const { n } of many.find().lean().cursor()) if (n > 100) break;

      expect(await many.estimatedDocumentCount()).to.equal(total);
    });
  });
});
