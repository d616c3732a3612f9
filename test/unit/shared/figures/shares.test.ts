// Strategies, provinces, and places × strategies.
import { expect } from 'chai';
import type { FiguresOf } from '../../../../shared/api/figures.ts';
import {
  provinceCounts,
  provinceFinding,
  silentProvinces,
} from '../../../../shared/figures/by-province.ts';
import { strategyFinding, strategyShares } from '../../../../shared/figures/by-strategy.ts';
import {
  outstandingProvinces,
  placeFinding,
  placeTable,
} from '../../../../shared/figures/province-strategy.ts';
import { provincesInView } from '../../../../shared/figures/provinces-in-view.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { strategies } from '../../../../shared/survey/strategies.ts';
import { aReply, byStrategy, sums } from '../../../support/figures.ts';

describe('shares of strategies', () => {
  it('are of responses, most first, with their interval', () => {
    const { rows, base } = strategyShares(aReply({ responses: 100 }, byStrategy(20, 0, 60)));

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
    const { rows } = strategyShares(aReply({ responses: 4 }, byStrategy(4)));

    expect(rows[0]).to.include({ share: null, low: null, high: null, responses: 4 });
  });

  const cases: [string, number, number[], string | undefined][] = [
    ['nothing was counted', 0, [], undefined],
    ['there are four responses', 4, [4], undefined],
    ['there are few responses: x of n', 29, [29], 'few'],
    ['the first is clearly ahead', 1000, [400, 300, 100, 100, 100, 100], 'leads'],
    ['two are level before the others', 1000, [400, 390, 100, 100, 100, 100], 'pair'],
    ['nothing is clearly ahead', 1000, [210, 205, 200, 195, 190, 185], 'close'],
    ['a lead is within chance', 60, [20, 15, 10, 5, 5, 5], 'close'],
  ];
  for (const [title, responses, counts, code] of cases) {
    it(`speak of it when ${title}`, () => {
      const { claims } = aReply({ responses }, byStrategy(...counts));

      expect(strategyFinding(claims['by-strategy']).order?.code).to.equal(code);
    });
  }

  it('tell the lead in points, and the share it rests on', () => {
    const { claims } = aReply({ responses: 1000 }, byStrategy(400, 300));
    const { order, share } = strategyFinding(claims['by-strategy']);

    expect(order?.code === 'leads' && order.points).to.be.closeTo(10, 1e-9);
    expect(share).to.include({ strategy: 'infrastructure', responses: 400, of: 1000, share: 0.4 });
  });

  it('are not put in an order within one strategy that was chosen', () => {
    const { claims } = aReply({ responses: 1000 }, byStrategy(1000), {
      strategy: ['infrastructure'],
    });

    expect(claims['by-strategy']).to.deep.equal([]);
  });
});

describe('provinces', () => {
  const byProvince = (counts: Record<string, number>): FiguresOf<'by-province'> => ({
    'by-province': provinces.map(({ code }) => ({
      ...sums,
      province: code,
      issues: counts[code] ?? 0,
      responses: counts[code] ?? 0,
      of: counts[code] ?? 0,
      reporting: code in counts,
    })),
  });

  it('follow area and scope', () => {
    expect(provincesInView({})).to.have.length(77);
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
    const reply = aReply({}, byProvince({ 'TH-50': 12, 'TH-58': 4 }), {
      province: ['TH-50', 'TH-58', 'TH-85'],
    });

    expect(silentProvinces(reply).map(({ code }) => code)).to.deep.equal(['TH-85']);
    const rows = provinceCounts(reply, 'rate');
    expect(rows.map(({ province, silent }) => [province.code, silent])).to.deep.equal([
      ['TH-50', false],
      ['TH-58', false],
      ['TH-85', true],
    ]);
    expect(rows[1]?.rate, 'fewer than 5 have no rate').to.equal(null);
    expect(rows[0]?.rate?.value).to.be.closeTo(
      1_200_000 / (rows[0]?.province.population ?? 0),
      1e-9,
    );
    expect(rows[0]?.rate?.low).to.be.lessThan(rows[0]?.rate?.value ?? 0);
  });

  it('are told with their share of the people', () => {
    const counts = Object.fromEntries(provinces.map(({ code }, at) => [code, at < 10 ? 10 : 1]));
    const { claims } = aReply({}, byProvince(counts));
    const finding = provinceFinding(claims['by-province'], 'issues');

    expect(finding?.code === 'concentrated' && finding.issues).to.equal(100 / 167);
  });

  it('say nothing when ten are nearly all', () => {
    const { claims } = aReply({}, byProvince({ 'TH-10': 500 }));

    expect(provinceFinding(claims['by-province'], 'issues')).to.equal(null);
  });
});

describe('places and strategies', () => {
  /** [responses, responses raising each strategy] by province */
  const placed = (counts: Record<string, [number, number[]]>) => {
    const codes = Object.keys(counts);
    const cell = (code: string, at: number) => counts[code]?.[1][at] ?? 0;
    const all = (of: (code: string) => number) => codes.reduce((sum, code) => sum + of(code), 0);
    const responses = (code: string) => counts[code]?.[0] ?? 0;
    return aReply(
      { responses: all(responses) },
      {
        ...byStrategy(...strategies.map((_, at) => all((code) => cell(code, at)))),
        'by-province': codes.map((code) => ({
          ...sums,
          province: code,
          issues: responses(code),
          responses: responses(code),
          of: responses(code),
          reporting: true,
        })),
        'province-strategy': codes.flatMap((code) =>
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
      { province: codes },
    );
  };
  const claimsOf = (counts: Record<string, [number, number[]]>) =>
    placed(counts).claims['province-strategy'];

  it('sum provinces to their regions and all of them', () => {
    const table = placeTable(
      placed({ 'TH-50': [10, [4, 1]], 'TH-57': [30, [6, 2]], 'TH-10': [60, [9, 9]] }),
    );

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

  it('hide shares under a base of 5 and judge nothing that expects fewer than 5', () => {
    const reply = placed({ 'TH-50': [4, [4]], 'TH-10': [100, [50]] });
    const small = placeTable(reply).regions[0]?.provinces[0]?.cells[0];

    expect(small).to.include({ share: null, level: null });
    expect(reply.claims['province-strategy'].some((claim) => 'place' in claim)).to.equal(false);
  });

  it('find the region that raises something more, at both levels', () => {
    const reply = placed({ 'TH-50': [200, [120, 40]], 'TH-10': [800, [160, 160]] });
    const claims = reply.claims['province-strategy'];

    expect(placeTable(reply).regions[0]?.cells[0]).to.include({ level: 2 });
    expect(placeFinding(claims)).to.deep.equal([{ id: 'north', strategies: ['infrastructure'] }]);
    expect(outstandingProvinces(claims)[0]).to.include({
      place: 'TH-50',
      direction: 'high',
      responses: 120,
      of: 200,
      expected: 56,
    });
    expect(outstandingProvinces(claims)[0]?.ratio).to.be.closeTo(120 / 56, 1e-9);
  });

  it('claim nothing when all are alike', () => {
    const claims = claimsOf({ 'TH-50': [200, [40, 40]], 'TH-10': [800, [160, 160]] });

    expect(placeFinding(claims)).to.equal('within-chance');
  });

  it('say nothing of one place, or of too few', () => {
    expect(claimsOf({ 'TH-50': [200, [40]] })).to.deep.equal([]);
    expect(claimsOf({ 'TH-50': [6, [3]], 'TH-10': [7, [3]] })).to.deep.equal([]);
  });
});
