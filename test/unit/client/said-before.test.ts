import { expect } from 'chai';
import { visitBefore, withSaid } from '../../../client/data/said-before.ts';

describe('what was said at the last visit', () => {
  const at = (day: string) => new Date(`2026-11-${day}Z`);

  it('is nothing at first, also while the page is opened again in the same visit', () => {
    expect(visitBefore(undefined, at('01T08:00'))).to.equal(null);
    const first = withSaid(undefined, ['a'], at('01T08:00'));
    expect(visitBefore(first, at('01T09:00'))).to.equal(null);
  });

  it('is what the visit before ended with', () => {
    const first = withSaid(undefined, ['a'], at('01T08:00'));
    const again = withSaid(first, ['a', 'b'], at('01T09:00'));

    expect(visitBefore(again, at('03T08:00'))?.keys).to.deep.equal(['a', 'b']);
    const next = withSaid(again, ['c'], at('03T08:00'));
    expect(visitBefore(next, at('03T08:10'))?.keys).to.deep.equal(['a', 'b']);
  });
});
