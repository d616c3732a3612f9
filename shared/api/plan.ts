// The plan: projects below the sub-plans, and what they reach. Years are fiscal years by their Buddhist number.
import * as v from 'valibot';
import { progressClasses } from '../plan/progress.ts';

/** `retired`: no longer part of the plan; what it said and what is linked to it stays. */
export const projectStates = ['planned', 'running', 'finished', 'retired'] as const;
export type ProjectState = (typeof projectStates)[number];

const year = v.pipe(v.number(), v.integer(), v.minValue(2500), v.maxValue(2699));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e13));
const day = v.pipe(v.string(), v.isoDate());
const value = v.pipe(v.number(), v.finite(), v.minValue(-1e15), v.maxValue(1e15));
const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const id = v.pipe(v.string(), v.maxLength(100));

/** One indicator in one fiscal year. */
export const ProjectResult = v.object({
  year: v.number(),
  /** the key of the indicator; the same in every year */
  indicator: v.string(),
  nameTh: v.string(),
  nameEn: v.nullable(v.string()),
  unit: v.string(),
  /** null: it was not measured before */
  baseline: v.nullable(v.number()),
  /** the fiscal year of the baseline */
  baselineYear: v.number(),
  target: v.number(),
  /** null: nobody has reported it yet */
  reached: v.nullable(v.number()),
  note: v.nullable(v.string()),
  by: v.string(),
  at: v.string(),
});
export type ProjectResult = v.InferOutput<typeof ProjectResult>;

/** An indicator over all its years. */
export const IndicatorProgress = v.object({
  indicator: v.string(),
  /** by Open SDG's method: shared/plan/progress.ts */
  class: v.picklist(progressClasses),
  /** observed over required growth a year */
  ratio: v.nullable(v.number()),
  /** fiscal years that are over and of which nothing was reported */
  missing: v.array(v.number()),
});
export type IndicatorProgress = v.InferOutput<typeof IndicatorProgress>;

export const Project = v.object({
  /** the code in small letters; it never changes */
  id: v.string(),
  code: v.string(),
  nameTh: v.string(),
  nameEn: v.nullable(v.string()),
  subPlans: v.array(v.string()),
  /** the id of the office that answers for it */
  office: v.string(),
  provinces: v.union([v.literal('all'), v.array(v.string())]),
  /** baht, by fiscal year */
  budget: v.record(v.string(), v.number()),
  /** days, inclusive */
  start: v.string(),
  end: v.string(),
  state: v.picklist(projectStates),
  /** by year, then indicator */
  results: v.array(ProjectResult),
  progress: v.array(IndicatorProgress),
  /** grows with every change */
  version: v.number(),
  changedBy: v.string(),
  changedAt: v.string(),
});
export type Project = v.InferOutput<typeof Project>;

export const PageOfProjects = v.object({
  items: v.array(Project),
  next: v.nullable(v.string()),
  total: v.number(),
});
export type PageOfProjects = v.InferOutput<typeof PageOfProjects>;

const Budget = v.pipe(
  v.record(v.pipe(v.string(), v.regex(/^2[56]\d\d$/)), amount),
  v.check((given) => Object.keys(given).length <= 30, 'at most 30 years'),
);
const english = v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(300)));
const described = {
  nameTh: text(300),
  nameEn: english,
  subPlans: v.pipe(v.array(id), v.maxLength(64)),
  office: id,
  provinces: v.union([v.literal('all'), v.pipe(v.array(id), v.maxLength(100))]),
  budget: Budget,
  start: day,
  end: day,
  state: v.picklist(projectStates),
};

/** Letters of any script, digits, `.`, `-`, `_`. */
export const projectCode = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,38}[\p{L}\p{M}\p{N}])?$/u;

export const NewProject = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.regex(projectCode)),
  ...described,
  nameEn: v.optional(english, null),
  budget: v.optional(Budget, {}),
  state: v.optional(described.state, 'planned'),
});
export type NewProject = v.InferOutput<typeof NewProject>;

export const ProjectChange = v.strictObject({
  ...v.partial(v.object(described)).entries,
  /** the one that was seen; given, a change since is refused */
  version: v.optional(v.number()),
});
export type ProjectChange = v.InferOutput<typeof ProjectChange>;

export const indicatorKey = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}._-]{0,58}[\p{L}\p{M}\p{N}])?$/u;

export const ReportedResult = v.strictObject({
  nameTh: text(300),
  nameEn: v.optional(english, null),
  unit: text(60),
  baseline: v.optional(v.nullable(value), null),
  /** absent: the year before the project begins */
  baselineYear: v.optional(year),
  target: value,
  reached: v.optional(v.nullable(value), null),
  note: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(1000))), null),
  version: v.optional(v.number()),
});
export type ReportedResult = v.InferOutput<typeof ReportedResult>;

/** Words that tell a sub-plan from everything else: shared/plan/said-words.ts. */
export const SaidWords = v.object({
  /** when they were read: kept for a minute */
  asOf: v.string(),
  /** the newest so many responses, of all that the view has */
  responses: v.number(),
  of: v.number(),
  /** every sub-plan of the round, in its order */
  items: v.array(
    v.object({
      subPlan: v.string(),
      /** responses about it that were read */
      responses: v.number(),
      /** the most telling first, at most eight; none that fewer than five responses use */
      words: v.array(
        v.object({
          word: v.string(),
          responses: v.number(),
          elsewhere: v.number(),
          /** odds ratio, and its 95 % interval */
          times: v.number(),
          low: v.number(),
          high: v.number(),
        }),
      ),
    }),
  ),
});
export type SaidWords = v.InferOutput<typeof SaidWords>;
