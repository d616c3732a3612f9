import { expect } from 'chai';
import { receiptOf } from '../../../server/responses/receipt.ts';

describe('a receipt', () => {
  const yearOf = (instant: string) => receiptOf('a', new Date(instant)).slice(0, 5);

  it('has the year of the day in Thailand, where a year begins seven hours earlier', () => {
    expect(yearOf('2026-12-31T16:59:59Z')).to.equal('RF-69');
    expect(yearOf('2026-12-31T17:00:00Z')).to.equal('RF-70');
  });

  it('is the same for the same id in the same year, and can be read out', () => {
    const receipt = receiptOf('a', new Date('2026-06-01T00:00:00Z'), 'B');
    expect(receipt).to.match(/^B-69(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    expect(receiptOf('a', new Date('2026-07-01T00:00:00Z'), 'B')).to.equal(receipt);
  });
});
