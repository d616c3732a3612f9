import { expect } from 'chai';
import { findDuplicateName } from '../../../server/http/duplicate-name.ts';

describe('findDuplicateName', () => {
  const cases: [string, string | undefined][] = [
    ['{"a":1,"b":2}', undefined],
    ['{"a":1,"a":2}', '/a'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"x":{"a":1},"y":{"a":1}}', undefined],
    ['{"issues":[{"title":"x"},{"title":"y","title":"z"}]}', '/issues/1/title'],
    ['{"a":"a","b":"a:a,\\"a\\":1"}', undefined],
    ['{"a/b~":1,"a/b~":2}', '/a~1b~0'],
    ['["a","a"]', undefined],
    ['{"a":', undefined],
  ];
  for (const [text, pointer] of cases) {
    it(`finds ${pointer ?? 'nothing'} in ${text}`, () =>
      expect(findDuplicateName(text)).to.equal(pointer));
  }
});
