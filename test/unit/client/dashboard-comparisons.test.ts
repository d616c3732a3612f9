import { expect } from 'chai';
import { groupFinding } from '../../../client/pages/dashboard/groups/group-finding.ts';
import { groupShares } from '../../../client/pages/dashboard/groups/group-shares.ts';
import { monthFinding } from '../../../client/pages/dashboard/months/month-finding.ts';
import { monthSeries } from '../../../client/pages/dashboard/months/month-series.ts';
import { highShare, severityRows } from '../../../client/pages/dashboard/severity/severity-rows.ts';
import type { Strategy } from '../../../shared/survey/strategies.ts';
import { aReply, byStrategy } from '../../support/figures.ts';

describe('agencies and citizens', () => {
  const aGroup = (responses: number, ...counts: number[]) =>
    aReply({ responses }, byStrategy(...counts));

  it('are compared with Holm’s correction, largest difference first', () => {
    const shares = groupShares({ agency: aGroup(500, 250, 50), citizen: aGroup(500, 150, 100) });

    expect(
      shares.rows.slice(0, 2).map(({ strategy, test }) => [strategy, test.differs]),
    ).to.deep.equal([
      ['infrastructure', true],
      ['economy', true],
    ]);
    expect(groupFinding(shares)).to.deep.equal({
      kind: 'differ',
      agencies: ['infrastructure'],
      citizens: ['economy'],
    });
  });

  it('are not compared when one group is tiny, nor ranked when it is small', () => {
    expect(groupShares({ agency: aGroup(4, 4), citizen: aGroup(500, 100) }).rows).to.deep.equal([]);
    expect(
      groupFinding(groupShares({ agency: aGroup(20, 20), citizen: aGroup(500, 10) })),
    ).to.deep.equal({ kind: 'plain' });
  });

  it('may differ by chance alone', () => {
    expect(
      groupFinding(groupShares({ agency: aGroup(100, 30), citizen: aGroup(100, 28) })),
    ).to.deep.equal({ kind: 'none' });
  });
});

describe('months', () => {
  const monthly = (rows: [string | null, Strategy | 'none', number][]) =>
    aReply(
      {},
      { 'by-month': rows.map(([month, strategy, issues]) => ({ month, strategy, issues })) },
    );
  const month = (at: number) => `2026-${String(at).padStart(2, '0')}`;
  const rising = Array.from({ length: 9 }, (_, at): [string, Strategy, number][] => [
    [month(at + 1), 'trust', 20 + 10 * at],
    [month(at + 1), 'society', 200 - 10 * at],
  ]).flat();

  it('tell what rises and what falls', () => {
    const series = monthSeries(monthly(rising), {});
    const finding = monthFinding(series);

    expect(finding.kind === 'trend' && finding.up.map(({ strategy }) => strategy)).to.deep.equal([
      'trust',
    ]);
    expect(finding.kind === 'trend' && finding.down.map(({ strategy }) => strategy)).to.deep.equal([
      'society',
    ]);
    const trust = series.series.find(({ strategy }) => strategy === 'trust');
    expect(trust?.change?.per).to.equal('month');
    expect(trust?.change?.share).to.be.closeTo(10 / 220, 1e-9);
  });

  it('keep the time of a missing month and leave the running and cut ones out', () => {
    const series = monthSeries(
      monthly([
        ['2026-08', 'trust', 40],
        ['2026-10', 'trust', 40],
        ['2026-11', 'trust', 40],
        [null, 'trust', 3],
        ['2026-10', 'none', 7],
      ]),
      { from: '2026-08-02' },
    );

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
    expect(monthFinding(series)).to.deep.equal({ kind: 'short' });
  });

  it('compare only with the same month of other years from two years on', () => {
    const rows = Array.from({ length: 36 }, (_, at): [string, Strategy, number][] => {
      const name = `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
      return [
        [name, 'trust', 50 + 10 * Math.floor(at / 12) + (at % 12)],
        [name, 'society', 200 - 10 * Math.floor(at / 12) - (at % 12)],
      ];
    }).flat();
    const trust = monthSeries(monthly(rows), {}).series.find(
      ({ strategy }) => strategy === 'trust',
    );

    expect(trust?.verdict).to.equal('up');
    expect(trust?.change?.per).to.equal('year');
    expect(trust?.change?.share).to.be.closeTo(10 / 250, 1e-9);
  });

  it('show numbers and no trend within one strategy, or where most months have few issues', () => {
    expect(monthSeries(monthly(rising), { strategy: ['trust'] }).measure).to.equal('issues');
    const thin = rising.map(([name, strategy]): [string, Strategy, number] => [name, strategy, 6]);
    expect(monthSeries(monthly(thin), {}).measure).to.equal('issues');
    expect(monthFinding(monthSeries(monthly(thin), {})).kind).to.equal('short');
  });
});

describe('severities', () => {
  const graded = (counts: Record<string, number>) =>
    aReply(
      {},
      { 'by-severity': Object.entries(counts).map(([severity, issues]) => ({ severity, issues })) },
    );

  it('are shares of the issues that have a level', () => {
    const rows = severityRows(graded({ 5: 10, 4: 20, 1: 10, none: 60 }));

    expect(rows.map(({ level, share }) => [level, share])).to.deep.equal([
      ['5', 0.25],
      ['4', 0.5],
      ['3', 0],
      ['2', 0],
      ['1', 0.25],
      ['none', null],
    ]);
    expect(highShare(rows)).to.equal(0.75);
  });

  it('have no shares under a base of 5 and no headline under 30', () => {
    expect(severityRows(graded({ 5: 4 }))[0]?.share).to.equal(null);
    expect(highShare(severityRows(graded({ 5: 29 })))).to.equal(null);
  });
});
