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
