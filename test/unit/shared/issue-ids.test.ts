import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { issueIds } from '../../../shared/survey/issue-ids.ts';
import type { CheckedResponse } from '../../../shared/survey/response.ts';
import { digestOf } from '../../../shared/survey/response-digest.ts';
import { check, issue, said } from './response-to-check.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const two = (first: unknown, second: unknown) =>
  check({
    issues: [
      { ...issue, id: first },
      { ...issue, title: 'อีกเรื่อง', id: second },
    ],
  });
const idsIn = (response: CheckedResponse | null) => response?.issues.map(({ id }) => id);
const digest = (first: unknown, second: unknown) => {
  const { response } = two(first, second);
  if (!response) throw new Error('these ids are good');
  return digestOf(response, sha256);
};

describe('the id of an issue', () => {
  it('is as the sender gives it, else its position', () => {
    expect(idsIn(two('a-1_B', 'x'.repeat(32)).response)).to.deep.equal(['a-1_B', 'x'.repeat(32)]);
    expect(idsIn(two(undefined, null).response)).to.deep.equal(['1', '2']);
    expect(idsIn(two('b', '').response)).to.deep.equal(['b', '2']);
  });

  it('is another when a given one stands in its place', () => {
    expect(idsIn(two('2', undefined).response)).to.deep.equal(['2', '4']);
    expect(idsIn(two(undefined, '1').response)).to.deep.equal(['3', '1']);
  });

  it('is never the same twice, whatever is given', () => {
    const given = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '6', '8', 'a'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        given,
        fc.array(fc.constant(null), { maxLength: 6 }),
        fc.nat(),
        (ids, gaps, seed) => {
          const mixed: (string | null)[] = [...ids, ...gaps];
          mixed.sort((a, b) => ((seed + (a ?? '').length) % 3) - ((seed + (b ?? 'x').length) % 2));
          const made = issueIds(mixed);
          expect(new Set(made).size).to.equal(mixed.length);
          expect(issueIds(mixed)).to.deep.equal(made);
        },
      ),
    );
  });

  const wrong: [what: string, first: unknown, second: unknown, expected: string[]][] = [
    ['twice the same', 'a', 'a', ['issue-id-invalid /issues/1/id']],
    ['a space', 'a b', 'c', ['issue-id-invalid /issues/0/id']],
    ['the sign of links', 'a#1', 'c', ['issue-id-invalid /issues/0/id']],
    ['33 letters', 'x'.repeat(33), 'c', ['issue-id-invalid /issues/0/id']],
    ['an object', {}, 'c', ['wrong-type /issues/0/id']],
    ['a phone', '0812345678', 'c', ['pii-phone /issues/0/id', 'issue-id-invalid /issues/0/id']],
  ];
  for (const [what, first, second, expected] of wrong) {
    it(`is not ${what}`, () => {
      const checked = two(first, second);
      expect(checked.response).to.equal(null);
      expect(said(checked)).to.deep.equal(expected);
      expect(JSON.stringify(checked)).to.not.include('0812345678');
    });
  }

  it('leaves the digest of who gives none as it was before there were ids', () => {
    expect(digest(undefined, undefined)).to.equal('yxgjDsPiKvuzl5YVwmo_0HsSovTgsH48H8d4qeDGA7I');
    expect(digest('1', '2')).to.equal(digest(undefined, undefined));
  });

  it('is content when the sender gives it: other ids are another response', () => {
    expect(digest('a', 'b')).to.equal(digest('a', 'b'));
    expect(digest('a', 'b')).to.not.equal(digest('b', 'a'));
    expect(digest('2', '1')).to.not.equal(digest(undefined, undefined));
  });
});
