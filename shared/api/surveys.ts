// What a survey looks like on the wire.
import * as v from 'valibot';
import { extraKinds, roundStates } from '../survey/definition.ts';
import { strategies } from '../survey/strategies.ts';

const texts = { textTh: v.string(), textEn: v.string() };

/** What is edited as a draft, and becomes a version by publishing. */
export const SurveyContent = v.object({
  nameTh: v.string(),
  nameEn: v.string(),
  opensAt: v.nullable(v.string()),
  closesAt: v.nullable(v.string()),
  welcome: v.object(texts),
  /** its version grows with each published change of its words; 0: none was written */
  privacyNotice: v.object({ version: v.number(), ...texts }),
  countApprovedOnly: v.boolean(),
  /** who sent a response may approve it too */
  approveOwn: v.exactOptional(v.boolean()),
  /** how many photos each issue may have; absent: three */
  photosPerIssue: v.exactOptional(v.number()),
  reviewTiers: v.picklist([0, 1, 2]),
  provincesExpected: v.union([v.literal('all'), v.pipe(v.array(v.string()), v.readonly())]),
  /** personal words of responses are erased so many days after they were received; null: they stay */
  retentionDays: v.nullable(v.number()),
  strategies: v.array(
    v.object({ id: v.picklist(strategies), words: v.pipe(v.array(v.string()), v.readonly()) }),
  ),
  subPlans: v.array(
    v.object({
      id: v.string(),
      strategy: v.picklist(strategies),
      code: v.string(),
      /** empty: nobody has named it yet, and it is nowhere offered or read */
      nameTh: v.string(),
      nameEn: v.nullable(v.string()),
      words: v.pipe(v.array(v.string()), v.readonly()),
      state: v.picklist(['active', 'retired']),
    }),
  ),
  questions: v.array(
    v.object({
      /** JSON pointer into a response; `-` stands for each issue's index */
      pointer: v.string(),
      kind: v.pipe(
        v.string(),
        v.description(`The survey's own questions at /answers/<key>: ${extraKinds.join(', ')}`),
      ),
      labelTh: v.string(),
      labelEn: v.string(),
      hintTh: v.exactOptional(v.string()),
      hintEn: v.exactOptional(v.string()),
      required: v.boolean(),
      /** the form asks until it is answered; at the other doors it may be missing */
      expected: v.exactOptional(v.boolean()),
      maxLength: v.exactOptional(v.number()),
      lines: v.exactOptional(v.boolean()),
      /** inclusive: of numbers a number, of dates a day */
      min: v.exactOptional(v.union([v.number(), v.string()])),
      max: v.exactOptional(v.union([v.number(), v.string()])),
      options: v.exactOptional(
        v.pipe(
          v.array(v.object({ key: v.string(), nameTh: v.string(), nameEn: v.string() })),
          v.readonly(),
        ),
      ),
    }),
  ),
});

export const Survey = v.object({
  ...SurveyContent.entries,
  id: v.string(),
  version: v.number(),
  /** of the round, whichever version this is */
  state: v.picklist(roundStates),
  /** what was said when it was closed, opened again or archived */
  stateReason: v.nullable(v.string()),
  /** since when it has been so; null: not known */
  stateSince: v.nullable(v.string()),
  /** responses are taken now: derived from state, opensAt and closesAt */
  open: v.boolean(),
});
export type Survey = v.InferOutput<typeof Survey>;

export const SurveyList = v.object({ items: v.array(Survey), next: v.null() });
export type SurveyList = v.InferOutput<typeof SurveyList>;
