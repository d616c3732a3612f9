// What people and their office have sent lately, for themselves.
import * as v from 'valibot';
import { statuses } from './responses.ts';

/**
 * What somebody sent for their office, but for files, since then (30 days, or less where much came in), and how it stands. Weeks begin
 * on Mondays; null: more came in since its beginning than is looked through.
 */
export const OwnNumbers = v.object({
  since: v.string(),
  today: v.nullable(v.number()),
  week: v.nullable(v.number()),
  waiting: v.number(),
  approved: v.number(),
  returned: v.number(),
  rejected: v.number(),
});
export type OwnNumbers = v.InferOutput<typeof OwnNumbers>;

/** The newest 50 that somebody sent within 30 days (own numbers say how far that goes), newest first. */
export const OwnReceipts = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      receipt: v.string(),
      receivedAt: v.string(),
      status: v.picklist(statuses),
      province: v.string(),
      district: v.nullable(v.string()),
      /** how many */
      issues: v.number(),
    }),
  ),
  next: v.null(),
});
export type OwnReceipts = v.InferOutput<typeof OwnReceipts>;

/** Among the newest 2,000 responses of agencies that the own office has sent, named most often first; 200 at most. */
export const Agencies = v.object({
  items: v.array(
    v.object({
      name: v.string(),
      /** how many of them name it so */
      responses: v.number(),
    }),
  ),
  next: v.null(),
});
export type Agencies = v.InferOutput<typeof Agencies>;
