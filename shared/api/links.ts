// Links of issues to sub-plans and projects: who made which, how and why; and what is asked for to make them.
import * as v from 'valibot';

/** by hand · a suggestion that somebody confirmed · a rule */
export const linkWays = ['hand', 'suggestion', 'rule'] as const;
export type LinkWay = (typeof linkWays)[number];

export const mostLinkedAtOnce = 500;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const reason = v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(500))), null);

/** One of `subPlan` and `project`; `subPlan: "none"`: it fits no sub-plan. */
export const LinkRequest = v.strictObject({
  /** `{response}#{issue}` each */
  issues: v.pipe(
    v.array(v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}#[A-Za-z0-9_-]{1,32}$/))),
    v.minLength(1),
    v.maxLength(mostLinkedAtOnce),
  ),
  subPlan: v.optional(id),
  project: v.optional(id),
  reason,
  how: v.optional(v.picklist(['hand', 'suggestion']), 'hand'),
});
export type LinkRequest = v.InferOutput<typeof LinkRequest>;

export const LinksChanged = v.object({
  changed: v.number(),
  /** were so already */
  same: v.number(),
  /** are no longer there, or not yours */
  gone: v.array(v.string()),
});
export type LinksChanged = v.InferOutput<typeof LinksChanged>;

export const LinkSetOfIssue = v.object({
  subPlans: v.pipe(v.array(v.string()), v.readonly()),
  projects: v.pipe(v.array(v.string()), v.readonly()),
  fitsNone: v.boolean(),
});

const members = {
  subPlan: v.nullable(v.string()),
  project: v.nullable(v.string()),
  how: v.picklist(linkWays),
  /** the id of the rule that made it */
  rule: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  by: v.string(),
  at: v.string(),
};

/** Of one response: what its issues are linked to, and everything that was ever linked and taken back. */
export const ResponseLinks = v.object({
  items: v.array(
    v.object({
      issue: v.string(),
      fitsNone: v.boolean(),
      links: v.array(v.object(members)),
      history: v.array(v.object({ ...members, act: v.picklist(['linked', 'unlinked']) })),
    }),
  ),
  next: v.null(),
});
export type ResponseLinks = v.InferOutput<typeof ResponseLinks>;

export const linkStates = ['none', 'suggested', 'linked'] as const;

const share = v.nullable(v.number());

/** How good suggestions were in trials on what was confirmed: shared/plan/suggestion-quality.ts. Shares are 0 to 1. */
const SuggestionQuality = v.object({
  n: v.number(),
  fitNone: v.number(),
  top1: share,
  top3: share,
  silent: share,
  forced: share,
  calibration: v.pipe(
    v.array(
      v.object({ from: v.number(), to: v.number(), n: v.number(), said: share, right: share }),
    ),
    v.readonly(),
  ),
  subPlans: v.pipe(
    v.array(
      v.object({ subPlan: v.string(), n: v.number(), found: v.number(), suggested: v.number() }),
    ),
    v.readonly(),
  ),
  respondents: v.pipe(
    v.array(v.object({ respondent: v.string(), n: v.number(), top1: v.number() })),
    v.readonly(),
  ),
});
export type SuggestionQuality = v.InferOutput<typeof SuggestionQuality>;

/** Issues of one strategy that say nearly the same. */
const LinkGroup = v.object({
  key: v.string(),
  strategy: v.nullable(v.string()),
  /** of the first of them, as it was read: the words of suggestions stand in it */
  title: v.string(),
  /** how others say it */
  examples: v.array(v.string()),
  /** `{response}#{issue}`; the first 500 of `count` */
  issues: v.array(v.string()),
  count: v.number(),
  provinces: v.number(),
  /** the mean of those that are rated */
  severity: v.nullable(v.number()),
  affected: v.number(),
  /** at most three, the likeliest first; empty: nothing is suggested */
  suggestions: v.array(
    v.object({
      subPlan: v.string(),
      chance: v.number(),
      words: v.array(v.object({ word: v.string(), from: v.number(), to: v.number() })),
    }),
  ),
  /** the chance that it fits no sub-plan; null: none has a name yet */
  fitsNone: v.nullable(v.number()),
});
export type LinkGroup = v.InferOutput<typeof LinkGroup>;

export const LinkGroups = v.object({
  items: v.array(LinkGroup),
  next: v.nullable(v.string()),
  /** groups, and issues in them */
  total: v.number(),
  issues: v.number(),
  /** more match than were looked at: the newest 5,000 responses */
  cut: v.boolean(),
  /** more is being learned from links at the moment */
  learning: v.boolean(),
  /** null: nothing was confirmed yet */
  quality: v.nullable(SuggestionQuality),
});
export type LinkGroups = v.InferOutput<typeof LinkGroups>;
