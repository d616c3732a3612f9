// What became of each row of a file of the plan.
import * as v from 'valibot';
import { planFaultCodes } from '../plan/judge-project.ts';

export const planRowFaults = [
  'missing',
  'unreadable',
  'differs-in-file',
  'result-twice',
  'beyond-yours',
  ...planFaultCodes,
] as const;
export type PlanRowFault = (typeof planRowFaults)[number];

/** `same`: all of it is stored already */
export const planOutcomes = ['new', 'changed', 'same', 'wrong'] as const;

export const PlanRow = v.object({
  row: v.number(),
  /** where the record starts in the file */
  line: v.number(),
  code: v.string(),
  /** of a row that has a result */
  year: v.nullable(v.number()),
  indicator: v.nullable(v.string()),
  outcome: v.picklist(planOutcomes),
  reasons: v.array(
    v.object({
      code: v.picklist(planRowFaults),
      /** the column's own header */
      column: v.string(),
      value: v.optional(v.string()),
    }),
  ),
  /** what the row changes; a value that was not there before is null */
  changes: v.array(
    v.object({ field: v.string(), before: v.nullable(v.string()), after: v.string() }),
  ),
});
export type PlanRow = v.InferOutput<typeof PlanRow>;

export const PlanFileRead = v.object({
  counts: v.object({
    rows: v.number(),
    new: v.number(),
    changed: v.number(),
    same: v.number(),
    wrong: v.number(),
  }),
  rows: v.array(PlanRow),
});
export type PlanFileRead = v.InferOutput<typeof PlanFileRead>;
