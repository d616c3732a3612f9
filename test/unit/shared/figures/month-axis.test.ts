import { expect } from 'chai';
import { monthAxis } from '../../../../shared/figures/month-axis.ts';

const year = (from: string, issues: number) =>
  Array.from({ length: 12 }, (_, at) => ({
    month: `${from}-${String(at + 1).padStart(2, '0')}`,
    issues,
  }));

describe('the months of a chart', () => {
  it('are where the data are: a wrong year is left out and counted', () => {
    const known = [
      { month: '1926-05', issues: 1 },
      ...year('2026', 40),
      { month: '2062-01', issues: 2 },
      { month: '2069-03', issues: 1 },
    ];

    const { months, before, after } = monthAxis(known);

    expect([months.length, months[0], months.at(-1)]).to.deep.equal([12, '2026-01', '2026-12']);
    expect({ before, after }).to.deep.equal({ before: 1, after: 3 });
  });

  it('keep a round before that had much, and the time between', () => {
    const { months, before } = monthAxis([...year('2023', 40), ...year('2025', 30)]);

    expect(months).to.have.length(36);
    expect(before).to.equal(0);
  });

  it('keep a few that are near, and all where all are few', () => {
    expect(
      monthAxis([
        { month: '2025-09', issues: 1 },
        { month: '2026-01', issues: 90 },
      ]).months,
    ).to.have.length(5);
    expect(monthAxis([{ month: '2026-01', issues: 2 }]).months).to.deep.equal(['2026-01']);
    expect(monthAxis([])).to.deep.equal({ months: [], before: 0, after: 0 });
  });

  it('leave out less than a hundredth of very much', () => {
    const { months, after } = monthAxis([
      ...year('2026', 10_000),
      { month: '2069-01', issues: 500 },
    ]);

    expect(months).to.have.length(12);
    expect(after).to.equal(500);
  });
});
