import { expect } from 'chai';
import type { CountsOf, Filters } from '../../../../shared/api/figures.ts';
import {
  claimsOfMap,
  funnelView,
  mapClasses,
  mapFinding,
  mapRows,
  mapValue,
} from '../../../../shared/figures/map.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { aReply } from '../../../support/figures.ts';

/** `sent`: responses of each province; null = it does not report */
function countsOf(
  sent: (population: number, index: number) => number | null,
  filters: Filters = {},
  of: (responses: number) => number = (responses) => responses,
): CountsOf<'by-province'> {
  const rows = provinces.map(({ code, population }, index) => {
    const responses = sent(population, index);
    return {
      province: code,
      issues: 2 * (responses ?? 0),
      responses: responses ?? 0,
      affected: 0,
      affectedKnown: 0,
      severity: { mean: null, n: 0 },
      of: of(responses ?? 0),
      reporting: responses !== null,
    };
  });
  return { ...aReply({}, { 'by-province': rows }), filters };
}

const even = (population: number) => Math.round(population / 10_000);

describe('the map', () => {
  it('has responses per 100,000 registered residents, and no rate of few', () => {
    const rows = mapRows(countsOf((population, index) => (index === 3 ? 4 : even(population))));
    const [bangkok] = rows;
    expect(bangkok?.rate?.value).to.be.closeTo((567 / 5_666_264) * 100_000, 1e-9);
    expect(rows[3]).to.include({ responses: 4, rate: null });
    expect(mapValue(rows[3]!, 'rate')).to.equal('too-few');
    expect(mapValue(rows[3]!, 'smoothed')).to.equal('too-few');
  });

  it('takes a province that has not reported for missing, and not for zero', () => {
    const rows = mapRows(countsOf((population, index) => (index === 5 ? null : even(population))));
    for (const measure of ['rate', 'issues', 'smoothed', 'share', 'residual'] as const)
      expect(mapValue(rows[5]!, measure), measure).to.equal('no-data');
    expect(rows[5]?.smoothed).to.equal(null);
  });

  it('counts every province in one line of its legend', () => {
    const sent = (_: number, index: number) =>
      index % 10 === 0 ? null : index % 7 === 0 ? 2 : 20 + index;
    const rows = mapRows(countsOf(sent));
    const values = rows.map((row) => mapValue(row, 'rate'));
    const { sizes, noData, tooFew } = mapClasses(values, 'rate');
    expect(noData).to.equal(8);
    expect(tooFew).to.equal(
      rows.filter(({ reporting, responses }) => reporting && responses < 5).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, noData + tooFew)).to.equal(77);
    expect(sizes).to.have.length(5);
  });

  it('has shares and residuals only of issues that were chosen', () => {
    const tripled = (responses: number) => 3 * responses;
    const all = mapRows(countsOf(even, {}, tripled));
    expect(all.every(({ share, residual }) => share === null && residual === null)).to.equal(true);
    const chosen = mapRows(countsOf(even, { strategy: ['trust'] }, tripled));
    expect(chosen[0]?.share?.value).to.be.closeTo(1 / 3, 1e-12);
    expect(chosen[0]?.residual).to.be.closeTo(0, 1e-9);
  });

  it('pulls small provinces towards all when it is smoothed, and the large hardly', () => {
    const rows = mapRows(
      countsOf((population, index) => (index % 2 === 0 ? 3 : 1) * even(population)),
    );
    const distance = (index: number) =>
      Math.abs((rows[index]?.rate?.value ?? 0) - (rows[index]?.smoothed ?? 0));
    const smallest = provinces.findIndex(({ code }) => code === 'TH-85');
    expect(distance(smallest)).to.be.above(20 * distance(0));
  });
});

describe('the funnel', () => {
  it('finds the province that is out for its size, and names no small one that is not', () => {
    const claims = claimsOfMap(
      countsOf((population, index) => (index === 40 ? 4 : 1) * even(population)),
    );
    expect(claims).to.have.length(1);
    expect(claims[0]).to.include({
      code: 'outside',
      province: provinces[40]?.code,
      direction: 'high',
    });
    expect(mapFinding(claims)).to.deep.equal({ high: [provinces[40]?.code], low: [] });
  });

  it('claims nothing where all send alike', () => {
    expect(mapFinding(claimsOfMap(countsOf(even)))).to.equal('within-chance');
  });

  it('tells a province that is out of the usual range but not clearly from one within it', () => {
    // one of 77 beyond 99.8 % is what chance brings every sixth time
    const counts = countsOf((population, index) =>
      index === 40 ? Math.round(1.45 * even(population)) : even(population),
    );
    const places = funnelView(mapRows(counts))?.points.map(({ place }) => place);
    expect(places?.[40]).to.equal('unclear');
    expect(places?.filter((place) => place === 'inside')).to.have.length(76);
    expect(mapFinding(claimsOfMap(counts))).to.equal('within-chance');
  });

  it('says nothing of fewer than ten provinces that could be judged', () => {
    const few = countsOf((population, index) => (index < 9 ? even(population) : null));
    expect(claimsOfMap(few)).to.deep.equal([]);
    expect(funnelView(mapRows(few))).to.equal(null);
  });
});
