import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { benjaminiHochberg, holm } from '../../../shared/statistics/adjust-p.ts';
import { fisherExact } from '../../../shared/statistics/fisher-exact.ts';
import {
  byNormal,
  mannKendall,
  mannKendallExact,
} from '../../../shared/statistics/mann-kendall.ts';
import { normalTwoSidedP, z95 } from '../../../shared/statistics/normal.ts';
import { poissonRate } from '../../../shared/statistics/poisson-rate.ts';
import { rateAheadP } from '../../../shared/statistics/rate-ahead.ts';
import { seasonalMannKendall } from '../../../shared/statistics/seasonal-trend.ts';
import { senSlope } from '../../../shared/statistics/sen-slope.ts';
import { standsOut } from '../../../shared/statistics/stands-out.ts';
import { compareGroups, newcombe, twoProportionP } from '../../../shared/statistics/two-groups.ts';
import { wilson } from '../../../shared/statistics/wilson.ts';

interface Vector {
  readonly id: string;
  readonly input: any;
  readonly expected: any;
  readonly tolerance: number;
  readonly absolute?: boolean;
}

const file = new URL('../../fixtures/statistics/claims.json', import.meta.url);
const vectors: Record<string, Vector[]> = JSON.parse(readFileSync(file, 'utf8'));

/** what the vectors hold beyond what we compute and show */
const beyond = new Set(['z', 'tau', 'varS', 'n', 'pairs', 'test']);

/** Compares what the expectation names; numbers within its tolerance. */
function near(actual: any, expected: any, vector: Vector): void {
  if (typeof expected === 'number') {
    const scale = vector.absolute ? 1 : Math.max(1, Math.abs(expected));
    expect(Math.abs(actual - expected), `${actual} ≠ ${expected}`).to.be.at.most(
      vector.tolerance * scale,
    );
  } else if (Array.isArray(expected)) {
    expect(actual).to.have.length(expected.length);
    for (const [index, item] of expected.entries()) near(actual[index], item, vector);
  } else if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      if (!beyond.has(key)) near(actual[key], value, vector);
    }
  } else expect(actual).to.equal(expected);
}

function check(method: string, run: (input: any) => unknown, only = (_: any) => true): void {
  describe(method, () => {
    const cases = (vectors[method] ?? []).filter(({ input }) => only(input));
    expect(cases).to.not.have.length(0);
    for (const vector of cases) {
      it(`agrees with ${vector.id}`, () => near(run(vector.input), vector.expected, vector));
    }
  });
}

const zOf: Record<number, number> = {
  0.8: 1.2815515655446004,
  0.9: 1.6448536269514722,
  0.95: z95,
  0.99: 2.5758293035489004,
  0.998: 3.090232306167813,
};
const at95 = ({ level }: any) => level === 0.95;

check('normalTwoSidedP', ({ z }) => ({ value: normalTwoSidedP(z) }));
check(
  'wilson',
  ({ x, n, level }) => wilson(x, n, zOf[level]),
  ({ continuity }) => !continuity,
);
check('newcombe', ({ x1, n1, x2, n2 }) => newcombe(x1, n1, x2, n2), at95);
check(
  'twoProportionZ',
  ({ x1, n1, x2, n2 }) => {
    const p = twoProportionP(x1, n1, x2, n2);
    return p === null ? null : { p };
  },
  () => true,
);
check('fisherExact', ({ a, b, c, d }) => ({ p: fisherExact(a, b, c, d) }));
check('poissonRate', ({ count, population, per }) => poissonRate(count, population, per), at95);
describe('rateRatio', () => {
  for (const vector of vectors.rateRatio ?? []) {
    const { before, exposureBefore, after, exposureAfter } = vector.input;
    it(`agrees in its p with ${vector.id}`, () => {
      if (vector.expected === null) return expect(before + after).to.equal(0);
      const ahead = rateAheadP(after, exposureAfter, before, exposureBefore);
      const behind = rateAheadP(before, exposureBefore, after, exposureAfter);
      near(Math.min(1, 2 * Math.min(ahead, behind)), vector.expected.p, vector);
    });
  }
});
check('holm', ({ p }) => ({ adjusted: holm(p) }));
check('benjaminiHochberg', ({ p }) => ({ adjusted: benjaminiHochberg(p) }));
check('agenciesVsCitizens', ({ agencies, citizens, alpha }) => ({
  rows: compareGroups(agencies, citizens, alpha),
}));
check('standsOut', ({ responses, raised, ...rule }) => {
  const width = raised[0].length;
  const cells = standsOut(responses, raised, undefined, rule);
  const table = (value: (cell: (typeof cells)[number]) => unknown) =>
    responses.map((_: unknown, row: number) =>
      cells.slice(row * width, (row + 1) * width).map(value),
    );
  return {
    residuals: table((cell) => cell.residual),
    pAdjusted: table((cell) => cell.pAdjusted),
    testable: cells.filter((cell) => cell.pAdjusted !== null).length,
    standsOut: cells
      .filter((cell) => cell.standsOut !== null)
      .map(({ row, column, standsOut: direction, observed, expected }) => ({
        row,
        column,
        direction,
        ratio: observed / expected,
      })),
  };
});
check('mannKendall', ({ values }) =>
  values.length < 4 ? mannKendall(values) : byNormal(values.filter((value: any) => value !== null)),
);
check('seasonalMannKendall', ({ table }) => seasonalMannKendall(table));
check('mannKendallExact', ({ values }) => mannKendallExact(values));
describe('senSlope', () => {
  for (const vector of vectors.senSlope ?? []) {
    const { values, times } = vector.input;
    if (times !== undefined) continue;
    it(`agrees with ${vector.id}`, () => {
      const line = vector.expected && {
        slope: vector.expected.slope,
        intercept: vector.expected.intercept,
      };
      near(senSlope(values), line, vector);
    });
  }
});

describe('Fisher’s exact test', () => {
  it('does not walk on where the probability is beyond the smallest number', () => {
    expect(fisherExact(5_000_000, 0, 0, 5_000_000)).to.be.lessThan(1e-300);
  });
});

describe('a trend with gaps', () => {
  it('keeps the time of missing months in the slope', () => {
    expect(senSlope([1, null, null, 4])).to.deep.equal({ slope: 1, intercept: 1 });
  });
  it('says nothing about three values', () => {
    expect(mannKendall([1, null, 2, 3])).to.equal(null);
  });
  it('is exact for a short series without ties', () => {
    expect(mannKendall([1, 2, 3, 4, 5])).to.deep.equal({ s: 10, p: 2 / 120 });
  });
});
