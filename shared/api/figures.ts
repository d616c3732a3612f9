// Filters, figures and the honesty strip on the wire. Filters live in the URL: repeatable or comma-separated, ANDed.
import * as v from 'valibot';
import { type CountingTier, countingTiers } from '../survey/counts-from.ts';
import { type ClaimingFigure, claimShapes } from './claims.ts';
import {
  type DerivedFigure,
  derivedShapes,
  type RowFigure,
  rowShapes,
  type TextFigure,
  textShapes,
} from './derived-figures.ts';
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
  'project',
  'linked',
  'from',
  'to',
] as const;
export type FilterName = (typeof filterNames)[number];

/** The same for each filter, as a request names them. */
export const eachFilter = <T>(one: T): Record<FilterName, T> =>
  // its keys are the names
  Object.fromEntries(filterNames.map((name) => [name, one])) as Record<FilterName, T>;

/** filters on what an issue is about; the others are on the response that holds it */
export const issueFilters = ['strategy', 'subPlan', 'severity', 'project', 'linked'] as const;

const list = v.exactOptional(v.pipe(v.array(v.string()), v.readonly()));
const day = v.exactOptional(v.string());

/** A filter after reading: each list sorted, without doubles; absent = everything. `none` selects what has no value. */
export const Filters = v.object({
  province: list,
  region: list,
  strategy: list,
  subPlan: list,
  respondent: list,
  channel: list,
  /** '1'…'5' or 'none' */
  severity: list,
  /** a status, or `pending`: received, and does not count yet */
  status: list,
  office: list,
  batch: list,
  /** ids of projects that an issue is linked to */
  project: list,
  /** `some`: somebody, or a rule, has linked it; `none` */
  linked: list,
  /** days, inclusive */
  from: day,
  to: day,
});
export type Filters = Readonly<v.InferOutput<typeof Filters>>;

export const figureNames = [
  'summary',
  'by-province',
  'by-strategy',
  'province-strategy',
  'by-month',
  'by-respondent',
  'by-severity',
  'by-channel',
  'respondent-strategy',
] as const;
/** counted by the facts; all of them where none is named */
export type FigureName = (typeof figureNames)[number];

export type AnyFigure = FigureName | DerivedFigure | RowFigure | TextFigure;

const severity = v.object({ mean: v.nullable(v.number()), n: v.number() });
/** `affected` sums what is known, of `affectedKnown` issues */
const sums = {
  issues: v.number(),
  responses: v.number(),
  affected: v.number(),
  affectedKnown: v.number(),
  severity,
};

/** responses that pass every filter but those on issues (`issueFilters`): what a share is of */
const of = v.number();

export const Strip = v.object({
  issues: v.number(),
  responses: v.number(),
  /** what a share of the view is of: responses that pass every filter but those on issues */
  of,
  /** provinces in view with a counted response in this round, whatever else is filtered */
  provincesReporting: v.number(),
  /** of them, those with a response that passes the filters */
  provincesMatching: v.number(),
  provincesExpected: v.number(),
  /** accepted responses that do not count yet */
  pending: v.number(),
  /** counted issues without a strategy */
  unmatched: v.number(),
});
export type Strip = v.InferOutput<typeof Strip>;

const figureShapes = {
  /** `agency`, `citizen`: responses */
  summary: v.object({ ...sums, agency: v.number(), citizen: v.number() }),
  /** `reporting`: in view, and something of it counts in this round, whatever else is filtered */
  'by-province': v.array(v.object({ province: v.string(), ...sums, of, reporting: v.boolean() })),
  'by-strategy': v.array(v.object({ strategy: v.string(), ...sums })),
  'province-strategy': v.array(
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
  /** only where there are issues; in order, those without a day (`month` null) last */
  'by-month': v.array(
    v.object({ month: v.nullable(v.string()), strategy: v.string(), issues: v.number() }),
  ),
  'by-respondent': v.array(v.object({ respondent: v.string(), ...sums, of })),
  'by-severity': v.array(v.object({ severity: v.string(), issues: v.number() })),
  'by-channel': v.array(
    v.object({ channel: v.string(), issues: v.number(), responses: v.number() }),
  ),
  'respondent-strategy': v.array(
    v.object({
      respondent: v.string(),
      strategy: v.string(),
      issues: v.number(),
      responses: v.number(),
      affected: v.number(),
    }),
  ),
  ...derivedShapes,
  ...rowShapes,
  ...textShapes,
} satisfies Record<AnyFigure, v.GenericSchema>;

type AllFigures = { [K in AnyFigure]: v.InferOutput<(typeof figureShapes)[K]> };
type AllClaims = { [K in ClaimingFigure]: v.InferOutput<(typeof claimShapes)[K]> };

/** some of the figures */
export type Figures = Partial<AllFigures>;
/** exactly the figures with these names */
export type FiguresOf<Name extends AnyFigure> = Pick<AllFigures, Name>;
/** the claims of the figures with these names, as far as they claim anything */
export type ClaimsOf<Name extends AnyFigure> = Pick<AllClaims, Name & ClaimingFigure>;

/** What claims are made of: figures, and what they were counted from. */
export interface CountsOf<Name extends AnyFigure> {
  /** instant of the last change that these figures include */
  readonly asOf: string;
  /** what other servers have stored since then may be missing; not there when nothing is */
  readonly seenUntil?: string;
  /** as they were read; `scope`: what narrows the view beyond them */
  readonly filters: Filters & { readonly scope?: Scope };
  readonly strip: Strip;
  readonly figures: FiguresOf<Name>;
}

/** The reply to a request for exactly these figures. */
export interface FiguresReplyOf<Name extends AnyFigure> extends CountsOf<Name> {
  readonly countsFrom: CountingTier;
  readonly claims: ClaimsOf<Name>;
}

export const FiguresReply = v.object({
  asOf: v.string(),
  /** which decision makes a response count in this round, whatever the filters choose */
  countsFrom: v.picklist(countingTiers),
  filters: v.object({ ...Filters.entries, scope: v.exactOptional(Scope) }),
  strip: Strip,
  /**
   * only while the server that answers is behind: what other servers have stored since this minute may be missing. The header
   * `Seen-Until` says at every answer up to which instant it has seen everything
   */
  seenUntil: v.exactOptional(v.string()),
  /** stored responses, of any survey and place, that are in no figure because they are damaged; not there when there are none */
  setAside: v.exactOptional(v.number()),
  figures: v.partial(v.object(figureShapes)),
  /** what each of these figures lets one say */
  claims: v.partial(v.object(claimShapes)),
});
export type FiguresReply = v.InferOutput<typeof FiguresReply>;
