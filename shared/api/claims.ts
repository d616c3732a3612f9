// What figures claim about their numbers: codes with parameters, never sentences. Made by `shared/figures/<figure>.ts` alone.
import * as v from 'valibot';
import { strategies } from '../survey/strategies.ts';

const strategy = v.picklist(strategies);
/** a part of a whole, 0–1 */
const share = v.number();
/** a difference of shares, in percentage points */
const points = v.number();
/** the ends of a 95 % interval, in the unit of what it belongs to */
const interval = { low: v.number(), high: v.number() };
/** so many of the responses counted */
const xOfN = { responses: v.number(), of: v.number() };
/** tested, and no difference beyond what chance explains; not the same as equal */
const withinChance = v.literal('within-chance');

/** The order of the strategies among the responses: one of the first four, and the share of the first where it is ranked. */
export const StrategyClaim = v.variant('code', [
  /** few responses: x of n, no ranking */
  v.object({ code: v.literal('few'), strategy, ...xOfN }),
  /** clearly before the second, by so many points */
  v.object({ code: v.literal('leads'), strategy, points }),
  /** level with each other, and clearly before the others */
  v.object({ code: v.literal('pair'), strategies: v.tuple([strategy, strategy]) }),
  /** the first ones cannot be told apart */
  v.object({ code: v.literal('close'), strategies: v.array(strategy) }),
  v.object({ code: v.literal('share'), strategy, share, ...interval, ...xOfN }),
]);
export type StrategyClaim = v.InferOutput<typeof StrategyClaim>;

export const ProvinceClaim = v.variant('code', [
  /** the first so many provinces hold these shares of all issues and of all registered residents in view */
  v.object({
    code: v.literal('concentrated'),
    provinces: v.number(),
    issues: share,
    people: share,
  }),
  /**
   * The first three by this measure, highest first. `alike`: others that chance may keep from being among them, when
   * `compared` provinces are compared at once; none = clearly before all others. `tooFew`: left out for having under 30.
   */
  v.object({
    code: v.literal('first'),
    measure: v.picklist(['issues', 'rate', 'share']),
    provinces: v.array(v.object({ province: v.string(), ...xOfN })),
    alike: v.array(v.string()),
    compared: v.number(),
    tooFew: v.number(),
  }),
]);
export type ProvinceClaim = v.InferOutput<typeof ProvinceClaim>;

/** places that were tested against each other */
const among = v.picklist(['regions', 'provinces']);

export const PlaceClaim = v.variant('code', [
  /** raised in more or fewer responses than expected, after correction for all cells of its kind; most outstanding first */
  v.object({
    code: v.literal('stands-out'),
    among,
    place: v.string(),
    strategy,
    direction: v.picklist(['high', 'low']),
    ...xOfN,
    expected: v.number(),
    /** observed by expected */
    ratio: v.number(),
  }),
  v.object({ code: withinChance, among }),
]);
export type PlaceClaim = v.InferOutput<typeof PlaceClaim>;

export const GroupClaim = v.variant('code', [
  /** a group is too small for words of ranking */
  v.object({ code: v.literal('few'), agencies: v.number(), citizens: v.number() }),
  /** `points`: agencies minus citizens; after Holm’s correction. Largest difference first */
  v.object({ code: v.literal('differs'), strategy, points, ...interval }),
  v.object({ code: withinChance }),
]);
export type GroupClaim = v.InferOutput<typeof GroupClaim>;

/** how much a share changes in a month, or in a year where months were compared with the same month of other years */
const pace = { points, per: v.picklist(['month', 'year']) };

export const MonthClaim = v.variant('code', [
  /** steepest first */
  v.object({ code: v.literal('rises'), strategy, ...pace }),
  v.object({ code: v.literal('falls'), strategy, ...pace }),
  /** so many months were tested, and no trend is clear */
  v.object({ code: v.literal('no-trend'), months: v.number() }),
]);
export type MonthClaim = v.InferOutput<typeof MonthClaim>;

export const SeverityClaim = v.variant('code', [
  /** share of the two highest levels among the issues that have one */
  v.object({ code: v.literal('rated-high'), share, of: v.number() }),
]);
export type SeverityClaim = v.InferOutput<typeof SeverityClaim>;

/** Rates against the range that is usual for provinces of their size, corrected for all that are compared. */
export const MapClaim = v.variant('code', [
  /** per 100,000 residents; `low`, `high`: the range it is outside of. Farthest out first */
  v.object({
    code: v.literal('outside'),
    province: v.string(),
    direction: v.picklist(['high', 'low']),
    responses: v.number(),
    rate: v.number(),
    ...interval,
  }),
  /** of so many provinces */
  v.object({ code: withinChance, compared: v.number() }),
]);
export type MapClaim = v.InferOutput<typeof MapClaim>;

export const PeerClaim = v.variant('code', [
  /** `rate`, `median`: per 100,000 residents; `ratio`: of the median of so many peers that report */
  v.object({
    code: v.literal('unlike-peers'),
    province: v.string(),
    direction: v.picklist(['high', 'low']),
    responses: v.number(),
    rate: v.number(),
    median: v.number(),
    ratio: v.number(),
    peers: v.number(),
  }),
]);
export type PeerClaim = v.InferOutput<typeof PeerClaim>;

export const ParetoClaim = v.variant('code', [
  /** so few topics hold this share of so many issues: half of them, or a little more */
  v.object({
    code: v.literal('few-make-half'),
    topics: v.number(),
    of: v.number(),
    share,
    issues: v.number(),
  }),
]);
export type ParetoClaim = v.InferOutput<typeof ParetoClaim>;

/** what each figure that claims anything claims; a figure without a claim has an empty list */
export const claimShapes = {
  'by-strategy': v.array(StrategyClaim),
  'by-province': v.array(ProvinceClaim),
  'province-strategy': v.array(PlaceClaim),
  'by-month': v.array(MonthClaim),
  'respondent-strategy': v.array(GroupClaim),
  'by-severity': v.array(SeverityClaim),
  map: v.array(MapClaim),
  peers: v.array(PeerClaim),
  pareto: v.array(ParetoClaim),
};
export type ClaimingFigure = keyof typeof claimShapes;
