// The provinces on a map: what each is coloured by, in which classes, and which lie outside what is usual for their size.
import type { MapClaim } from '../api/claims.ts';
import type { Bounded } from '../api/derived-figures.ts';
import type { CountsOf, FiguresOf } from '../api/figures.ts';
import { holm } from '../statistics/adjust-p.ts';
import { funnel, funnelLimitsAt } from '../statistics/funnel.ts';
import { marshallShrinkage } from '../statistics/marshall-shrinkage.ts';
import { type NaturalBreaks, naturalBreaks } from '../statistics/natural-breaks.ts';
import { normalTwoSidedP } from '../statistics/normal.ts';
import { byarRate, poissonRate, poissonTwoSidedP } from '../statistics/poisson-rate.ts';
import { againstExpected } from '../statistics/stands-out.ts';
import { wilson } from '../statistics/wilson.ts';
import { hasShares, type ProvinceSums, provinceSums } from './by-province.ts';
import { claimAlpha } from './claim-level.ts';
import { leastBase } from './small-numbers.ts';

export type MapRow = FiguresOf<'map'>['map'][number];

/** `smoothed`: the rate, adjusted for small provinces */
export type MapMeasure = 'issues' | 'rate' | 'smoothed' | 'share' | 'residual';

const per = 100_000;

type Counts = CountsOf<'by-province'>;

export function mapRows(counts: Counts): MapRow[] {
  const sums = provinceSums(counts);
  const smoothed = smoothedOf(sums);
  const isChosen = hasShares(counts.filters);
  const all = sumOf(sums);
  return sums.map((row) => {
    const { province, issues, responses, of, silent } = row;
    const share = isChosen && of >= leastBase ? wilson(responses, of) : null;
    const { residual, expected } = againstExpected(responses, of, all.responses, all.of);
    return {
      province: province.code,
      issues,
      responses,
      of,
      reporting: !silent,
      population: province.population,
      rate: responses < leastBase ? null : rateOf(responses, province.population),
      smoothed: responses < leastBase ? null : (smoothed.get(province.code) ?? null),
      share: share && { value: share.share, low: share.low, high: share.high },
      residual: isChosen && expected >= leastBase ? residual : null,
    };
  });
}

/** from so many on both intervals print the same, and one of them takes a hundredth of the time */
const many = 1000;

function rateOf(responses: number, population: number): Bounded | null {
  const found = (responses < many ? poissonRate : byarRate)(responses, population, per);
  return found && { value: found.rate, low: found.low, high: found.high };
}

function smoothedOf(sums: readonly ProvinceSums[]): ReadonlyMap<string, number> {
  const reporting = sums.filter(({ silent }) => !silent);
  const found = marshallShrinkage(
    reporting.map(({ responses }) => responses),
    reporting.map(({ province }) => province.population),
    per,
  );
  return new Map(reporting.map(({ province }, i) => [province.code, found?.smoothed[i] ?? 0]));
}

function sumOf(sums: readonly ProvinceSums[]): { responses: number; of: number } {
  return sums.reduce(
    (all, { responses, of }) => ({ responses: all.responses + responses, of: all.of + of }),
    { responses: 0, of: 0 },
  );
}

/** What a province is coloured by: a number, or why there is none. Missing is not zero, and neither is few. */
export function mapValue(row: MapRow, measure: MapMeasure): number | 'no-data' | 'too-few' {
  if (!row.reporting) return 'no-data';
  if (measure === 'issues') return row.issues;
  if (measure === 'smoothed') return row.smoothed ?? 'too-few';
  if (measure === 'residual') return row.residual ?? 'too-few';
  return row[measure]?.value ?? 'too-few';
}

/** how far from the expected a residual must be to have a colour; the ends of the classes in between */
const residualSteps = [-3, -2, 2, 3];

export interface MapClasses {
  /** the largest value of each class but the last, lowest first */
  readonly borders: readonly number[];
  readonly lowest: number;
  readonly highest: number;
  /** provinces in each class, lowest first */
  readonly sizes: readonly number[];
  readonly noData: number;
  readonly tooFew: number;
}

/** Values that are near each other share a colour; a residual has fixed borders. */
export function mapClasses(
  values: readonly (number | 'no-data' | 'too-few')[],
  measure: MapMeasure,
): MapClasses {
  const known = values.filter((value) => typeof value === 'number');
  const breaks = measure === 'residual' ? null : naturalBreaks(known, classesFor(known.length));
  const borders = measure === 'residual' ? residualSteps : (breaks?.upper.slice(0, -1) ?? []);
  const sizes = Array.from({ length: borders.length + 1 }, () => 0);
  for (const value of known)
    sizes[classOf(value, borders)] = (sizes[classOf(value, borders)] ?? 0) + 1;
  return {
    borders,
    lowest: Math.min(...known),
    highest: Math.max(...known),
    sizes: known.length === 0 ? [] : sizes,
    noData: values.filter((value) => value === 'no-data').length,
    tooFew: values.filter((value) => value === 'too-few').length,
  };
}

/** Five colours can be told apart; of few provinces three are enough. */
function classesFor(provinces: number): NaturalBreaks['classes'] {
  return provinces < 15 ? 3 : 5;
}

/** 0 = the lowest class */
export function classOf(value: number, borders: readonly number[]): number {
  const found = borders.findIndex((border) => value <= border);
  return found === -1 ? borders.length : found;
}

/** fewer are not worth a range */
const leastCompared = 10;

export interface FunnelPoint {
  readonly row: MapRow;
  readonly rate: number;
  /** what is usual for a province of its size: 99.8 % of them */
  readonly low: number;
  readonly high: number;
  /**
   * `high`, `low`: outside of that by more than chance explains, after correction for all. `unclear`: outside of it, but not clearly
   * so after that correction, or where too little is expected to say
   */
  readonly place: 'high' | 'low' | 'unclear' | 'inside';
}

export interface FunnelView {
  /** the rate of all together */
  readonly target: number;
  /** how much wider than by chance alone: provinces differ in how much was collected */
  readonly tau2: number;
  readonly points: readonly FunnelPoint[];
}

/** The provinces that report, each against what is usual for its size; null when they are too few to say. */
export function funnelView(rows: readonly MapRow[]): FunnelView | null {
  const reporting = rows.filter(({ reporting: isReporting }) => isReporting);
  const found = funnel(
    reporting.map(({ responses }) => responses),
    reporting.map(({ population }) => population),
    per,
  );
  if (found === null) return null;
  const expected = reporting.map(({ population }) => (found.target * population) / per);
  const p = reporting.map(({ responses }, i) => {
    const mean = expected[i] ?? 0;
    // the normal tail is too thin for few, and the exact one knows nothing of what provinces differ by
    return mean < leastBase
      ? null
      : Math.max(poissonTwoSidedP(responses, mean), normalTwoSidedP(found.zAdjusted[i] ?? 0));
  });
  if (p.filter((one) => one !== null).length < leastCompared) return null;
  const adjusted = holm(p);
  const points = reporting.map((row, i) => {
    const rate = (per * row.responses) / row.population;
    const [low, high] = found.limits998[i] ?? [0, 0];
    const isClear = (adjusted[i] ?? 1) <= claimAlpha;
    const side = rate > high ? 'high' : rate < low ? 'low' : 'inside';
    const place = side === 'inside' || isClear ? side : 'unclear';
    return { row, rate, low, high, place } as const;
  });
  return { target: found.target, tau2: found.tau2, points };
}

/** What is usual for a province of so many people, at this level. */
export function funnelLimits({ target, tau2 }: FunnelView, population: number, level: number) {
  const [low, high] = funnelLimitsAt(target, tau2, population, level, per);
  return { low, high };
}

export function claimsOfMap(counts: Counts): MapClaim[] {
  const view = funnelView(mapRows(counts));
  if (view === null) return [];
  const outside = view.points.flatMap(({ row, rate, low, high, place: direction }) =>
    direction === 'inside' || direction === 'unclear'
      ? []
      : [
          {
            code: 'outside' as const,
            province: row.province,
            direction,
            responses: row.responses,
            rate,
            low,
            high,
          },
        ],
  );
  const far = ({ rate, low, high }: { rate: number; low: number; high: number }) =>
    Math.max(rate - high, low - rate);
  if (outside.length > 0) return outside.toSorted((a, b) => far(b) - far(a));
  return [{ code: 'within-chance', compared: view.points.length }];
}

export interface MapFinding {
  readonly high: readonly string[];
  readonly low: readonly string[];
}

/** Provinces outside what is usual, farthest first; null where nothing can be said. */
export function mapFinding(claims: readonly MapClaim[]): MapFinding | 'within-chance' | null {
  const [first] = claims;
  if (first === undefined) return null;
  if (first.code === 'within-chance') return 'within-chance';
  const outside = (wanted: 'high' | 'low') =>
    claims.flatMap((claim) =>
      claim.code === 'outside' && claim.direction === wanted ? [claim.province] : [],
    );
  return { high: outside('high'), low: outside('low') };
}
