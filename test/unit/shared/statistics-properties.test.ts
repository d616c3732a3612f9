// What must hold of statistics whatever the numbers are.
import { expect } from 'chai';
import * as fc from 'fast-check';
import { benjaminiHochberg, holm } from '../../../shared/statistics/adjust-p.ts';
import { betaQuantile, lowerBeta } from '../../../shared/statistics/beta.ts';
import { adjustedResiduals } from '../../../shared/statistics/chi-square.ts';
import { fisherExact } from '../../../shared/statistics/fisher-exact.ts';
import { testTrend } from '../../../shared/statistics/mann-kendall.ts';
import { naturalBreaks } from '../../../shared/statistics/natural-breaks.ts';
import { fnv1a } from '../../../shared/statistics/near-duplicates.ts';
import { poissonTwoSidedP } from '../../../shared/statistics/poisson-rate.ts';
import { rateAheadP, rateRatio } from '../../../shared/statistics/rate-ahead.ts';
import { senSlope } from '../../../shared/statistics/sen-slope.ts';
import { bordered, suppressTable } from '../../../shared/statistics/suppress-table.ts';
import { wilson, wilsonContinuous } from '../../../shared/statistics/wilson.ts';

const counted = fc
  .nat(1_000_000)
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n + 1 }), fc.constant(n + 1)));

describe('an interval of a share', () => {
  it('holds the share and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counted, ([x, n]) => {
        for (const interval of [wilson(x, n), wilsonContinuous(x, n)]) {
          const { low = -1, share = -1, high = -1 } = interval ?? {};
          expect([low >= 0, low <= share, share <= high, high <= 1]).to.not.include(false);
        }
      }),
    );
  });
});

describe('p values corrected for their number', () => {
  const several = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
  const inOrder = (p: number[], adjusted: (number | null)[]) =>
    [...p.keys()].sort((a, b) => p[a]! - p[b]!).map((index) => adjusted[index]!);

  for (const [name, correct] of Object.entries({ holm, benjaminiHochberg }))
    it(`by ${name} keep their order, never shrink and never pass 1`, () => {
      fc.assert(
        fc.property(several, (p) => {
          const adjusted = correct(p);
          const sorted = inOrder(p, adjusted);
          expect(sorted).to.deep.equal(sorted.toSorted((a, b) => a - b));
          expect(adjusted.every((one, i) => one! >= p[i]! * (1 - 1e-12) && one! <= 1)).to.equal(
            true,
          );
        }),
      );
    });
});

describe('classes of a map', () => {
  const few = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 9 });

  it('differ as little within as any that can be made', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 3, max: 5 }), (values, k) => {
        const found = naturalBreaks(values, k);
        const sorted = values.toSorted((a, b) => a - b);
        expect(found?.sse).to.be.closeTo(leastSse(sorted, found?.classes ?? 0), 1e-6);
      }),
    );
  });

  it('never show one value in two colours', () => {
    fc.assert(
      fc.property(few, fc.integer({ min: 3, max: 7 }), (values, k) => {
        const found = naturalBreaks(values, k);
        const upper = found?.upper ?? [];
        const classOf = (value: number) => upper.findIndex((limit) => value <= limit);
        const sizes = upper.map((_, at) => values.filter((value) => classOf(value) === at).length);
        expect(sizes).to.deep.equal(found?.sizes);
      }),
    );
  });
});

/** of all ways to cut sorted values into `classes` runs */
function leastSse(values: readonly number[], classes: number): number {
  if (classes <= 1) return sseOf(values);
  const cuts = values.length - classes + 1;
  return Math.min(
    ...Array.from(
      { length: cuts },
      (_, at) => sseOf(values.slice(0, at + 1)) + leastSse(values.slice(at + 1), classes - 1),
    ),
  );
}

function sseOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}

describe('residuals of a table', () => {
  const margin = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 6 });

  it('are near 0 where rows and columns have nothing to do with each other', () => {
    fc.assert(
      fc.property(margin, margin, (rows, columns) => {
        const table = rows.map((row) => columns.map((column) => row * column));
        for (const residual of adjustedResiduals(table).flat())
          expect(residual).to.be.closeTo(0, 1e-9);
      }),
    );
  });
});

describe('small counts of a table', () => {
  const count = fc.oneof(fc.nat(4), fc.nat(9));
  const table = fc.array(fc.tuple(count, count, count), { minLength: 2, maxLength: 2 });

  it('are never undone by what is published around them', () => {
    fc.assert(
      fc.property(table, (cells) => {
        const full = bordered(cells);
        const { published, safe } = suppressTable(cells);
        expect(safe).to.equal(true);
        // everything is hidden where there is next to nothing
        if ((full.at(-1)?.at(-1) ?? 0) < 5) return;
        for (const [i, row] of full.entries())
          for (const [j, value] of row.entries()) {
            if (value === 0 || value > 4) continue;
            expect(published[i]?.[j], `${value} at ${i}, ${j}`).to.equal(null);
            // one table that agrees with all that is published, and has 5 or more there
            expect(couldBeFive(full, published, i, j), `${value} at ${i}, ${j}`).to.equal(true);
          }
      }),
      { numRuns: 60 },
    );
  });
});

/** Whether some table without negative counts agrees with all that is published and has 5 or more there: found by trying. */
function couldBeFive(
  full: readonly (readonly number[])[],
  published: readonly (readonly (number | null)[])[],
  row: number,
  column: number,
): boolean {
  const width = (full[0]?.length ?? 1) - 1;
  const places = full
    .slice(0, -1)
    .flatMap((_, i) => Array.from({ length: width }, (_one, j) => ({ i, j })));
  // of a row, column or corner: what is published of it, and what of it is decided so far
  const lineOf = (i: number | null, j: number | null) => ({
    total: published[i ?? full.length - 1]?.[j ?? width] ?? null,
    of: places.flatMap((place, at) =>
      (i === null || place.i === i) && (j === null || place.j === j) ? [at] : [],
    ),
  });
  const lines = [
    ...full.slice(0, -1).map((_, i) => lineOf(i, null)),
    ...Array.from({ length: width }, (_, j) => lineOf(null, j)),
    lineOf(null, null),
  ].filter(({ total }) => total !== null);
  const fits = (values: readonly number[]) =>
    lines.every(({ total, of }) => {
      const sum = of.reduce((all, at) => all + (values[at] ?? 0), 0);
      return of.every((at) => at < values.length) ? sum === total : sum <= (total ?? 0);
    });
  const most = full.at(-1)?.at(-1) ?? 0;
  const tried = (values: readonly number[]): boolean => {
    const place = places[values.length];
    if (place === undefined) return (bordered(inRows(values, width))[row]?.[column] ?? 0) >= 5;
    const known = published[place.i]?.[place.j] ?? null;
    const choices = known === null ? [...Array(most + 1).keys()].reverse() : [known];
    return choices.some((value) => fits([...values, value]) && tried([...values, value]));
  };
  return tried([]);
}

function inRows(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, i) =>
    values.slice(i * width, (i + 1) * width),
  );
}

describe('two rates', () => {
  it('have an interval that leaves out 1 exactly when p says they differ', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 90 }), (a, b, days) => {
        const found = rateRatio(a, 30, b, days);
        if (found === null) return;
        expect(found.low > 1 || found.high < 1).to.equal(found.p < 0.05);
      }),
    );
  });

  it('are ahead one way or the other as their exact test says', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), (a, b) => {
        if (a + b === 0) return;
        const sides = Math.min(rateAheadP(b, 31, a, 30), rateAheadP(a, 30, b, 31));
        expect(rateRatio(a, 30, b, 31)?.p).to.be.closeTo(Math.min(1, 2 * sides), 1e-9);
      }),
    );
  });
});

describe('Fisher’s exact test', () => {
  it('does not walk on where the probability is beyond the smallest number', () => {
    expect(fisherExact(5_000_000, 0, 0, 5_000_000)).to.be.lessThan(1e-300);
  });
});

describe('a trend with gaps', () => {
  it('keeps the time of missing months in the slope', () => {
    expect(senSlope([1, null, null, 4])).to.include({ slope: 1, intercept: 1 });
  });
  it('says nothing about three values', () => {
    expect(testTrend([1, null, 2, 3])).to.equal(null);
  });
  it('is exact for a short series without ties', () => {
    expect(testTrend([1, 2, 3, 4, 5])).to.deep.equal({ s: 10, p: 2 / 120 });
  });
});

describe('the hash of a text', () => {
  it('reads every letter as its UTF-8, also one cut in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = [...new TextEncoder().encode(text)];
        const hash = bytes.reduce((h, byte) => Math.imul(h ^ byte, 0x01000193), 0x811c9dc5);
        expect(fnv1a(text)).to.equal(hash >>> 0);
      }),
    );
  });
});

describe('tails of counts', () => {
  /** P(X ≤ k) of a Poisson distribution, term by term */
  const atMost = (k: number, mean: number) => {
    let [term, sum] = [Math.exp(-mean), 0];
    for (let x = 0; x <= k; x++) {
      sum += term;
      term *= mean / (x + 1);
    }
    return sum;
  };
  const means = fc.double({ min: 0.1, max: 60, noNaN: true });

  it('of a count against its mean are those added term by term, both alike', () => {
    fc.assert(
      fc.property(fc.nat(120), means, (count, mean) => {
        const [below, above] = [atMost(count, mean), 1 - atMost(count - 1, mean)];
        const wanted = Math.min(1, 2 * Math.min(below, above));
        expect(poissonTwoSidedP(count, mean)).to.be.closeTo(wanted, 1e-9);
      }),
    );
  });

  it('of a count that is its mean say nothing', () => {
    expect(poissonTwoSidedP(0, 0.001)).to.equal(1);
    for (const mean of [1, 20, 5000]) expect(poissonTwoSidedP(mean, mean)).to.be.above(0.9);
  });

  it('of two large counts are told by the normal tail as exactly as by the binomial one', () => {
    const exact = (a: number, b: number, part: number) => lowerBeta(a, b + 1, part);
    // from 5,000 expected on each side on the normal tail is taken
    for (const [a, b] of [
      [10_000, 10_300],
      [10_300, 10_000],
      [60_000, 59_400],
      [12_000, 12_000],
    ] as const) {
      const [near, right] = [rateAheadP(a, 30, b, 30), exact(a, b, 0.5)];
      expect(near).to.be.closeTo(right, 2e-4);
      expect(Math.abs(Math.log(near / right))).to.be.below(0.02);
    }
    expect(rateAheadP(10_300, 30, 10_000, 30)).to.be.below(0.05);
    expect(rateAheadP(10_000, 30, 10_300, 30)).to.be.above(0.95);
  });

  it('of the beta distribution lead back to where they were asked for', () => {
    const shape = fc.double({ min: 0.5, max: 80_000, noNaN: true });
    const tail = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(tail, shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        // as near as two numbers can be told apart there
        const step = lowerBeta(a, b, x * (1 + 1e-12)) - lowerBeta(a, b, x * (1 - 1e-12));
        expect(lowerBeta(a, b, x)).to.be.closeTo(p, 1e-8 + 10 * step);
      }),
    );
  });
});
