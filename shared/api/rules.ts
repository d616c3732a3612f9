// Rules of a round: a saved filter with words, and the sub-plan that what they let through is linked to.
import * as v from 'valibot';
import { Filters } from './figures.ts';
import { Scope } from './session.ts';

/** rules of a round that are not put away */
export const mostRules = 50;
export const mostRuleWords = 20;

export const ruleStates = ['off', 'on', 'retired'] as const;
export type RuleState = (typeof ruleStates)[number];

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const list = v.exactOptional(
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.minLength(1), v.maxLength(100)),
);
const day = v.exactOptional(v.pipe(v.string(), v.isoDate()));

const terms = {
  /** what a response says of itself, and nothing that a link changes; what each holds is read as in a URL: server/facts/read-filters.ts */
  filters: v.optional(
    v.strictObject({
      ...{ province: list, region: list, strategy: list, respondent: list },
      ...{ channel: list, severity: list, from: day, to: day },
    }),
    {},
  ),
  /** inside longer words too; in quotation marks as whole words alone: shared/plan/rule-words.ts */
  words: v.pipe(v.array(text(100)), v.minLength(1), v.maxLength(mostRuleWords)),
  /** one of the words is enough, or all of them are needed */
  match: v.optional(v.picklist(['any', 'all']), 'any'),
  /** looked for in the title, or in title and detail */
  where: v.optional(v.picklist(['title', 'text']), 'title'),
  subPlan: text(100),
} as const;

/** It is off at first. `dryRun=true`: only what it would link. */
export const NewRule = v.strictObject(terms);
export type NewRule = v.InferOutput<typeof NewRule>;

/** Words and filters change while it is off alone. */
export const RuleChange = v.strictObject({
  /** the one that was seen: of two at once the second is told */
  version: v.pipe(v.number(), v.integer()),
  state: v.exactOptional(v.picklist(ruleStates)),
  filters: v.exactOptional(terms.filters.wrapped),
  words: v.exactOptional(terms.words),
  match: v.exactOptional(terms.match.wrapped),
  where: v.exactOptional(terms.where.wrapped),
  subPlan: v.exactOptional(terms.subPlan),
});
export type RuleChange = v.InferOutput<typeof RuleChange>;

export interface RuleTerms {
  readonly filters: Filters;
  readonly words: readonly string[];
  readonly match: NewRule['match'];
  readonly where: NewRule['where'];
  readonly subPlan: string;
}

const ruleActs = ['added', 'changed', 'on', 'off', 'retired'] as const;

export const Rule = v.object({
  id: v.string(),
  survey: v.string(),
  filters: Filters,
  words: v.array(v.string()),
  match: v.picklist(['any', 'all']),
  where: v.picklist(['title', 'text']),
  subPlan: v.string(),
  /** of who made it: it links nothing outside */
  scope: Scope,
  state: v.picklist(ruleStates),
  /** issues that it has linked and nobody has confirmed; confirmed ones are a person's */
  linked: v.number(),
  /** responses that were looked at since it was switched, of those to be looked at; null: it is done */
  progress: v.nullable(v.object({ done: v.number(), of: v.number() })),
  version: v.number(),
  by: v.string(),
  changedAt: v.string(),
  /** the last 100 */
  history: v.array(v.object({ act: v.picklist(ruleActs), by: v.string(), at: v.string() })),
});
export type Rule = v.InferOutput<typeof Rule>;
export type RuleAct = Rule['history'][number]['act'];

export const RuleList = v.object({ items: v.array(Rule), most: v.number() });
export type RuleList = v.InferOutput<typeof RuleList>;

/** What a rule would do, or take back, now. */
export const RulePreview = v.object({
  /** issues that match, in so many responses */
  issues: v.number(),
  responses: v.number(),
  /** of these: would be linked · are linked to this sub-plan already · people have linked otherwise, or taken back: left alone */
  wouldLink: v.number(),
  already: v.number(),
  otherwise: v.number(),
  /** what switching it off takes back: what it linked and nobody confirmed */
  wouldUnlink: v.number(),
  /** responses that were looked at, of those within the filters: the newest 20,000 */
  looked: v.number(),
  of: v.number(),
  /** of what would be linked, the newest; marks are places in the title */
  examples: v.array(
    v.object({
      response: v.string(),
      title: v.string(),
      marks: v.array(v.object({ from: v.number(), to: v.number() })),
    }),
  ),
});
export type RulePreview = v.InferOutput<typeof RulePreview>;
