// Rounds as administrators run them: adding one, its draft, what publishing touches, its state.
import * as v from 'valibot';
import { extraKinds, roundStates } from '../survey/definition.ts';
import { strategies } from '../survey/strategies.ts';
import { SurveyContent } from './surveys.ts';

const nullableText = v.nullable(v.string());

export const Round = v.object({
  id: v.string(),
  nameTh: v.string(),
  nameEn: v.string(),
  state: v.picklist(roundStates),
  stateReason: nullableText,
  /** responses are taken now */
  open: v.boolean(),
  /** 0: never published */
  version: v.number(),
  opensAt: nullableText,
  closesAt: nullableText,
  publishedAt: nullableText,
  /** a draft waits to be published; administrators alone are told */
  hasDraft: v.boolean(),
  /** how it came to its state; administrators alone are told by whom */
  states: v.array(
    v.object({
      state: v.picklist(roundStates),
      reason: nullableText,
      by: v.string(),
      at: v.string(),
    }),
  ),
});
export type Round = v.InferOutput<typeof Round>;

export const RoundList = v.object({ items: v.array(Round), next: v.null() });

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most));
const name = v.pipe(text(200), v.minLength(1));
/** some engines roll 30 February over into March */
function isRealDay(text: string): boolean {
  const day = text.slice(0, 10);
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
const instant = v.nullable(
  v.pipe(v.string(), v.isoTimestamp(), v.check(isRealDay, 'there is no such day')),
);
const words = v.pipe(v.array(v.pipe(text(100), v.minLength(1))), v.maxLength(50));

export const NewRound = v.strictObject({
  /** letters, digits and hyphens; it never changes */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/)),
  nameTh: name,
  nameEn: name,
  /** the round whose content it begins with */
  from: v.optional(text(100)),
});
export type NewRound = v.InferOutput<typeof NewRound>;

const key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/));
const label = v.pipe(text(300), v.minLength(1));
const limit = v.exactOptional(v.union([v.number(), v.string()]));

/** What of a draft is to be otherwise; what is not named stays. `revision`: the number that was seen. */
export const DraftChange = v.partial(
  v.strictObject({
    revision: v.number(),
    nameTh: name,
    nameEn: name,
    opensAt: instant,
    closesAt: instant,
    welcome: v.strictObject({ textTh: text(2000), textEn: text(2000) }),
    /** its version is counted by publishing */
    privacyNotice: v.object({ textTh: text(10_000), textEn: text(10_000) }),
    countApprovedOnly: v.boolean(),
    approveOwn: v.boolean(),
    photosPerIssue: v.picklist([0, 1, 2, 3]),
    reviewTiers: v.picklist([0, 1, 2]),
    provincesExpected: v.union([v.literal('all'), v.array(v.pipe(v.string(), v.maxLength(10)))]),
    retentionDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
    strategies: v.array(v.strictObject({ id: v.picklist(strategies), words })),
    subPlans: v.pipe(
      v.array(
        v.strictObject({
          id: key,
          strategy: v.picklist(strategies),
          code: v.pipe(text(20), v.minLength(1)),
          nameTh: text(200),
          nameEn: v.nullable(text(200)),
          words,
          state: v.picklist(['active', 'retired']),
        }),
      ),
      v.maxLength(60),
    ),
    questions: v.pipe(
      v.array(
        v.strictObject({
          pointer: v.pipe(v.string(), v.maxLength(100)),
          kind: v.pipe(
            v.string(),
            v.maxLength(20),
            v.description(`Its own: ${extraKinds.join(', ')}`),
          ),
          labelTh: label,
          labelEn: label,
          hintTh: v.exactOptional(text(500)),
          hintEn: v.exactOptional(text(500)),
          required: v.boolean(),
          expected: v.exactOptional(v.boolean()),
          maxLength: v.exactOptional(v.number()),
          lines: v.exactOptional(v.boolean()),
          min: limit,
          max: limit,
          options: v.exactOptional(v.array(v.strictObject({ key, nameTh: label, nameEn: label }))),
        }),
      ),
      v.maxLength(100),
    ),
  }),
);
export type DraftChange = v.InferOutput<typeof DraftChange>;

export const faultCodes = [
  'days-reversed',
  'approved-without-review',
  'province-unknown',
  'nobody-expected',
  'strategies-incomplete',
  'code-twice',
  'id-twice',
  'sub-plan-gone',
  'question-twice',
  'question-needed',
  'question-strange',
] as const;

/** Why a draft cannot be published yet. */
const Fault = v.object({
  code: v.picklist(faultCodes),
  pointer: v.string(),
  value: v.exactOptional(v.string()),
});

/** One difference between two contents: a member, or one sub-plan, strategy or question of it. */
const Difference = v.object({
  kind: v.picklist(['added', 'removed', 'changed', 'retired', 'restored']),
  pointer: v.string(),
  before: v.unknown(),
  after: v.unknown(),
});

export const RoundDraft = v.object({
  id: v.string(),
  /** to be given back with a change: somebody else may have changed the round meanwhile */
  revision: v.number(),
  /** the version that it began with */
  basedOn: v.number(),
  /** null: nothing was changed yet */
  changedAt: nullableText,
  by: nullableText,
  content: SurveyContent,
  differences: v.array(Difference),
  faults: v.array(Fault),
});
export type RoundDraft = v.InferOutput<typeof RoundDraft>;

/** What publishing the draft touches. */
export const Impact = v.object({
  version: v.number(),
  /** people whose phones may hold what was begun under the version of now: they go on and send under it */
  enumerators: v.number(),
  /** stored responses, none of which is changed */
  responses: v.number(),
  /** of exports and of files that are read */
  columns: v.object({ added: v.array(v.string()), removed: v.array(v.string()) }),
  /** offices whose newest file had a column that is read no more */
  mappings: v.object({ offices: v.number() }),
  /** issues that belong to sub-plans that retire */
  retired: v.array(v.object({ id: v.string(), code: v.string(), issues: v.number() })),
  /** how many issues figures count, where that changes */
  counted: v.nullable(v.object({ before: v.number(), after: v.number() })),
  renamed: v.number(),
});
export type Impact = v.InferOutput<typeof Impact>;

export const Publishing = v.partial(v.strictObject({ revision: v.number() }));
export type Publishing = v.InferOutput<typeof Publishing>;

export const RoundStateChange = v.strictObject({
  state: v.picklist(['open', 'closed', 'archived']),
  reason: text(500),
});
export type RoundStateChange = v.InferOutput<typeof RoundStateChange>;
