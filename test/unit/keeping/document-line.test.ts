// Documents as lines: what MongoDB stores comes back byte for byte, what the embedded engine stores comes back with its types.
import { expect } from 'chai';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { decodeText } from '../../../server/db/embedded/decode.ts';
import { encodeDocument, toText } from '../../../server/db/embedded/encode.ts';
import { documentOf, lineHeldBy, lineOf } from '../../../server/db/whole/document-line.ts';

const { BSON } = mongo;

const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.string({ unit: 'grapheme' }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.maxSafeInteger(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => new mongo.Binary(bytes)),
  fc.constant(new mongo.ObjectId('650000000000000000000001')),
);
const name = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .filter((one) => !one.startsWith('$') && !one.includes('\0') && one !== '__proto__');
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('any'), { maxLength: 4 }),
    tie('fields'),
  ),
  fields: fc.dictionary(name, tie('any'), { maxKeys: 5 }),
}));
const document = fc
  .tuple(fc.uuid(), fc.dictionary(name, value.any, { maxKeys: 6 }))
  .map(([_id, fields]): object => ({ ...fields, _id }));

const read = (bytes: Uint8Array) =>
  BSON.deserialize(bytes, { promoteValues: false, bsonRegExp: true });

describe('a document as a line', () => {
  it('comes back to MongoDB byte for byte', () => {
    fc.assert(
      fc.property(document, (one) => {
        const bytes = BSON.serialize(one);
        const line = lineOf(read(bytes));
        expect(BSON.serialize(documentOf(line))).to.deep.equal(bytes);
        expect(line).not.to.include('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('comes back to the embedded engine letter for letter, and is the same line on either', () => {
    fc.assert(
      fc.property(document, (one) => {
        const text = toText(encodeDocument(one));
        const line = lineOf(decodeText(text));
        expect(toText(encodeDocument(documentOf(line)))).to.equal(text);
        // JSON has one zero
        const onMongodb = lineOf(read(BSON.serialize(decodeText(text))));
        expect(line).to.equal(lineHeldBy('embedded', onMongodb));
      }),
      { numRuns: 500 },
    );
  });

  for (const [what, given] of [
    ['a double that is whole', new mongo.Double(5)],
    ['-0', new mongo.Double(-0)],
    ['NaN', new mongo.Double(Number.NaN)],
    ['infinity', new mongo.Double(Number.POSITIVE_INFINITY)],
    ['an integer of 64 bits', mongo.Long.fromString('9007199254740993')],
    ['a small integer of 64 bits', mongo.Long.fromNumber(7)],
    ['a number beyond 32 bits', 5_000_000_000],
    ['a decimal', mongo.Decimal128.fromString('1.10')],
    ['a time stamp', new mongo.Timestamp({ t: 7, i: 1 })],
    ['a regular expression', new mongo.BSONRegExp('^a', 'i')],
    ['the first date there is', new Date(-8.64e15)],
    ['the last date there is', new Date(8.64e15)],
    ['bytes of another kind', new mongo.Binary(Buffer.from('abc'), 4)],
    ['nothing', null],
    ['an empty object and an empty list', { object: {}, list: [] }],
    ['a field named as JavaScript names its own', JSON.parse('{"__proto__":{"a":true,"d":1}}')],
    ['text that looks like a note', { text: '{"$rabfang":{}}', odd: '"$date' }],
  ] as const)
    it(`keeps ${what}`, () => {
      const bytes = BSON.serialize({ _id: 'a', given });
      expect(BSON.serialize(documentOf(lineOf(read(bytes))))).to.deep.equal(bytes);
    });

  it('keeps what is missing apart from what is null, and the order of fields', () => {
    expect(lineOf({ _id: 'a', z: null, b: 1 })).to.equal('{"_id":"a","z":null,"b":1}');
    expect(Object.keys(documentOf('{"_id":"a","z":null,"b":1}'))).to.deep.equal(['_id', 'z', 'b']);
  });

  it('is, on the embedded engine, one with the only kind of number that it knows', () => {
    const line = lineOf({ _id: 'a', n: [new mongo.Double(5), mongo.Long.fromNumber(7)] });
    expect(line).to.include('$numberLong');
    expect(lineHeldBy('embedded', line)).to.equal('{"_id":"a","n":[5,7]}');
    expect(lineHeldBy('mongodb', line)).to.equal(line);
  });

  it('refuses by name what it cannot say', () => {
    expect(() => lineOf({ _id: 'a', b: { $date: 1 } })).to.throw('$date');
    const long = lineOf({ _id: 'a', n: mongo.Long.fromString('9007199254740993') });
    expect(() => lineHeldBy('embedded', long)).to.throw('9007199254740993');
  });
});
