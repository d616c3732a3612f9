// Erasing the words of one response, on request of whom they are about.
import * as v from 'valibot';
import { statuses } from './responses.ts';

const reason = v.pipe(v.string(), v.maxLength(500));
export const NewErasure = v.strictObject({ reason });
export type NewErasure = v.InferOutput<typeof NewErasure>;

/** A receipt as it was read out: capitals, hyphens and letters that look like digits do not matter. */
export const Receipted = v.pipe(v.string(), v.maxLength(40));
export const NewErasureByReceipt = v.strictObject({ receipt: Receipted, reason });
export type NewErasureByReceipt = v.InferOutput<typeof NewErasureByReceipt>;

/** The response of a receipt, before its words are erased. */
export const Erasable = v.object({
  id: v.string(),
  receipt: v.string(),
  status: v.picklist(statuses),
  receivedAt: v.string(),
  province: v.string(),
  office: v.string(),
  by: v.string(),
  /** how many it has, and how many contents it had before */
  issues: v.number(),
  earlierRevisions: v.number(),
  /** null: they are not */
  erasedAt: v.nullable(v.string()),
});
export type Erasable = v.InferOutput<typeof Erasable>;

/** Erased everywhere; `rows` of files lost their cells by this request. */
export const Erased = v.object({
  id: v.string(),
  receipt: v.string(),
  erasedAt: v.string(),
  rows: v.number(),
});
export type Erased = v.InferOutput<typeof Erased>;
