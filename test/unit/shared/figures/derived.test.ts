import { expect } from 'chai';
import * as v from 'valibot';
import { derivedShapes } from '../../../../shared/api/derived-figures.ts';
import type { CountsOf, FigureName, FiguresOf } from '../../../../shared/api/figures.ts';
import { derive } from '../../../../shared/figures/derived.ts';
import { peerClaims } from '../../../../shared/figures/peers.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { aReply, sums } from '../../../support/figures.ts';

const byProvince = (
  sent: (population: number, code: string) => number | null,
): FiguresOf<'by-province'> => ({
  'by-province': provinces.map(({ code, population }) => {
    const responses = sent(population, code);
    return {
      ...sums,
      province: code,
      issues: responses ?? 0,
      responses: responses ?? 0,
      of: responses ?? 0,
      reporting: responses !== null,
    };
  }),
});

const countsOf = (figures: Partial<FiguresOf<FigureName>>, strip = {}): CountsOf<FigureName> =>
  // `as`: the other figures are not looked at
  aReply(strip, figures as FiguresOf<FigureName>);

const even = (population: number) => Math.round(population / 20_000);

describe('a province among those like it', () => {
  it('is told by the median of its peers, and only when it is far from them', () => {
    const counts = countsOf(
      byProvince((population, code) => (code === 'TH-50' ? 4 : 1) * even(population)),
    );
    const row = derive.peers(counts).find(({ province }) => province === 'TH-50');
    expect(row?.peers).to.have.length(9);
    expect(row?.against?.ratio).to.be.closeTo(4, 0.1);
    expect(row?.against?.together?.low).to.be.above(3);
    expect(
      peerClaims(counts).map(({ province, direction }) => [province, direction]),
    ).to.deep.equal([['TH-50', 'high']]);
  });

  it('is claimed to be like them where all send alike', () => {
    expect(peerClaims(countsOf(byProvince(even)))).to.deep.equal([]);
  });

  it('is not compared with fewer than five that report, nor when it does not report', () => {
    const few = derive.peers(
      countsOf(byProvince((population, code) => (code < 'TH-14' ? even(population) : null))),
    );
    expect(few.every(({ against }) => against === null)).to.equal(true);
    const [, silent] = derive.peers(
      countsOf(byProvince((population, code) => (code === 'TH-11' ? null : even(population)))),
    );
    expect(silent).to.include({ province: 'TH-11', against: null });
  });
});

describe('the years of the budget', () => {
  it('begin in October, and are called by the Buddhist year they end in', () => {
    const months = [
      { month: '2025-09', strategy: 'trust', issues: 1 },
      { month: '2025-10', strategy: 'trust', issues: 2 },
      { month: '2026-09', strategy: 'trust', issues: 4 },
      { month: '2026-01', strategy: 'society', issues: 8 },
      { month: null, strategy: 'trust', issues: 16 },
    ];
    expect(derive['by-fiscal-year'](countsOf({ 'by-month': months }))).to.deep.equal([
      { year: 2568, strategy: 'trust', issues: 1 },
      { year: 2569, strategy: 'trust', issues: 6 },
      { year: 2569, strategy: 'society', issues: 8 },
      { year: null, strategy: 'trust', issues: 16 },
    ]);
  });
});

describe('what may be wrong with what is seen', () => {
  it('is who does not report, and what was left open', () => {
    const counts = countsOf(
      {
        ...byProvince((_, code) => (code === 'TH-10' ? 3 : null)),
        summary: { ...sums, issues: 10, responses: 6, affectedKnown: 4, agency: 1, citizen: 3 },
        'by-month': [{ month: null, strategy: 'trust', issues: 2 }],
        'by-severity': [{ severity: 'none', issues: 3 }],
        'by-respondent': [{ ...sums, respondent: 'none', issues: 4, responses: 2, of: 2 }],
      },
      { unmatched: 1, pending: 7 },
    );
    const { coverage, missing, pending } = derive.quality(counts);
    expect(coverage).to.include({ reporting: 1, of: 77 });
    expect(coverage.populationShare).to.be.closeTo(5_666_264 / 66_558_935, 1e-9);
    expect(missing.map(({ what, without, of }) => [what, without, of])).to.deep.equal([
      ['strategy', 1, 10],
      ['day', 2, 10],
      ['severity', 3, 10],
      ['affected', 6, 10],
      ['respondent', 2, 6],
    ]);
    expect(pending).to.equal(7);
  });
});

describe('a view without any province', () => {
  it('has no share of provinces, and an answer that keeps to its schema', () => {
    const counts = {
      ...countsOf({
        ...byProvince(() => null),
        'by-month': [],
        'by-severity': [],
        'by-respondent': [],
        summary: { ...sums, issues: 0, responses: 0, agency: 0, citizen: 0 },
      }),
      filters: { province: ['none'] },
    };
    const made = derive.quality(counts);
    expect(made.coverage).to.include({ share: null, populationShare: null });
    expect(v.is(derivedShapes.quality, JSON.parse(JSON.stringify(made)))).to.equal(true);
  });
});

describe('a trend', () => {
  const months = (count: number, share: (at: number) => number) =>
    Array.from({ length: count }, (_, at) => {
      const month = `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      const trust = Math.round(1000 * share(at));
      return [
        { month, strategy: 'trust', issues: trust },
        { month, strategy: 'society', issues: 1000 - trust },
      ];
    }).flat();

  it('has its slope with an interval, in points a month', () => {
    const rows = derive.trend(countsOf({ 'by-month': months(12, (at) => 0.2 + 0.02 * at) }));
    const trust = rows.find(({ strategy }) => strategy === 'trust');
    expect(trust).to.include({ months: 12, method: 'plain', pointsPerYear: null });
    expect(trust?.slopePerMonth?.points).to.be.closeTo(2, 1e-9);
    expect(trust?.slopePerMonth?.low).to.be.closeTo(2, 1e-6);
    expect(trust?.pAdjusted).to.be.below(0.01);
  });

  it('compares a month with the same month of other years from two years on', () => {
    const seasons = (at: number) =>
      0.3 + 0.1 * Math.sin((at % 12) / 2) + 0.03 * Math.floor(at / 12);
    const rows = derive.trend(countsOf({ 'by-month': months(36, seasons) }));
    const trust = rows.find(({ strategy }) => strategy === 'trust');
    expect(trust?.method).to.equal('seasonal');
    expect(trust?.pointsPerYear).to.be.closeTo(3, 0.2);
  });
});
