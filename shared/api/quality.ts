// What standing rules noticed in what is stored, for who reviews.
import * as v from 'valibot';
import { qualityRules } from '../quality/flag.ts';

export const QualityFlag = v.object({
  id: v.string(),
  rule: v.picklist(qualityRules),
  /** what its sentence is made of, by rule */
  numbers: v.record(v.string(), v.union([v.string(), v.number()])),
  cases: v.number(),
  /** ids of some of the responses behind it */
  responses: v.array(v.string()),
  foundAt: v.string(),
  /** null: it is to be looked at */
  aside: v.nullable(
    v.object({ reason: v.string(), by: v.string(), at: v.string(), cases: v.number() }),
  ),
  /** it had been set aside, and its cases have doubled since */
  cameBack: v.boolean(),
});
export type QualityFlag = v.InferOutput<typeof QualityFlag>;

export const PageOfFlags = v.object({
  items: v.array(QualityFlag),
  next: v.nullable(v.string()),
  /** in this state, of all pages */
  total: v.number(),
  /** how many of each state there are */
  open: v.number(),
  aside: v.number(),
  /** when the rules ran; null: not yet */
  ranAt: v.nullable(v.string()),
});
export type PageOfFlags = v.InferOutput<typeof PageOfFlags>;

export const SettingAside = v.strictObject({ reason: v.pipe(v.string(), v.maxLength(500)) });
export type SettingAside = v.InferOutput<typeof SettingAside>;
