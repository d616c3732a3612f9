// What is inserted is written as text in one pass; what is changed later is encoded and written anew. Both must be the same text.
import { expect } from 'chai';
import fc from 'fast-check';
import { mongo } from 'mongoose';
import { encodeDocument, mark, toText } from '../../../server/db/embedded/encode.ts';
import { containerAt, textOf } from '../../../server/db/embedded/insertable.ts';

const odd = fc.constantFrom(
  '',
  '"',
  '\\',
  '\0',
  '\x01',
  '\n',
  '\ud800',
  'a\udc00',
  mark,
  `${mark}6`,
);
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  odd,
  fc.tuple(odd, odd).map((two) => two.join('ก')),
);
const scalar = fc.oneof(
  fc.constantFrom(null, undefined, -0, 1e21, 5e-324),
  fc.boolean(),
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ maxLength: 100 }),
  fc.constant(new mongo.ObjectId('650000000000000000000001')),
);
/** what the engine refuses */
const refused = fc.constantFrom(Number.NaN, 1n, /a/, new Map(), Symbol('a'), new Date(Number.NaN));
const name = fc.oneof(
  { weight: 10, arbitrary: text },
  { weight: 10, arbitrary: fc.constantFrom('a', 'b', 'a.b') },
  { weight: 1, arbitrary: fc.constantFrom('$a', '__proto__') },
);

const { fields } = fc.letrec<{ fields: object; value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 20, arbitrary: scalar },
    { weight: 1, arbitrary: refused },
    { weight: 5, arbitrary: tie('fields') },
    { weight: 3, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
    { weight: 2, arbitrary: tie('value').map((value) => ({ toBSON: () => value })) },
  ),
  fields: fc.dictionary(name, tie('value'), { maxKeys: 6 }),
}));

describe('a document written in one pass', () => {
  it('is the text of what it is encoded to, or is refused in the same words', () => {
    let written = 0;
    const property = fc.property(fields, (document) => {
      const expected = outcomeOf(() => toText(encodeDocument(document)));
      if (!expected.startsWith('refused')) written++;
      expect(outcomeOf(() => textOf(document))).to.equal(expected);
    });
    fc.assert(property, { numRuns: 3000 });
    expect(written).to.be.greaterThan(500);
  });

  it('meets what no index takes where the encoded document has it', () => {
    const steps = fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 3 });
    const property = fc.property(fields, steps, (document, path) => {
      const encoded = outcomeOf(() => toText(encodeDocument(document)));
      fc.pre(!encoded.startsWith('refused'));
      expect(containerAt(document, path)).to.equal(containerAt(encodeDocument(document), path));
    });
    fc.assert(property, { numRuns: 1000 });
  });

  it('is refused when it is nested too deep or too long', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 150; depth++) nested = { a: nested };
    const long = { a: 'ก'.repeat(6 * 1024 * 1024) };
    for (const document of [nested as object, long])
      expect(outcomeOf(() => textOf(document)))
        .to.match(/^refused/)
        .and.equal(outcomeOf(() => toText(encodeDocument(document))));
  });
});

function outcomeOf(write: () => string): string {
  try {
    return write();
  } catch (error) {
    return `refused: ${String(error)}`;
  }
}
