// Rows "values": what is stored comes back the same, in type and content.
import { expect } from 'chai';
import mongoose from 'mongoose';
import { type Loose, looseModel, onEachEngine } from '../support/engines.ts';

const { Binary } = mongoose.mongo;
const bytes = (length: number) =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 37) % 256));

const values: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['true and false', [true, false]],
  ['whole numbers', [0, 1, -1, 2 ** 31, -(2 ** 53), 2 ** 60]],
  ['fractions', [0.1, -1e-9, 1e21, 1.7976931348623157e308, 5e-324]],
  ['Thai text', 'น้ำไม่ไหล ๓ วัน กำลังรอ'],
  ['emoji and other planes', '📷👩‍👩‍👧 𝒳'],
  ['NUL and U+0001', 'a\0b\x01c\x01\x02\x02'],
  ['control characters, quotes and separators', '\t\n\r"\'\\\u2028\u2029\u007f'],
  ['the highest code point', ['\u{10FFFF}', '\u{10FFFF}51', '\u{10FFFF}0\0', '\u{10FFFF}6117']],
  ['dates', [new Date(0), new Date('2026-11-23T09:30:00.123Z')]],
  ['dates before 1970', [new Date(-1), new Date('0001-01-01T00:00:00Z'), new Date(-8.64e15)]],
  ['the last date', new Date(8.64e15)],
  ['object ids', new mongoose.Types.ObjectId('64b7f0c2a1b2c3d4e5f60718')],
  ['objects in objects', { a: { b: { c: [{ d: 1 }] } } }],
  ['empty objects and lists', [{}, [], [[]], [{}]]],
  ['Thai field names', { จังหวัด: { อำเภอ: 1 } }],
  ['field names with dots and quotes', { 'a.b': 1, 'say "x"': 2, "it's": 3, '': 4 }],
  [
    'field names that objects inherit',
    { constructor: 1, toString: 2, hasOwnProperty: 3, prototype: {} },
  ],
  ['lists of mixed things', [1, 'a', null, true, { a: [new Date(5)] }]],
];

onEachEngine('values', (given) => {
  let model: Loose;
  before(() => {
    model = looseModel(given());
  });

  for (const [title, value] of values) {
    it(`keeps ${title}`, async () => {
      const { insertedId } = await model.collection.insertOne({ value } as never);

      expect((await model.findOne({ _id: insertedId }).lean())?.value).to.deep.equal(value);
    });
  }

  for (const length of [0, 1, 64, 65, 100_000]) {
    it(`keeps ${length} bytes`, async () => {
      await model.collection.insertOne({ _id: `bytes-${length}`, value: bytes(length) } as never);

      const value = (await model.findById(`bytes-${length}`).lean())?.value;

      expect(value).to.be.instanceOf(Binary);
      expect(value.sub_type).to.equal(0);
      expect(Buffer.from(value.value()).equals(bytes(length))).to.equal(true);
    });
  }

  it('keeps the subtype of binaries', async () => {
    await model.collection.insertOne({ _id: 'uuid', value: new Binary(bytes(16), 4) } as never);

    expect((await model.findById('uuid').lean())?.value.sub_type).to.equal(4);
  });

  it('writes undefined as null and half a character as U+FFFD', async () => {
    await model.collection.insertOne({ _id: 'odd', a: undefined, b: 'x\ud800y' } as never);

    expect(await model.findById('odd').lean()).to.deep.equal({
      _id: 'odd',
      a: null,
      b: 'x\ufffdy',
    });
  });

  it('keeps the order of fields, _id first', async () => {
    await model.collection.insertOne({ z: 1, a: { y: 1, b: 2 }, _id: 'order' } as never);

    const found = await model.findById('order').lean();

    expect(Object.keys(found ?? {}).sort()).to.deep.equal(['_id', 'a', 'z']);
    expect(Object.keys(found?.a)).to.deep.equal(['y', 'b']);
  });

  it('gives an _id where there is none', async () => {
    const document: { _id?: unknown; n: number } = { n: 1 };

    const { insertedId } = await model.collection.insertOne(document as never);

    expect(insertedId).to.be.instanceOf(mongoose.Types.ObjectId);
    expect(document._id).to.equal(insertedId);
  });

  it('refuses a document of more than 16 MB', async () => {
    const problem = await model.collection
      .insertOne({ value: 'ก'.repeat(6_000_000) } as never)
      .catch((error) => error);

    expect(problem).to.be.instanceOf(Error);
    expect(problem.message).to.match(/16777216|too large|larger|out of range/i);
  });
});
