// Reading some fields out of a document's bytes against parsing all of it: the same, whatever stands in the document.
import { expect } from 'chai';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { parseText } from '../../../server/db/embedded/decode.ts';
import { encodeDocument, toText } from '../../../server/db/embedded/encode.ts';
import { compileProjection, project } from '../../../server/db/embedded/projection.ts';
import { FieldScanner } from '../../../server/db/embedded/scan-fields.ts';

// names that end alike, are not ASCII, or must be escaped
const name = fc.constantFrom('a', 'b', 'aXb', 'aYb', 'ก', 'no"te', 'back\\', 'long-name', '');
const text = fc.oneof(
  fc.constantFrom('', '"', '\\', '\\"', 'x"', '\0', '\x01', '\\u0001', '\u{10FFFF}', '\u{10FFFF}6'),
  fc.constantFrom('received', 'TH-50', 'เชียงใหม่', '{"a":1}', '],"b":2', 'a\nb', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  // longer than what is looked at byte by byte
  fc
    .array(fc.constantFrom('ก', '"', '\\', 'a', ',', '}'), { maxLength: 60 })
    .map((all) => all.join('')),
);
const scalar = fc.oneof(
  text,
  fc.constantFrom(null, true, false, 0, -0, -1, 7, 1.5, 1e21, 2 ** 53, 2 ** 60, 1e-9),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.date({ noInvalidDate: true }),
  fc.constantFrom(new Date(0), new Date(-1), new Date(8.64e15), new Date(-8.64e15)),
  fc.uint8Array({ maxLength: 70 }),
  fc.constant(mongo.ObjectId.createFromHexString('0123456789abcdef01234567')),
);
const { document } = fc.letrec<{ document: object; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    scalar,
    tie('document'),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
  document: fc.dictionary(name, tie('value'), { maxKeys: 6, noNullPrototype: true }),
}));
const path = fc
  .array(fc.constantFrom('a', 'b', 'aXb', 'ก', 'long-name'), { minLength: 1, maxLength: 3 })
  .map((steps) => steps.join('.'));
const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 5 }).filter((all) => {
  return !all.some((one) => all.some((other) => other !== one && other.startsWith(`${one}.`)));
});

function bothWays(text: string, wanted: readonly string[], around = '') {
  const projection = compileProjection(Object.fromEntries(wanted.map((one) => [one, 1])));
  if (!projection) throw new Error('something is wanted');
  const before = Buffer.from(around);
  const bytes = Buffer.concat([before, Buffer.from(`${text}${around}"`)]);
  const from = before.length;
  const to = from + Buffer.byteLength(text);
  return {
    scanned: new FieldScanner(projection.tree).read(bytes, from, to),
    parsed: project(parseText(text), projection, true),
  };
}

describe('reading fields out of the bytes of a document', () => {
  it('gives what parsing gives, or leaves it to that', () => {
    let read = 0;
    fc.assert(
      fc.property(document, paths, fc.constantFrom('', '{"a":1}', '"'), (made, wanted, around) => {
        const text = toText(encodeDocument(made));
        const { scanned, parsed } = bothWays(text, wanted, around);
        if (scanned === undefined) expect(text).to.include('\\');
        else {
          read += 1;
          expect(scanned).to.deep.equal(parsed);
          expect(Object.keys(scanned)).to.deep.equal(Object.keys(parsed));
        }
      }),
      { numRuns: 3000 },
    );
    expect(read).to.be.greaterThan(1000);
  });

  it('reads whatever has names as ours without help', () => {
    const made = {
      _id: 'x',
      skipped: { a: [{ b: 'long "quoted" text \\ that is passed over\\' }], c: 'ก'.repeat(50) },
      a: [{ b: 1, c: 2 }, 3, [{ b: null }], { b: { deep: 'all of it' } }],
      ก: new Date(-5),
    };
    const { scanned, parsed } = bothWays(toText(encodeDocument(made)), ['a.b', 'ก']);

    expect(scanned).to.deep.equal(parsed);
    expect(scanned).to.deep.include({ _id: 'x', ก: new Date(-5) });
  });

  it('leaves text that is not as we write it to others', () => {
    for (const odd of [
      '{ "a":1}',
      '{"a" :1}',
      '{"a\\u0062":1}',
      '{"a":1}x',
      '[1]',
      '{"a":1',
      '{"a"',
    ])
      expect(
        new FieldScanner({ a: true }).read(Buffer.from(`${odd}"`), 0, Buffer.byteLength(odd)),
        odd,
      ).to.equal(undefined);
  });
});
