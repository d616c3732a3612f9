// Taking a batch, or one response, out of the count, and bringing it back.
import * as v from 'valibot';

export const NewWithdrawal = v.strictObject({
  reason: v.nullish(v.pipe(v.string(), v.maxLength(2000))),
});
export type NewWithdrawal = v.InferOutput<typeof NewWithdrawal>;

export const withdrawalStates = [
  'withdrawing',
  'withdrawn',
  'bringing-back',
  'brought-back',
] as const;

/** Of a batch: who took it out of the count, and how far that is. */
export const BatchWithdrawal = v.object({
  state: v.picklist(withdrawalStates),
  by: v.string(),
  office: v.string(),
  at: v.string(),
  reason: v.nullable(v.string()),
  /** responses that are to be taken out, or brought back */
  total: v.number(),
  done: v.number(),
  /** responses that go on counting, since they stand in another file too */
  kept: v.number(),
  /** responses that were approved after it began, and go on counting */
  left: v.number(),
  broughtBack: v.nullable(v.object({ by: v.string(), office: v.string(), at: v.string() })),
});
export type BatchWithdrawal = v.InferOutput<typeof BatchWithdrawal>;

/** Figures that say by how much each of their lines drops. */
const dropping = [
  'by-province',
  'by-strategy',
  'by-month',
  'by-respondent',
  'by-severity',
  'by-channel',
] as const;

const ApprovedRow = v.object({
  row: v.nullable(v.number()),
  line: v.nullable(v.number()),
  responseId: v.string(),
});

/** What withdrawing would change; nothing is done. */
export const WithdrawalPreview = v.object({
  /** responses that would be taken out, with how many issues */
  responses: v.number(),
  issues: v.number(),
  /** how many of them are approved: only who may withdraw these too, may do so */
  approved: v.number(),
  /** the first of them */
  approvedRows: v.array(ApprovedRow),
  /** responses that would go on counting, since they stand in another file too */
  kept: v.number(),
  /** whether who asks may do it now */
  allowed: v.boolean(),
  /** by how much each figure of the round drops */
  drops: v.object({
    issues: v.number(),
    responses: v.number(),
    pending: v.number(),
    unmatched: v.number(),
    provincesReporting: v.number(),
    figures: v.array(
      v.object({
        figure: v.picklist(dropping),
        /** a province, a strategy, a month …, or `none` */
        of: v.string(),
        issues: v.number(),
        responses: v.number(),
      }),
    ),
  }),
  /** the figures as they stand now, in the scope of who asks */
  before: v.object({ issues: v.number(), responses: v.number(), provincesReporting: v.number() }),
});
export type WithdrawalPreview = v.InferOutput<typeof WithdrawalPreview>;

/** What withdrawing one response would change. */
export const ResponseWithdrawalPreview = v.object({
  responses: v.number(),
  issues: v.number(),
  approved: v.number(),
  allowed: v.boolean(),
});
export type ResponseWithdrawalPreview = v.InferOutput<typeof ResponseWithdrawalPreview>;
