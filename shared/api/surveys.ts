// What a survey looks like on the wire.
import * as v from 'valibot';
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
      pointer: v.string(),
      kind: v.string(),
      labelTh: v.string(),
      labelEn: v.string(),
      hintTh: v.exactOptional(v.string()),
      hintEn: v.exactOptional(v.string()),
      required: v.boolean(),
      /** the form asks until it is answered; at the other doors it may be missing */
      expected: v.exactOptional(v.boolean()),
      maxLength: v.exactOptional(v.number()),
      lines: v.exactOptional(v.boolean()),
    }),
  ),
});
export type Survey = v.InferOutput<typeof Survey>;

export const SurveyList = v.object({ items: v.array(Survey), next: v.null() });
export type SurveyList = v.InferOutput<typeof SurveyList>;
