import { expect } from 'chai';
import type { Filters } from '../../../../shared/api/figures.ts';
import { betweenViews } from '../../../../shared/figures/between-views.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { aReply } from '../../../support/figures.ts';

/** 1,000 responses, so many of each thousand about each strategy */
const view = (filters: Filters, perThousand: readonly number[], survey = '2569') => ({
  survey,
  counts: aReply(
    { responses: 1000, issues: 2000 },
    {
      'by-strategy': strategies.map((strategy, at) => ({
        strategy,
        issues: perThousand[at] ?? 0,
        responses: perThousand[at] ?? 0,
        affected: 0,
        affectedKnown: 0,
        severity: { mean: null, n: 0 },
      })),
    },
    filters,
  ),
});
const usual = [420, 230, 240, 310, 210, 200];
const other = [420, 230, 240, 310, 210, 300];

describe('two views beside each other', () => {
  it('differ by what the second has more than the first, in shares with intervals', () => {
    const { compared, apart } = betweenViews(
      view({ region: ['north'] }, usual),
      view({ region: ['south'] }, other),
    );
    expect(apart).to.equal(true);
    const [first, ...rest] = compared.rows.toSorted((a, b) => b.difference - a.difference);
    expect(first).to.include({ strategy: 'trust', differs: true });
    expect(first?.difference).to.be.closeTo(0.1, 1e-12);
    expect(first?.low).to.be.within(0.05, 0.1);
    expect(first?.high).to.be.within(0.1, 0.15);
    expect(rest.map(({ differs }) => differs)).to.deep.equal([false, false, false, false, false]);
  });

  const apart: [string, Filters, Filters][] = [
    ['regions', { region: ['north'] }, { region: ['south'] }],
    ['a province and a region it is not in', { province: ['TH-50'] }, { region: ['south'] }],
    ['periods', { to: '2026-03-31' }, { from: '2026-04-01' }],
    ['respondents', { respondent: ['agency'] }, { respondent: ['citizen', 'none'] }],
  ];
  for (const [name, one, two] of apart)
    it(`share no response where ${name} keep them apart`, () => {
      expect(betweenViews(view(one, usual), view(two, other)).apart).to.equal(true);
      expect(betweenViews(view(two, usual), view(one, other)).apart).to.equal(true);
    });

  const shared: [string, Filters, Filters][] = [
    ['everything and a part of it', {}, { region: ['south'] }],
    ['a province and its region', { province: ['TH-50'] }, { region: ['north'] }],
    ['periods that share a day', { to: '2026-04-01' }, { from: '2026-04-01' }],
    [
      'strategies, of which a response raises several',
      { strategy: ['trust'] },
      { strategy: ['society'] },
    ],
    ['waiting and received', { status: ['pending'] }, { status: ['received'] }],
  ];
  for (const [name, one, two] of shared)
    it(`are not tested where they may share responses: ${name}`, () => {
      const { compared, apart: isApart } = betweenViews(view(one, usual), view(two, other));
      expect(isApart).to.equal(false);
      expect(compared.rows.some(({ differs }) => differs)).to.equal(false);
    });

  it('of two rounds share nothing', () => {
    expect(betweenViews(view({}, usual, '2568'), view({}, other)).apart).to.equal(true);
  });
});
