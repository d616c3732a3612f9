// Agencies against citizens, months against each other, levels of severity.
import { expect } from 'chai';
import type { FiguresOf, Filters } from '../../../../shared/api/figures.ts';
import { monthFinding, monthSeries } from '../../../../shared/figures/by-month.ts';
import { severityCounts, severityFinding } from '../../../../shared/figures/by-severity.ts';
import { groupFinding, groupShares } from '../../../../shared/figures/respondent-strategy.ts';
import { type Strategy, strategies } from '../../../../shared/survey/strategies.ts';
import { aReply, sums } from '../../../support/figures.ts';

describe('agencies and citizens', () => {
  type Counts = [responses: number, ...raised: number[]];
  const groups = (agency: Counts, citizen: Counts, none: Counts = [0]) => {
    const all = Object.entries({ agency, citizen, none });
    return aReply(
      {},
      {
        'by-respondent': all.map(([respondent, [responses]]) => ({
          ...sums,
          respondent,
          issues: responses,
          responses,
          of: responses,
        })),
        'respondent-strategy': all.flatMap(([respondent, [, ...raised]]) =>
          strategies.map((strategy, at) => ({
            respondent,
            strategy,
            issues: raised[at] ?? 0,
            responses: raised[at] ?? 0,
            affected: 0,
          })),
        ),
      },
    );
  };
  const findingOf = (reply: ReturnType<typeof groups>) =>
    groupFinding(reply.claims['respondent-strategy']);

  it('are compared with Holm’s correction, largest difference first', () => {
    const reply = groups([500, 250, 50], [500, 150, 100], [900, 900]);

    expect(
      groupShares(reply)
        .rows.slice(0, 2)
        .map(({ strategy, difference }) => [strategy, difference]),
    ).to.deep.equal([
      ['infrastructure', 0.2],
      ['economy', -0.1],
    ]);
    const claims = reply.claims['respondent-strategy'];
    expect(claims.map(({ code }) => code)).to.deep.equal(['differs', 'differs']);
    expect(claims[0]).to.include({ strategy: 'infrastructure', points: 20 });
    expect(findingOf(reply)).to.deep.equal({ agencies: ['infrastructure'], citizens: ['economy'] });
  });

  it('are not compared when one group is tiny, nor ranked when it is small', () => {
    const tiny = groups([4, 4], [500, 100]);
    const small = groups([20, 20], [500, 10]);

    expect(groupShares(tiny).rows).to.deep.equal([]);
    expect(tiny.claims['respondent-strategy']).to.deep.equal([]);
    expect(small.claims['respondent-strategy'].map(({ code }) => code)).to.deep.equal([
      'few',
      'differs',
    ]);
    expect(findingOf(small)).to.equal(null);
  });

  it('may differ by chance alone', () => {
    expect(findingOf(groups([100, 30], [100, 28]))).to.equal('within-chance');
  });
});

describe('months', () => {
  const monthly = (rows: [string | null, Strategy | 'none', number][], filters: Filters = {}) =>
    aReply(
      {},
      { 'by-month': rows.map(([month, strategy, issues]) => ({ month, strategy, issues })) },
      filters,
    );
  const claimsOf = (reply: ReturnType<typeof monthly>) => reply.claims['by-month'];
  const month = (at: number) => `2026-${String(at).padStart(2, '0')}`;
  const rising = Array.from({ length: 9 }, (_, at): [string, Strategy, number][] => [
    [month(at + 1), 'trust', 20 + 10 * at],
    [month(at + 1), 'society', 200 - 10 * at],
  ]).flat();

  it('tell what rises and what falls', () => {
    const claims = claimsOf(monthly(rising));

    expect(claims.map(({ code }) => code)).to.have.members(['rises', 'falls']);
    const trust = claims.find(({ code }) => code === 'rises');
    const society = claims.find(({ code }) => code === 'falls');
    expect(trust).to.include({ strategy: 'trust', per: 'month' });
    expect(trust?.code === 'rises' && trust.points).to.be.closeTo(1000 / 220, 1e-9);
    expect(society).to.include({ strategy: 'society' });
    expect(monthFinding(claims)).to.deep.equal({ rising: [trust], falling: [society] });
  });

  it('say that no trend is clear, of so many months', () => {
    const level = rising.map(([name, strategy], at): [string, Strategy, number] => [
      name,
      strategy,
      100 + (at % 3),
    ]);

    expect(claimsOf(monthly(level))).to.deep.equal([{ code: 'no-trend', months: 9 }]);
    expect(monthFinding(claimsOf(monthly(level)))).to.equal(9);
  });

  it('keep the time of a missing month and leave the running and cut ones out', () => {
    const reply = monthly(
      [
        ['2026-08', 'trust', 40],
        ['2026-10', 'trust', 40],
        ['2026-11', 'trust', 40],
        [null, 'trust', 3],
        ['2026-10', 'none', 7],
      ],
      { from: '2026-08-02' },
    );
    const series = monthSeries(reply);

    expect(
      series.months.map(({ month: name, complete, issues }) => [name, complete, issues]),
    ).to.deep.equal([
      ['2026-08', false, 40],
      ['2026-09', true, 0],
      ['2026-10', true, 40],
      ['2026-11', false, 40],
    ]);
    expect(series.series.find(({ strategy }) => strategy === 'trust')?.shares).to.deep.equal([
      null,
      null,
      1,
      null,
    ]);
    expect(series.undated).to.equal(3);
    expect(claimsOf(reply)).to.deep.equal([]);
  });

  it('under 30 issues have no share: they set no scale and no trend', () => {
    const thin = rising.map(([name, strategy, issues], at): [string, Strategy, number] =>
      at < 2 ? [name, strategy, 14] : [name, strategy, issues],
    );
    const { months, series, usable } = monthSeries(monthly(thin));

    expect(months[0]).to.include({ thin: true, issues: 28 });
    expect(usable).to.equal(8);
    expect(series.map(({ shares }) => shares[0])).to.deep.equal(new Array(6).fill(null));
  });

  it('are drawn where the data are, and what has another year is counted beside them', () => {
    const wrong: [string, Strategy, number][] = [
      ['1983-05', 'trust', 1],
      ['2049-05', 'society', 2],
    ];
    const { months, before, after } = monthSeries(monthly([...rising, ...wrong]));

    expect(months.map(({ month: name }) => name)).to.deep.equal(
      Array.from({ length: 9 }, (_, at) => month(at + 1)),
    );
    expect({ before, after }).to.deep.equal({ before: 1, after: 2 });
  });

  it('compare only with the same month of other years from two years on', () => {
    const rows = Array.from({ length: 36 }, (_, at): [string, Strategy, number][] => {
      const name = `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return [
        [name, 'trust', 50 + 10 * Math.floor(at / 12) + (at % 12)],
        [name, 'society', 200 - 10 * Math.floor(at / 12) - (at % 12)],
      ];
    }).flat();
    const trust = claimsOf(monthly(rows)).find(
      (claim) => claim.code === 'rises' && claim.strategy === 'trust',
    );

    expect(trust?.code === 'rises' && trust.per).to.equal('year');
    expect(trust?.code === 'rises' && trust.points).to.be.closeTo(4, 1e-9);
  });

  it('show numbers and no trend within one strategy, or where most months have few issues', () => {
    const within = monthly(rising, { strategy: ['trust'] });
    expect(monthSeries(within).measure).to.equal('issues');
    expect(claimsOf(within)).to.deep.equal([]);
    const thin = rising.map(([name, strategy]): [string, Strategy, number] => [name, strategy, 6]);
    expect(monthSeries(monthly(thin)).measure).to.equal('issues');
    expect(claimsOf(monthly(thin))).to.deep.equal([]);
  });
});

describe('severities', () => {
  const graded = (counts: Record<string, number>) => {
    const rows = Object.entries(counts).map(([severity, issues]) => ({ severity, issues }));
    return aReply({}, { 'by-severity': rows } satisfies FiguresOf<'by-severity'>);
  };

  it('are shares of the issues that have a level', () => {
    const reply = graded({ 5: 10, 4: 20, 1: 10, none: 60 });

    expect(severityCounts(reply).map(({ level, share }) => [level, share])).to.deep.equal([
      ['5', 0.25],
      ['4', 0.5],
      ['3', 0],
      ['2', 0],
      ['1', 0.25],
      ['none', null],
    ]);
    expect(severityFinding(reply.claims['by-severity'])).to.deep.equal({
      code: 'rated-high',
      share: 0.75,
      of: 40,
    });
  });

  it('have no shares under a base of 5 and no headline under 30', () => {
    expect(severityCounts(graded({ 5: 4 }))[0]?.share).to.equal(null);
    expect(severityFinding(graded({ 5: 29 }).claims['by-severity'])).to.equal(null);
  });
});
