// Which three provinces come first, and which others chance may keep from being among them. On responses, as every test.
import type { ProvinceClaim } from '../api/claims.ts';
import { mayBeFirst } from '../statistics/first-few.ts';
import { rateAheadP } from '../statistics/rate-ahead.ts';
import { shareAheadP } from '../statistics/two-groups.ts';
import type { ProvinceMeasure, ProvinceSums } from './by-province.ts';
import { rankingBase } from './small-numbers.ts';

/** how many places an order names */
const named = 3;

type AheadP = (a: ProvinceSums, b: ProvinceSums) => number;

interface Way {
  readonly measure: ProvinceMeasure;
  readonly value: (row: ProvinceSums) => number;
  /** what a word of ranking needs at least 30 of */
  readonly base: (row: ProvinceSums) => number;
  readonly aheadP: AheadP;
}

const ways: readonly Way[] = [
  {
    measure: 'issues',
    value: ({ issues }) => issues,
    base: ({ responses }) => responses,
    aheadP: (a, b) => ratesAheadP(a.responses, 1, b.responses, 1),
  },
  {
    measure: 'rate',
    value: ({ responses, province }) => responses / province.population,
    base: ({ responses }) => responses,
    aheadP: (a, b) =>
      ratesAheadP(a.responses, a.province.population, b.responses, b.province.population),
  },
  {
    measure: 'share',
    value: ({ responses, of }) => (of === 0 ? 0 : responses / of),
    base: ({ of }) => of,
    aheadP: (a, b) => shareAheadP(a.responses, a.of, b.responses, b.of),
  },
];

/** Less than two standard errors ahead is clear at none of our levels: the exact p, which takes its time, is not needed. */
function ratesAheadP(a: number, exposureA: number, b: number, exposureB: number): number {
  const part = exposureA / (exposureA + exposureB);
  const above = a - (a + b) * part;
  const isNear = above <= 0 || above * above < 4 * (a + b) * part * (1 - part);
  return isNear ? 1 : rateAheadP(a, exposureA, b, exposureB);
}

/** `rows`: the provinces that report. By shares only where issues were chosen. */
export function provinceOrders(
  rows: readonly ProvinceSums[],
  hasShares: boolean,
): readonly ProvinceClaim[] {
  return ways.flatMap((way) => (way.measure === 'share' && !hasShares ? [] : orderBy(way, rows)));
}

/** Nothing where fewer than four provinces can be compared, or the first three are not of 30 each. */
function orderBy(way: Way, all: readonly ProvinceSums[]): ProvinceClaim[] {
  // a share of fewer than 30 is too uncertain to take part; a small number is one
  const rows = (
    way.measure === 'share' ? all.filter(({ of }) => of >= rankingBase) : [...all]
  ).toSorted((a, b) => way.value(b) - way.value(a));
  const first = rows.slice(0, named);
  if (rows.length <= named || first.some((row) => way.base(row) < rankingBase)) return [];
  if (first.some(({ responses }) => responses === 0)) return [];
  const among = mayBeFirst(rows.map(way.value), named, (i, j) => {
    const [a, b] = [rows[i], rows[j]];
    return a && b ? way.aheadP(a, b) : 1;
  });
  return [
    {
      code: 'first',
      measure: way.measure,
      provinces: first.map(({ province, responses, of }) => ({
        province: province.code,
        responses,
        of,
      })),
      alike: among.filter((at) => at >= named).flatMap((at) => rows[at]?.province.code ?? []),
      compared: rows.length,
      tooFew: all.length - rows.length,
    },
  ];
}
