import { expect } from 'chai';
import { valuePointers } from '../../../shared/survey/value-pointers.ts';

const asked = ['/place/province', '/respondent/agency', '/issues/-/title', '/answers/own'].map(
  (pointer) => ({ pointer }),
);

describe('what a reviewer can point at', () => {
  it('is what its respondent was asked', () => {
    const citizens = ['/place/province', '/answers/own', '/issues/0/title', '/issues/1/title'];
    expect(valuePointers(2, asked, 'citizen')).to.deep.equal(citizens);
    expect(valuePointers(1, asked, 'agency')).to.include('/respondent/agency');
    expect(valuePointers(1, asked, null)).not.to.include('/respondent/agency');
  });
});
