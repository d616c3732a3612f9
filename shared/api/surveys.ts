// What a survey looks like on the wire.
import * as v from 'valibot';
import { extraKinds } from '../survey/definition.ts';
import { strategies } from '../survey/strategies.ts';

export const Survey = v.object({
  id: v.string(),
  version: v.number(),
  nameTh: v.string(),
  nameEn: v.string(),
  opensAt: v.nullable(v.string()),
  closesAt: v.nullable(v.string()),
  /** derived from opensAt, closesAt and now */
  open: v.boolean(),
  countApprovedOnly: v.boolean(),
  /** who sent a response may approve it too */
  approveOwn: v.exactOptional(v.boolean()),
  subPlans: v.array(
    v.object({
      key: v.string(),
      no: v.number(),
      strategy: v.picklist(strategies),
      nameTh: v.string(),
      nameEn: v.nullable(v.string()),
      active: v.boolean(),
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
export type Survey = v.InferOutput<typeof Survey>;

export const SurveyList = v.object({ items: v.array(Survey), next: v.null() });
export type SurveyList = v.InferOutput<typeof SurveyList>;
