// A sub-plan in a fiscal year: shares of what is sorted, the year before, regions, quarters, and what is not for outside.
import { expect } from 'chai';
import {
  daysOfFiscalYear,
  hiddenQuarters,
  hiddenRegions,
  subPlanYears,
  type YearCounts,
} from '../../../../shared/plan/sub-plan-year.ts';

const sums = { affected: 0, affectedKnown: 0, severity: { mean: null, n: 0 } };

function counts(
  responses: number,
  raised: Readonly<Record<string, number>>,
  places: Readonly<Record<string, readonly [of: number, raised: number]>> = {},
  months: Readonly<Record<string, readonly [of: number, issues: number]>> = {},
): YearCounts {
  return {
    asOf: '2026-11-30T00:00:00.000Z',
    filters: {},
    strip: { responses } as YearCounts['strip'],
    figures: {
      'by-sub-plan': Object.entries(raised).map(([subPlan, n]) => ({
        ...{ subPlan, issues: n, responses: n, linked: n },
        ...sums,
      })),
      'province-sub-plan': Object.entries(places).map(([province, [, n]]) => ({
        ...{ province, subPlan: '1.1', issues: n, responses: n, linked: n },
        ...sums,
      })),
      'by-province': Object.entries(places).map(([province, [of]]) => ({
        ...{ province, issues: of, responses: of, of, reporting: true },
        ...sums,
      })),
      'month-sub-plan': Object.entries(months).map(([month, [, n]]) => ({
        ...{ month, subPlan: '1.1', issues: n, responses: n },
      })),
      'by-month': Object.entries(months).map(([month, [of]]) => ({
        ...{ month, strategy: 'trust', issues: of },
      })),
    },
  };
}

describe('a sub-plan in a fiscal year', () => {
  it('lies between the days of the budget', () => {
    expect(daysOfFiscalYear(2569)).to.deep.equal({ from: '2025-10-01', to: '2026-09-30' });
  });

  it('is compared with the year before by its share of what is sorted, and called different only when clear', () => {
    const now = counts(400, { '1.1': 120, '1.2': 40 });
    const before = counts(400, { '1.1': 60, '1.2': 38 });
    const [first, second] = subPlanYears(['1.1', '1.2'], 2569, now, before);
    expect(first?.share?.share).to.equal(0.3);
    expect(first?.change?.difference).to.be.closeTo(0.15, 1e-9);
    expect(first?.change?.low).to.be.above(0);
    expect(first?.change?.differs).to.equal(true);
    expect(second?.change?.differs, 'two of a hundred more is chance').to.equal(false);
    // twice as much sorted, and as large a share: nothing has changed
    const [same] = subPlanYears(['1.1'], 2569, counts(800, { '1.1': 120 }), before);
    expect(same?.change?.difference).to.equal(0);
  });

  it('says nothing of a year in which too little is sorted', () => {
    const [one] = subPlanYears(['1.1'], 2569, counts(3, { '1.1': 2 }), counts(0, {}));
    expect(one).to.deep.include({ share: null, before: null, change: null });
    const [small] = subPlanYears(
      ['1.1'],
      2569,
      counts(29, { '1.1': 29 }),
      counts(29, { '1.1': 1 }),
    );
    expect(small?.change?.differs, 'fewer than thirty').to.equal(false);
  });

  it('has a share in each region, the highest first, and hides the regions where few would be told of', () => {
    const now = counts(
      200,
      { '1.1': 43 },
      {
        'TH-50': [50, 20],
        'TH-57': [50, 10],
        'TH-40': [60, 12],
        'TH-90': [40, 1],
      },
    );
    const [one] = subPlanYears(['1.1'], 2569, now, counts(0, {}));
    expect(one?.provinces).to.equal(4);
    expect(one?.regions.map(({ region, responses, of }) => [region, responses, of])).to.deep.equal([
      ['north', 30, 100],
      ['northeast', 12, 60],
      ['south', 1, 40],
    ]);
    const hidden = hiddenRegions({ regions: one?.regions ?? [] });
    expect(hidden.has('south')).to.equal(true);
    expect(hidden.size, 'one alone could be computed from the sum').to.be.above(1);
  });

  it('has the quarters of both years, and hides a small one with another', () => {
    const now = counts(
      90,
      { '1.1': 40 },
      {},
      { '2025-10': [30, 9], '2025-12': [20, 11], '2026-01': [40, 2], '2026-09': [30, 18] },
    );
    const before = counts(50, { '1.1': 20 }, {}, { '2024-11': [50, 20] });
    const [one] = subPlanYears(['1.1'], 2569, now, before);
    expect(
      one?.quarters.map(({ year, quarter, issues, of }) => [year, quarter, issues, of]),
    ).to.deep.equal([
      [2568, 1, 20, 50],
      [2568, 2, 0, 0],
      [2568, 3, 0, 0],
      [2568, 4, 0, 0],
      [2569, 1, 20, 50],
      [2569, 2, 2, 40],
      [2569, 3, 0, 0],
      [2569, 4, 18, 30],
    ]);
    const hidden = hiddenQuarters({ quarters: one?.quarters ?? [] });
    expect(hidden.has(5)).to.equal(true);
    expect([...hidden].some((at) => at > 3 && at !== 5)).to.equal(true);
    expect([...hidden].some((at) => at < 4)).to.equal(false);
    const [many = [], whole = []] = [3, 9].map((responses) =>
      one?.quarters.map((quarter, at) => (at === 4 ? { ...quarter, responses } : quarter)),
    );
    expect(hiddenQuarters({ quarters: whole }).has(4), 'nine people').to.equal(hidden.has(4));
    expect(hiddenQuarters({ quarters: many }).has(4), '20 issues of three people').to.equal(true);
  });
});
