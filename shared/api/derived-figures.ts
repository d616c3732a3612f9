// Figures that are made of what is counted, for who asks for them by name: without a name they are not made.
import * as v from 'valibot';

export const derivedFigures = [
  'map',
  'peers',
  'by-fiscal-year',
  'affected',
  'quality',
  'trend',
] as const;
export type DerivedFigure = (typeof derivedFigures)[number];

const bounded = v.object({ value: v.number(), low: v.number(), high: v.number() });
/** a number and the ends of its 95 % interval */
export type Bounded = Readonly<v.InferOutput<typeof bounded>>;

/** how many people, and of how many issues that is known */
const people = { issues: v.number(), affected: v.number(), affectedKnown: v.number() };

/** counted row by row, for who asks for them by name */
export const rowFigures = [
  'by-district',
  'by-office',
  'by-sub-plan',
  'province-sub-plan',
  'month-sub-plan',
] as const;
export type RowFigure = (typeof rowFigures)[number];

const rowCounts = { ...people, responses: v.number() };

const subPlanCounts = {
  ...rowCounts,
  severity: v.object({ mean: v.nullable(v.number()), n: v.number() }),
  /** issues that a link counts to it; of the others their response names it */
  linked: v.number(),
};

export const rowShapes = {
  /** districts with something, in the order of their codes; `none`: not said, or not known */
  'by-district': v.array(
    v.object({
      province: v.string(),
      district: v.string(),
      nameTh: v.nullable(v.string()),
      nameEn: v.nullable(v.string()),
      ...rowCounts,
    }),
  ),
  /** offices that have sent something */
  'by-office': v.array(v.object({ office: v.string(), ...rowCounts })),
  /** every sub-plan of the round, then `none`; an issue that is linked to two counts in both */
  'by-sub-plan': v.array(v.object({ subPlan: v.string(), ...subPlanCounts })),
  /** where there is something */
  'province-sub-plan': v.array(
    v.object({ province: v.string(), subPlan: v.string(), ...subPlanCounts }),
  ),
  /** where there is something, the months of a sub-plan in order; those without a day (`month` null) last */
  'month-sub-plan': v.array(
    v.object({
      month: v.nullable(v.string()),
      subPlan: v.string(),
      issues: v.number(),
      responses: v.number(),
    }),
  ),
} satisfies Record<RowFigure, v.GenericSchema>;

/** made of the words of responses, which are read for who asks for them by name */
export const textFigures = ['pareto'] as const;
export type TextFigure = (typeof textFigures)[number];

export const textShapes = {
  /** titles that say nearly the same, put together */
  pareto: v.object({
    /** when they were counted: what was found is good for half a minute */
    asOf: v.string(),
    /** with a title, of the newest so many responses, of all that the view has */
    issues: v.number(),
    responses: v.number(),
    of: v.number(),
    topics: v.number(),
    /** the fewest that make half of the issues, and their true share; null when there is nothing */
    half: v.nullable(v.object({ topics: v.number(), share: v.number() })),
    /** at most 20, most issues first; none that fewer than five responses are about */
    list: v.array(
      v.object({
        title: v.string(),
        issues: v.number(),
        responses: v.number(),
        /** id of the newest response about it */
        newest: v.string(),
      }),
    ),
  }),
} satisfies Record<TextFigure, v.GenericSchema>;

export const derivedShapes = {
  /** the provinces in view, in the order of their codes */
  map: v.array(
    v.object({
      province: v.string(),
      issues: v.number(),
      responses: v.number(),
      /** responses before looking at what their issues are about */
      of: v.number(),
      reporting: v.boolean(),
      /** registered residents */
      population: v.number(),
      /** responses per 100,000 of them; null under 5 responses */
      rate: v.nullable(bounded),
      /** the rate, pulled towards that of all by as much as chance may have moved it; null where nothing was reported, and under 5 responses */
      smoothed: v.nullable(v.number()),
      /** of the responses received there, where issues are chosen, 0–1; null under a base of 5 */
      share: v.nullable(bounded),
      /** how far that share is from the one of all, in standard deviations; null when it cannot be said */
      residual: v.nullable(v.number()),
    }),
  ),
  /** the provinces in view against those like them; ask without a province, or there is nobody to compare with */
  peers: v.array(
    v.object({
      province: v.string(),
      responses: v.number(),
      /** those of them that report */
      peers: v.array(v.string()),
      /** null when it does not report, or fewer than five of its peers do */
      against: v.nullable(
        v.object({
          /** responses per 100,000 registered residents */
          rate: v.number(),
          /** the median of its peers’ */
          median: v.number(),
          expected: v.number(),
          /** of the median; null when that is 0 */
          ratio: v.nullable(v.number()),
          z: v.number(),
          flag: v.picklist(['high', 'low', 'none']),
          /** its rate by that of all its peers together; null where one of them has none */
          together: v.nullable(bounded),
        }),
      ),
    }),
  ),
  /** as `by-month`, by the years of the budget: 2569 is October 2025 to September 2026 */
  'by-fiscal-year': v.array(
    v.object({ year: v.nullable(v.number()), strategy: v.string(), issues: v.number() }),
  ),
  affected: v.object({
    ...people,
    byStrategy: v.array(v.object({ strategy: v.string(), ...people })),
    byProvince: v.array(v.object({ province: v.string(), ...people })),
  }),
  quality: v.object({
    /** provinces in view, and the share of their registered residents who live where somebody reports */
    coverage: v.object({
      reporting: v.number(),
      of: v.number(),
      /** null where no province is in view */
      share: v.nullable(v.number()),
      populationShare: v.nullable(v.number()),
    }),
    /** issues, or responses for `respondent`, without a value */
    missing: v.array(
      v.object({
        what: v.picklist(['strategy', 'day', 'severity', 'affected', 'respondent']),
        without: v.number(),
        of: v.number(),
      }),
    ),
    pending: v.number(),
  }),
  /** of the share that each strategy has of a month's issues; empty where months have too few */
  trend: v.array(
    v.object({
      strategy: v.string(),
      months: v.number(),
      /** from two years on a month is compared with the same month of other years only */
      method: v.picklist(['plain', 'seasonal']),
      /** Sen's slope in percentage points a month; the interval is null when the series is too short */
      slopePerMonth: v.nullable(
        v.object({ points: v.number(), low: v.nullable(v.number()), high: v.nullable(v.number()) }),
      ),
      pointsPerYear: v.nullable(v.number()),
      p: v.nullable(v.number()),
      /** corrected for all strategies (Holm) */
      pAdjusted: v.nullable(v.number()),
    }),
  ),
} satisfies Record<DerivedFigure, v.GenericSchema>;
