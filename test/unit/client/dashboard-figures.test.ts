import { expect } from 'chai';
import { provincesInView, silentProvinces } from '../../../client/pages/dashboard/area.ts';
import {
  outstandingProvinces,
  placeFinding,
} from '../../../client/pages/dashboard/places/place-finding.ts';
import { placeTable } from '../../../client/pages/dashboard/places/place-table.ts';
import { provinceFinding } from '../../../client/pages/dashboard/provinces/province-finding.ts';
import { provinceRows } from '../../../client/pages/dashboard/provinces/province-rows.ts';
import { strategyFinding } from '../../../client/pages/dashboard/strategies/strategy-finding.ts';
import { strategyShares } from '../../../client/pages/dashboard/strategies/strategy-shares.ts';
import type { Figures } from '../../../shared/api/figures.ts';
import { provinces } from '../../../shared/places/provinces.ts';
import { strategies } from '../../../shared/survey/strategies.ts';
import { aReply, byStrategy, sums } from '../../support/figures.ts';

describe('shares of strategies', () => {
  it('are of responses, most first, with their interval', () => {
    const { rows, base } = strategyShares(aReply({ responses: 100 }, byStrategy(20, 0, 60)), {});

    expect(base).to.equal(100);
    expect(rows.map(({ strategy }) => strategy).slice(0, 2)).to.deep.equal([
      'society',
      'infrastructure',
    ]);
    expect(rows[0]?.share).to.equal(0.6);
    expect(rows[0]?.low).to.be.closeTo(0.502, 0.001);
    expect(rows[0]?.high).to.be.closeTo(0.6906, 0.001);
  });

  it('are hidden under a base of 5', () => {
    const { rows } = strategyShares(aReply({ responses: 4 }, byStrategy(4)), {});

    expect(rows[0]).to.include({ share: null, low: null, high: null, responses: 4 });
  });

  const cases: [string, number, number[], string][] = [
    ['nothing was counted', 0, [], 'plain'],
    ['there are four responses', 4, [4], 'plain'],
    ['there are few responses: x of n', 29, [29], 'few'],
    ['the first is clearly ahead', 1000, [400, 300, 100, 100, 100, 100], 'leads'],
    ['two are level before the others', 1000, [400, 390, 100, 100, 100, 100], 'pair'],
    ['nothing is clearly ahead', 1000, [210, 205, 200, 195, 190, 185], 'close'],
    ['a lead is within chance', 60, [20, 15, 10, 5, 5, 5], 'close'],
  ];
  for (const [title, responses, counts, kind] of cases) {
    it(`speak of it when ${title}`, () => {
      const shares = strategyShares(aReply({ responses }, byStrategy(...counts)), {});

      expect(strategyFinding(shares).kind).to.equal(kind);
    });
  }

  it('tell the lead in points', () => {
    const shares = strategyShares(aReply({ responses: 1000 }, byStrategy(400, 300)), {});
    const finding = strategyFinding(shares);

    expect(finding.kind === 'leads' && finding.points).to.be.closeTo(10, 1e-9);
  });
});

describe('provinces', () => {
  const byProvince = (counts: Record<string, number>): Figures => ({
    'by-province': provinces.map(({ code }) => ({
      ...sums,
      province: code,
      issues: counts[code] ?? 0,
      responses: counts[code] ?? 0,
    })),
  });

  it('follow area and scope', () => {
    expect(provincesInView({}, undefined)).to.have.length(77);
    expect(
      provincesInView({ region: ['west'] }, { kind: 'all' }).every(
        ({ region }) => region === 'west',
      ),
    ).to.equal(true);
    expect(
      provincesInView({ region: ['north'] }, { kind: 'province', province: 'TH-50' }).map(
        ({ code }) => code,
      ),
    ).to.deep.equal(['TH-50']);
    expect(
      provincesInView({ province: ['TH-10'] }, { kind: 'region', region: 'north' }),
    ).to.deep.equal([]);
  });

  it('that are silent are named, and stand last without a value', () => {
    const reply = aReply({}, byProvince({ 'TH-50': 12, 'TH-58': 4 }));
    const inView = provincesInView({ province: ['TH-50', 'TH-58', 'TH-85'] }, undefined);

    expect(silentProvinces(reply, inView).map(({ code }) => code)).to.deep.equal(['TH-85']);
    const rows = provinceRows(reply, inView, 'rate');
    expect(rows.map(({ province, silent }) => [province.code, silent])).to.deep.equal([
      ['TH-50', false],
      ['TH-58', false],
      ['TH-85', true],
    ]);
    expect(rows[1]?.rate, 'fewer than 5 have no rate').to.equal(null);
    expect(rows[0]?.rate).to.be.closeTo(1_200_000 / (rows[0]?.province.population ?? 0), 1e-9);
  });

  it('are told with their share of the people', () => {
    const counts = Object.fromEntries(provinces.map(({ code }, at) => [code, at < 10 ? 10 : 1]));
    const finding = provinceFinding(
      provinceRows(aReply({}, byProvince(counts)), provinces, 'issues'),
      'issues',
    );

    expect(finding.kind).to.equal('top');
    expect(finding.kind === 'top' && finding.issues).to.equal(100 / 167);
  });

  it('say nothing when ten are nearly all', () => {
    const rows = provinceRows(aReply({}, byProvince({ 'TH-10': 500 })), provinces, 'issues');

    expect(provinceFinding(rows, 'issues')).to.deep.equal({ kind: 'plain' });
  });
});

describe('places and strategies', () => {
  /** [responses, responses raising each strategy] by province */
  const aTable = (counts: Record<string, [number, number[]]>) => {
    const inView = provinces.filter(({ code }) => counts[code]);
    const cell = (code: string, at: number) => counts[code]?.[1][at] ?? 0;
    return placeTable(
      aReply(
        {},
        {
          'by-province': inView.map(({ code }) => ({
            ...sums,
            province: code,
            issues: counts[code]?.[0] ?? 0,
            responses: counts[code]?.[0] ?? 0,
          })),
          'province-strategy': inView.flatMap(({ code }) =>
            strategies.map((strategy, at) => ({
              province: code,
              strategy,
              issues: cell(code, at),
              responses: cell(code, at),
              affected: 0,
              residual: null,
            })),
          ),
        },
      ),
      inView,
    );
  };

  it('sums provinces to their regions and all of them', () => {
    const table = aTable({
      'TH-50': [10, [4, 1]],
      'TH-57': [30, [6, 2]],
      'TH-10': [60, [9, 9]],
    });

    expect(table.regions.map(({ id, responses }) => [id, responses])).to.deep.equal([
      ['north', 40],
      ['central', 60],
    ]);
    expect(
      table.regions[0]?.provinces.map(({ id }) => id),
      'most responses first',
    ).to.deep.equal(['TH-57', 'TH-50']);
    expect(table.regions[0]?.cells[0]).to.include({ responses: 10, share: 0.25 });
    expect(table.total.cells[1]).to.include({ responses: 12, share: 0.12 });
  });

  it('hides shares under a base of 5 and judges nothing that expects fewer than 5', () => {
    const table = aTable({ 'TH-50': [4, [4]], 'TH-10': [100, [50]] });
    const small = table.regions[0]?.provinces[0]?.cells[0];

    expect(small).to.include({ share: null, level: null, claim: null });
  });

  it('finds the region that raises something more, at both levels', () => {
    const table = aTable({ 'TH-50': [200, [120, 40]], 'TH-10': [800, [160, 160]] });

    expect(table.regions[0]?.cells[0]).to.include({ level: 2, claim: 'high' });
    expect(placeFinding(table)).to.deep.equal({
      kind: 'places',
      places: [{ id: 'north', strategies: ['infrastructure'] }],
    });
    expect(outstandingProvinces(table)[0]).to.include({ place: 'TH-50', base: 200 });
    expect(outstandingProvinces(table)[0]?.ratio).to.be.closeTo(120 / 56, 1e-9);
  });

  it('claims nothing when all are alike', () => {
    const table = aTable({ 'TH-50': [200, [40, 40]], 'TH-10': [800, [160, 160]] });

    expect(placeFinding(table)).to.deep.equal({ kind: 'none' });
  });

  it('says nothing of one place, or of too few', () => {
    expect(placeFinding(aTable({ 'TH-50': [200, [40]] }))).to.deep.equal({ kind: 'plain' });
    expect(placeFinding(aTable({ 'TH-50': [6, [3]], 'TH-10': [7, [3]] }))).to.deep.equal({
      kind: 'plain',
    });
  });
});
