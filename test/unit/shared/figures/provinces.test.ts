// Which provinces come first, and whether that is more than chance.
import { expect } from 'chai';
import type { FiguresOf, Filters } from '../../../../shared/api/figures.ts';
import {
  provinceCounts,
  provinceFinding,
  provinceOrder,
  unmatchedProvinces,
  usualMeasure,
} from '../../../../shared/figures/by-province.ts';
import { provinces } from '../../../../shared/places/provinces.ts';
import { mayBeFirst } from '../../../../shared/statistics/first-few.ts';
import { shareAheadP } from '../../../../shared/statistics/two-groups.ts';
import { aReply, sums } from '../../../support/figures.ts';

const codes = provinces.slice(0, 6).map(({ code }) => code);

/** [responses that raise it, of so many] of the first provinces */
function raised(counts: readonly (readonly [number, number])[], filters: Filters = {}) {
  const rows: FiguresOf<'by-province'> = {
    'by-province': counts.map(([responses, of], at) => ({
      ...sums,
      province: codes[at] ?? '',
      issues: responses,
      responses,
      of,
      reporting: true,
    })),
  };
  return aReply({}, rows, { province: codes.slice(0, counts.length), ...filters });
}
const severe: Filters = { strategy: ['infrastructure'], severity: ['4', '5'] };
const orderOf = (reply: ReturnType<typeof raised>, measure: 'issues' | 'rate' | 'share') =>
  provinceOrder(reply.claims['by-province'], measure);

describe('the first three provinces', () => {
  it('are first beyond chance where all others are far behind', () => {
    const far = [180, 170, 160, 10, 9, 8].map((x) => [x, 200] as const);
    const order = orderOf(raised(far, severe), 'share');

    expect(order?.provinces.map(({ province }) => province)).to.deep.equal(codes.slice(0, 3));
    expect(order).to.deep.include({ alike: [], compared: 6, tooFew: 0 });
  });

  it('are told together with those that chance may keep from being among them', () => {
    const near = [60, 58, 57, 55, 54, 2].map((x) => [x, 200] as const);
    const order = orderOf(raised(near, severe), 'share');

    expect(order?.alike).to.deep.equal([codes[3], codes[4]]);
  });

  it('may be any of those behind one that is far ahead', () => {
    const one = [190, 60, 58, 57, 55, 54].map((x) => [x, 200] as const);

    expect(orderOf(raised(one, severe), 'share')?.alike).to.deep.equal(codes.slice(3));
  });

  it('are compared by share only among provinces with 30 responses, and not at all by fewer', () => {
    const few = [[29, 29], ...[20, 15, 10, 5].map((x) => [x, 40] as const)] as const;
    const order = orderOf(raised(few, severe), 'share');

    expect(order?.provinces[0]?.province).to.equal(codes[1]);
    expect(order).to.include({ compared: 4, tooFew: 1 });
    expect(provinceCounts(raised(few, severe), 'share').map(({ of }) => of)).to.deep.equal([
      40, 40, 40, 40, 29,
    ]);
    const allFew = [20, 15, 10, 5].map((x) => [x, 29] as const);
    expect(orderOf(raised(allFew, severe), 'share')).to.equal(null);
  });

  it('have no headline, by number or per 100,000, from fewer than 30 responses', () => {
    const reply = raised([29, 28, 27, 6, 5].map((x) => [x, 200] as const));

    expect(orderOf(reply, 'rate')).to.equal(null);
    expect(orderOf(reply, 'issues')).to.equal(null);
    expect(provinceFinding(reply.claims['by-province'], 'rate')).to.equal(null);
    expect(provinceCounts(reply, 'rate')[0]?.rate?.low).to.be.greaterThan(0);
  });

  it('are by share only where issues were chosen', () => {
    const all = [200, 190, 180, 170].map((x) => [x, x] as const);

    expect(orderOf(raised(all), 'share')).to.equal(null);
    expect(orderOf(raised(all), 'issues')?.alike).to.deep.equal([codes[3]]);
    expect(usualMeasure({ respondent: ['citizen'] })).to.equal('issues');
    expect(usualMeasure({ severity: ['5'] })).to.equal('share');
  });

  it('leave those that report and have nothing of it at nothing, not at missing', () => {
    const reply = raised(
      [
        [0, 40],
        [12, 40],
      ],
      severe,
    );

    expect(unmatchedProvinces(reply).map(({ code }) => code)).to.deep.equal([codes[0]]);
    expect(provinceCounts(reply, 'share')[1]).to.deep.include({ silent: false });
    expect(provinceCounts(reply, 'share')[1]?.share?.value).to.equal(0);
  });

  it('leave out one of the true first three in fewer than 5 % of rounds', () => {
    // a generator of the same numbers each time: Park & Miller 1988
    let state = 20_261_128;
    const chance = () => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const truth = [0.4, 0.35, 0.33, ...new Array<number>(20).fill(0.3)];
    let wrong = 0;
    for (let round = 0; round < 300; round++) {
      const x = truth.map((p) => Array.from({ length: 60 }).filter(() => chance() < p).length);
      const kept = mayBeFirst(x, 3, (i, j) => shareAheadP(x[i] ?? 0, 60, x[j] ?? 0, 60));
      if ([0, 1, 2].some((one) => !kept.includes(one))) wrong += 1;
    }
    expect(wrong).to.be.lessThan(15);
  });
});
