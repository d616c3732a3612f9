import { expect } from 'chai';
import { aheadBy } from '../../../client/data/server-clock.ts';

const at = Date.parse('2026-11-29T12:00:00Z');
const headers = (over: Record<string, string> = {}) =>
  new Headers({ date: new Date(at).toUTCString(), 'cache-control': 'no-store', ...over });

describe('how far this device’s clock is from the server’s', () => {
  for (const [what, asked, heard, expected] of [
    ['not at all', at, at + 1000, 0],
    ['ahead by an hour', at + 3_600_000, at + 3_601_000, 3_600_000],
    ['behind by two days', at - 2 * 86_400_000, at - 2 * 86_400_000 + 3000, -2 * 86_400_000 + 1000],
  ] as const)
    it(`is ${what}`, () => expect(aheadBy(headers(), asked, heard)).to.equal(expected));

  for (const [what, given, asked, heard] of [
    ['an answer from a cache', headers({ 'cache-control': 'private' }), at, at],
    ['an answer without a date', new Headers({ 'cache-control': 'no-store' }), at, at],
    ['a date that is none', headers({ date: 'soon' }), at, at],
    ['an answer that took too long', headers(), at, at + 61_000],
    ['a clock that was set back meanwhile', headers(), at, at - 5000],
  ] as const)
    it(`is not told by ${what}`, () => expect(aheadBy(given, asked, heard)).to.equal(null));
});
