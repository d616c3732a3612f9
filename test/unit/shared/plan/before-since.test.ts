// What is compared before a project began and since, and when that is called different.
import { expect } from 'chai';
import { compareBeforeSince, daysBeforeAndSince } from '../../../../shared/plan/before-since.ts';

describe('problems before a project and since', () => {
  it('are of the year before its first day, and of the days that have passed', () => {
    const project = { start: '2025-10-01', end: '2027-09-30' };
    expect(daysBeforeAndSince(project, '2026-11-30')).to.deep.equal({
      before: { from: '2024-10-01', to: '2025-09-30' },
      since: { from: '2025-10-01', to: '2026-11-30' },
    });
    expect(daysBeforeAndSince(project, '2028-01-01')?.since.to).to.equal('2027-09-30');
    expect(
      daysBeforeAndSince({ start: '2024-02-29', end: '2024-12-31' }, '2024-06-01'),
    ).to.deep.equal({
      before: { from: '2023-03-01', to: '2024-02-28' },
      since: { from: '2024-02-29', to: '2024-06-01' },
    });
  });

  it('are none before it has begun', () => {
    expect(daysBeforeAndSince({ start: '2027-01-01', end: '2027-12-31' }, '2026-11-30')).to.equal(
      null,
    );
  });

  it('differ only beyond chance, with an interval around the difference', () => {
    const clear = compareBeforeSince({ responses: 60, of: 200 }, { responses: 20, of: 200 });
    expect(clear?.difference).to.be.closeTo(-0.2, 1e-9);
    expect(clear?.high).to.be.below(0);
    expect(clear?.differs).to.equal(true);
    const unclear = compareBeforeSince({ responses: 60, of: 200 }, { responses: 55, of: 200 });
    expect(unclear?.differs).to.equal(false);
    expect(unclear?.low).to.be.below(0);
    expect(unclear?.high).to.be.above(0);
  });

  it('say nothing of fewer than five, and call nothing different of fewer than thirty', () => {
    expect(compareBeforeSince({ responses: 4, of: 4 }, { responses: 0, of: 400 })).to.equal(null);
    expect(
      compareBeforeSince({ responses: 29, of: 29 }, { responses: 0, of: 400 })?.differs,
    ).to.equal(false);
  });
});
