// Filters, figures and the honesty strip on the wire. Filters live in the URL: repeatable or comma-separated, ANDed.
import * as v from 'valibot';
import { Scope } from './session.ts';

/** names of the filters, as they stand in URLs */
export const filterNames = [
  'province',
  'region',
  'strategy',
  'subPlan',
  'respondent',
  'channel',
  'severity',
  'status',
  'office',
  'batch',
  'from',
  'to',
] as const;
export type FilterName = (typeof filterNames)[number];

/** A filter after reading: each list sorted, without doubles; absent = everything. `none` selects what has no value. */
export interface Filters {
  readonly province?: readonly string[];
  readonly region?: readonly string[];
  readonly strategy?: readonly string[];
  readonly subPlan?: readonly string[];
  readonly respondent?: readonly string[];
  readonly channel?: readonly string[];
  /** '1'…'5' or 'none' */
  readonly severity?: readonly string[];
  /** a status, or `pending`: received, and does not count yet */
  readonly status?: readonly string[];
  readonly office?: readonly string[];
  readonly batch?: readonly string[];
  /** days, inclusive */
  readonly from?: string;
  readonly to?: string;
}

export const figureNames = [
  'summary',
  'by-province',
  'by-strategy',
  'province-strategy',
  'by-month',
  'by-respondent',
  'by-severity',
  'by-channel',
] as const;
export type FigureName = (typeof figureNames)[number];

const severity = v.object({ mean: v.nullable(v.number()), n: v.number() });
/** `affected` sums what is known, of `affectedKnown` issues */
const sums = {
  issues: v.number(),
  responses: v.number(),
  affected: v.number(),
  affectedKnown: v.number(),
  severity,
};

export const Strip = v.object({
  issues: v.number(),
  responses: v.number(),
  provincesReporting: v.number(),
  provincesExpected: v.number(),
  /** accepted responses that do not count yet */
  pending: v.number(),
  /** counted issues without a strategy */
  unmatched: v.number(),
});
export type Strip = v.InferOutput<typeof Strip>;

export const Figures = v.object({
  /** `agency`, `citizen`: responses */
  summary: v.optional(v.object({ ...sums, agency: v.number(), citizen: v.number() })),
  'by-province': v.optional(v.array(v.object({ province: v.string(), ...sums }))),
  'by-strategy': v.optional(v.array(v.object({ strategy: v.string(), ...sums }))),
  'province-strategy': v.optional(
    v.array(
      v.object({
        province: v.string(),
        strategy: v.string(),
        issues: v.number(),
        responses: v.number(),
        affected: v.number(),
        /** adjusted residual over responses; null when it cannot be said */
        residual: v.nullable(v.number()),
      }),
    ),
  ),
  /** only where there are issues; in order, those without a day (`month` null) last */
  'by-month': v.optional(
    v.array(v.object({ month: v.nullable(v.string()), strategy: v.string(), issues: v.number() })),
  ),
  'by-respondent': v.optional(v.array(v.object({ respondent: v.string(), ...sums }))),
  'by-severity': v.optional(v.array(v.object({ severity: v.string(), issues: v.number() }))),
  'by-channel': v.optional(
    v.array(v.object({ channel: v.string(), issues: v.number(), responses: v.number() })),
  ),
});
export type Figures = v.InferOutput<typeof Figures>;

export const FiguresReply = v.object({
  /** instant of the last change that these figures include */
  asOf: v.string(),
  filters: v.looseObject({ scope: v.optional(Scope) }),
  strip: Strip,
  figures: Figures,
});
export type FiguresReply = v.InferOutput<typeof FiguresReply>;
