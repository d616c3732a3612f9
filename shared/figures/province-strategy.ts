// Regions and their provinces × strategies: which share of a place's responses raises a strategy, how far that is from
// what all places together would let expect, and where that is more than chance explains.
import type { PlaceClaim } from '../api/claims.ts';
import type { CountsOf } from '../api/figures.ts';
import { type RegionId, regions } from '../places/provinces.ts';
import {
  againstExpected,
  type JudgedCell,
  standsOut,
  usualRule,
  type Whole,
} from '../statistics/stands-out.ts';
import { type Strategy, strategies } from '../survey/strategies.ts';
import { claimAlpha } from './claim-level.ts';
import { type HeatLevel, heatLevelOf } from './heat-levels.ts';
import { provincesInView } from './provinces-in-view.ts';
import { leastBase, rankingBase } from './small-numbers.ts';

export interface PlaceShare {
  readonly strategy: Strategy;
  readonly responses: number;
  readonly issues: number;
  /** of the place's responses, 0–1; null under a base of 5 */
  readonly share: number | null;
  /** by the adjusted residual, ±2 and ±3; null = too few to judge */
  readonly level: HeatLevel | null;
}

export interface PlaceShares {
  /** a province's code, a region's id, or `total` */
  readonly id: string;
  readonly responses: number;
  readonly cells: readonly PlaceShare[];
}

export interface RegionShares extends PlaceShares {
  readonly id: RegionId;
  /** most responses first */
  readonly provinces: readonly PlaceShares[];
}

export interface PlaceTable {
  readonly regions: readonly RegionShares[];
  readonly total: PlaceShares;
}

type Counts = CountsOf<'by-province' | 'by-strategy' | 'province-strategy'>;

interface PlaceCounts extends Whole {
  readonly id: string;
  readonly issues: readonly number[];
}

interface RegionCounts extends PlaceCounts {
  readonly id: RegionId;
  readonly members: readonly PlaceCounts[];
}

export function placeTable(counts: Counts): PlaceTable {
  const whole = wholeOf(counts);
  return {
    regions: regionsOf(counts).map((region) => ({
      ...sharesOf(region, whole),
      id: region.id,
      provinces: region.members
        .map((member) => sharesOf(member, whole))
        .toSorted((a, b) => b.responses - a.responses),
    })),
    total: sharesOf(whole, whole),
  };
}

/** Everything counted in the view, also what has no known province. */
function wholeOf({ strip, figures }: Counts): PlaceCounts {
  const sums = new Map(figures['by-strategy'].map((row) => [row.strategy, row]));
  return {
    id: 'total',
    responses: strip.responses,
    raised: strategies.map((strategy) => sums.get(strategy)?.responses ?? 0),
    issues: strategies.map((strategy) => sums.get(strategy)?.issues ?? 0),
  };
}

/** The regions in view, each with its provinces in view. */
function regionsOf({ filters, figures }: Counts): RegionCounts[] {
  const inView = provincesInView(filters, filters.scope);
  const sums = new Map(figures['by-province'].map((row) => [row.province, row]));
  const cells = new Map(
    figures['province-strategy'].map((row) => [`${row.province} ${row.strategy}`, row]),
  );
  const countsOf = (code: string): PlaceCounts => ({
    id: code,
    responses: sums.get(code)?.responses ?? 0,
    raised: strategies.map((strategy) => cells.get(`${code} ${strategy}`)?.responses ?? 0),
    issues: strategies.map((strategy) => cells.get(`${code} ${strategy}`)?.issues ?? 0),
  });
  return regions.flatMap(({ id }) => {
    const members = inView.filter(({ region }) => region === id).map(({ code }) => countsOf(code));
    return members.length === 0 ? [] : [sumOf(id, members)];
  });
}

function sumOf(id: RegionId, members: readonly PlaceCounts[]): RegionCounts {
  const add = (part: (place: PlaceCounts) => number) =>
    members.reduce((sum, place) => sum + part(place), 0);
  return {
    id,
    members,
    responses: add((place) => place.responses),
    raised: strategies.map((_, at) => add((place) => place.raised[at] ?? 0)),
    issues: strategies.map((_, at) => add((place) => place.issues[at] ?? 0)),
  };
}

function sharesOf(place: PlaceCounts, whole: Whole): PlaceShares {
  const { id, responses: of } = place;
  return {
    id,
    responses: of,
    cells: strategies.map((strategy, at) => {
      const responses = place.raised[at] ?? 0;
      const compared = againstExpected(responses, of, whole.raised[at] ?? 0, whole.responses);
      return {
        strategy,
        responses,
        issues: place.issues[at] ?? 0,
        share: of < leastBase ? null : responses / of,
        level: of < rankingBase ? null : heatLevelOf(compared),
      };
    }),
  };
}

type Among = PlaceClaim['among'];
type StandsOutClaim = Extract<PlaceClaim, { code: 'stands-out' }>;

/** Regions are judged against each other, and provinces against each other: two families. */
export function placeClaims(counts: Counts): PlaceClaim[] {
  const whole = wholeOf(counts);
  const inView = regionsOf(counts);
  const provinces = inView.flatMap(({ members }) => members);
  return [...claimsAmong('regions', inView, whole), ...claimsAmong('provinces', provinces, whole)];
}

function claimsAmong(among: Among, places: readonly PlaceCounts[], whole: Whole): PlaceClaim[] {
  if (places.length < 2) return [];
  const judged = standsOut(
    places.map(({ responses }) => responses),
    places.map(({ raised }) => raised),
    whole,
    { ...usualRule, alpha: claimAlpha },
  );
  if (judged.every(({ pAdjusted }) => pAdjusted === null)) return [];
  const outstanding = judged.flatMap((cell) => claimOf(among, cell, places));
  if (outstanding.length === 0) return [{ code: 'within-chance', among }];
  // by how many times more than expected, not by z, which grows with n
  return outstanding.toSorted((a, b) => b.ratio - a.ratio);
}

function claimOf(among: Among, cell: JudgedCell, places: readonly PlaceCounts[]): StandsOutClaim[] {
  const [place, strategy] = [places[cell.row], strategies[cell.column]];
  const { observed: responses, expected, standsOut: direction } = cell;
  if (place === undefined || strategy === undefined || direction === null) return [];
  const { id, responses: of } = place;
  if (of < rankingBase) return [];
  const ratio = responses / expected;
  return [
    { code: 'stands-out', among, place: id, strategy, direction, responses, of, expected, ratio },
  ];
}

/** Provinces in which something is raised more than expected, most outstanding first. */
export function outstandingProvinces(claims: readonly PlaceClaim[]): StandsOutClaim[] {
  return highAmong('provinces', claims);
}

function highAmong(among: Among, claims: readonly PlaceClaim[]): StandsOutClaim[] {
  return claims.filter(
    (claim): claim is StandsOutClaim =>
      claim.code === 'stands-out' && claim.among === among && claim.direction === 'high',
  );
}

export interface OutstandingPlace {
  readonly id: string;
  /** most outstanding first, at most two */
  readonly strategies: readonly Strategy[];
}

/** The regions where they were tested, else the provinces; at most two places. null where nothing was testable. */
export function placeFinding(
  claims: readonly PlaceClaim[],
): readonly OutstandingPlace[] | 'within-chance' | null {
  const [first] = claims;
  if (first === undefined) return null;
  const high = highAmong(first.among, claims);
  const ids = [...new Set(high.map(({ place }) => place))].slice(0, 2);
  if (ids.length === 0) return 'within-chance';
  return ids.map((id) => ({
    id,
    strategies: high
      .filter(({ place }) => place === id)
      .slice(0, 2)
      .map(({ strategy }) => strategy),
  }));
}
