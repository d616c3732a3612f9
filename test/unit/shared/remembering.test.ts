import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../../shared/text/canonical-json.ts';
import { remembering } from '../../../shared/text/remembering.ts';

describe('remembering', () => {
  const counting = () => {
    const asked: string[] = [];
    const read = remembering(
      (text) => {
        asked.push(text);
        return text.length % 2 === 0 ? text.length : undefined;
      },
      (value) => value !== undefined,
    );
    return { asked, read };
  };

  it('reads what it understood once', () => {
    const { asked, read } = counting();

    const answers = ['กทม.', 'กทม.', 'กทม.'].map(read);

    expect(answers).to.deep.equal([4, 4, 4]);
    expect(asked).to.deep.equal(['กทม.']);
  });

  it('keeps nothing that it did not understand, nor anything long', () => {
    const { asked, read } = counting();

    for (const text of ['สมศ', 'สมศ', 'x'.repeat(62), 'x'.repeat(62)]) read(text);

    expect(asked).to.have.length(4);
  });

  it('answers as before after more different texts than it keeps', () => {
    const { read } = counting();
    const texts = Array.from({ length: 3000 }, (_, index) => `${(index * 7) % 1200}`);

    for (const text of texts)
      expect(read(text)).to.equal(text.length % 2 === 0 ? text.length : undefined);
  });
});

describe('canonicalJson', () => {
  const naive = (value: unknown): string => {
    if (value === null || typeof value !== 'object') return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(naive).join(',')}]`;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${naive(member)}`).join(',')}}`;
  };

  it('sorts the keys of objects of any shapes, one after the other', () => {
    // few keys, so that many objects begin with the same one and differ after it
    const key = fc.constantFrom('b', 'a', 'ก', '10', '9', '"');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(fc.string(), fc.integer(), fc.constant(null), tie('list'), tie('object')),
      list: fc.array(tie('tree'), { maxLength: 3 }),
      object: fc.dictionary(key, tie('tree')),
    }));

    fc.assert(fc.property(tree, (value) => canonicalJson(value) === naive(value)));
  });

  it('writes members otherwise as if the object had been given so', () => {
    const members = fc.dictionary(fc.constantFrom('b', 'a', 'id', '10'), fc.string());
    const property = fc.property(members, members, (given, otherwise) => {
      const { id: _id, ...rest } = { ...given, ...otherwise };
      const own = Object.keys(given).map((key) => [
        key,
        JSON.stringify(otherwise[key] ?? given[key]),
      ]);
      const instead = new Map([...own, ['id', '']] as [string, string][]);
      const expected = Object.fromEntries(Object.entries(rest).filter(([key]) => key in given));
      expect(canonicalJson(given, instead)).to.equal(canonicalJson(expected));
    });
    fc.assert(property);
  });
});
