// What the figures of a view find, the weightiest first: of the claims that were tested, each said once.
import type { GroupClaim, MapClaim, PlaceClaim } from '../api/claims.ts';
import type { FiguresReplyOf, Filters } from '../api/figures.ts';
import { provinceByCode } from '../places/provinces.ts';
import { poissonRate } from '../statistics/poisson-rate.ts';
import { monthFinding, type TrendClaim } from './by-month.ts';

type PlaceStandsOut = Extract<PlaceClaim, { code: 'stands-out' }>;
type GroupDiffers = Extract<GroupClaim, { code: 'differs' }>;
type ProvinceOutside = Extract<MapClaim, { code: 'outside' }>;

/** What a finding says; its claims, the weightiest first. */
export type FindingTold =
  | { readonly of: 'place'; readonly claims: readonly PlaceStandsOut[] }
  | { readonly of: 'groups'; readonly claims: readonly GroupDiffers[] }
  | { readonly of: 'trend'; readonly claims: readonly TrendClaim[] }
  | { readonly of: 'far'; readonly claims: readonly ProvinceOutside[] };

export type RankedFinding = FindingTold & {
  /** the same from day to day, as long as it says the same */
  readonly key: string;
  /**
   * How large and how sure in one number: the least by which it differs from what would be expected, as a part of all responses of
   * the view (for a trend, of a year's). What was not said at the last visit counts half as much again.
   */
  readonly weight: number;
  /** the filters that single out what it is about */
  readonly part: Filters;
};

export type FindingsReply = FiguresReplyOf<
  'by-month' | 'province-strategy' | 'respondent-strategy' | 'by-respondent' | 'map'
>;

type Unranked = Omit<RankedFinding, 'key'> & FindingTold;

const atMost = 5;
const ofOneKind = 2;
const newer = 1.5;

/** `said`: keys that were said at the last visit; null: there was none. */
export function rankedFindings(
  reply: FindingsReply,
  said: ReadonlySet<string> | null = null,
): RankedFinding[] {
  const all = [...comparing(reply), ...trends(reply), ...far(reply)]
    .map((one) => withKey(one))
    .map((one) => ({ ...one, weight: one.weight * (said?.has(one.key) === false ? newer : 1) }))
    .toSorted((a, b) => b.weight - a.weight);
  const kept: RankedFinding[] = [];
  for (const one of all) {
    const alike = kept.filter(({ of }) => of === one.of).length;
    if (alike < ofOneKind && !kept.some((other) => saysTheSame(one, other))) kept.push(one);
  }
  return kept.slice(0, atMost);
}

function withKey(one: Unranked): RankedFinding {
  // what comes second changes from day to day
  return { ...one, key: `${one.of} ${aboutOf(one.claims[0])}` };
}

function aboutOf(claim: FindingTold['claims'][number] | undefined): string {
  switch (claim?.code) {
    case 'stands-out':
      return `${claim.place} ${claim.strategy}`;
    case 'outside':
      return `${claim.province} ${claim.direction}`;
    case 'differs':
      return `${claim.strategy} ${claim.points > 0 ? 'agencies' : 'citizens'}`;
    default:
      return `${claim?.strategy} ${claim?.code}`;
  }
}

/** A region and a province in it that stand out by the same strategy. */
function saysTheSame(one: RankedFinding, other: RankedFinding): boolean {
  if (one.of !== 'place' || other.of !== 'place') return false;
  return one.claims.some((a) =>
    other.claims.some((b) => a.strategy === b.strategy && isWithin(a.place, b.place)),
  );
}

function isWithin(a: string, b: string): boolean {
  const regionOf = (id: string) => provinceByCode(id)?.region ?? id;
  return a !== b && (regionOf(a) === b || regionOf(b) === a);
}

/** Of the whole plan alone: within chosen strategies every share is of a selection, and the page has no such figure. */
function comparing(reply: FindingsReply): Unranked[] {
  const { strategy, subPlan, respondent } = reply.filters;
  if ((strategy ?? subPlan) !== undefined) return [];
  return [...places(reply), ...(respondent === undefined ? groups(reply) : [])];
}

/** Each place once, with at most two strategies that it raises more than expected. */
function places({ strip, claims }: FindingsReply): Unranked[] {
  const high = claims['province-strategy'].filter(
    (claim): claim is PlaceStandsOut => claim.code === 'stands-out' && claim.direction === 'high',
  );
  return [...new Set(high.map(({ place }) => place))].map((place) => {
    const own = high
      .filter((claim) => claim.place === place)
      .toSorted((a, b) => leastMore(b) - leastMore(a))
      .slice(0, 2);
    const weight = Math.max(...own.map(leastMore)) / strip.responses;
    const area = place.startsWith('TH-') ? { province: [place] } : { region: [place] };
    return { of: 'place', claims: own, weight, part: { ...area, strategy: topicsOf(own) } };
  });
}

/** The lower end of the 95 % interval of the count, less what was expected. */
function leastMore({ responses, expected }: PlaceStandsOut): number {
  return Math.max(0, (poissonRate(responses, 1, 1)?.low ?? 0) - expected);
}

/** By the near end of the interval, as a part of the smaller group. */
function groups({ strip, figures, claims }: FindingsReply): Unranked[] {
  const claimed = claims['respondent-strategy'];
  const differing = claimed.filter((claim) => claim.code === 'differs');
  if (differing.length === 0 || claimed.some(({ code }) => code === 'few')) return [];
  const from = (respondent: string) =>
    figures['by-respondent'].find((row) => row.respondent === respondent)?.responses ?? 0;
  const smaller = Math.min(from('agency'), from('citizen')) / strip.responses;
  const least = ({ low, high }: GroupDiffers) => Math.min(Math.abs(low), Math.abs(high)) / 100;
  const own = differing.toSorted((a, b) => least(b) - least(a)).slice(0, 2);
  const weight = Math.max(...own.map(least)) * smaller;
  return [{ of: 'groups', claims: own, weight, part: { strategy: topicsOf(own) } }];
}

const monthsOfYear = 12;
/** a trend is claimed without an interval of its pace: half of it is taken for sure */
const sureOfPace = 0.5;

/** What rises and what falls; not the fastest rise, which the headline of the page or the line below it says. */
function trends({ claims }: FindingsReply): Unranked[] {
  const finding = monthFinding(claims['by-month']);
  if (finding === null || typeof finding === 'number') return [];
  const aYear = ({ points, per }: TrendClaim) =>
    (Math.abs(points) / 100) * (per === 'month' ? monthsOfYear : 1) * sureOfPace;
  return [finding.rising.slice(1), finding.falling]
    .filter((some) => some.length > 0)
    .map((some) => ({
      of: 'trend',
      claims: some.slice(0, 2),
      weight: Math.max(...some.map(aYear)),
      part: { strategy: topicsOf(some.slice(0, 2)) },
    }));
}

/** Provinces from which much more, or much less, is heard than usual for their size. */
function far({ strip, claims }: FindingsReply): Unranked[] {
  const beyond = ({ responses, rate, low, high }: ProvinceOutside) =>
    rate > 0 ? (Math.max(rate - high, low - rate) / rate) * responses : 0;
  return (['high', 'low'] as const).flatMap((direction) => {
    const some = claims.map
      .filter((claim): claim is ProvinceOutside => claim.code === 'outside')
      .filter((claim) => claim.direction === direction)
      .toSorted((a, b) => beyond(b) - beyond(a))
      .slice(0, 3);
    const weight = some.reduce((sum, claim) => sum + beyond(claim), 0) / strip.responses;
    const part = { province: some.map(({ province }) => province).toSorted() };
    return some.length === 0 ? [] : [{ of: 'far' as const, claims: some, weight, part }];
  });
}

function topicsOf(claims: readonly { readonly strategy: string }[]): string[] {
  return claims.map(({ strategy }) => strategy).toSorted();
}
