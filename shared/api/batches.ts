// What a batch and its rows look like on the wire.
import * as v from 'valibot';
import { dateOrders } from '../text/date-order.ts';
import { BatchWithdrawal } from './withdrawals.ts';

export const batchStates = ['loading', 'interrupted', 'done', 'withdrawn', 'refused'] as const;
export type BatchState = (typeof batchStates)[number];

export const rowOutcomes = ['accept', 'same', 'reject', 'skip'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export const Counts = v.object({
  /** records after the header without blank ones; rows = accepted + same + rejected + skipped */
  rows: v.number(),
  accepted: v.number(),
  same: v.number(),
  rejected: v.number(),
  skipped: v.number(),
  blank: v.number(),
});
export type Counts = v.InferOutput<typeof Counts>;

/** What was decided beside the file: how many choices of each kind. */
export const BatchChoices = v.object({
  /** cells that were mended by hand */
  cells: v.number(),
  /** values of a column that were given another meaning, in every row that has them */
  values: v.number(),
  /** records that were left out */
  left: v.number(),
  /** rows whose id stood for other content took its place */
  changed: v.optional(v.literal('replace')),
});
export type BatchChoices = v.InferOutput<typeof BatchChoices>;

export const Batch = v.object({
  id: v.string(),
  name: v.string(),
  state: v.picklist(batchStates),
  encoding: v.nullable(v.string()),
  delimiter: v.nullable(v.string()),
  headerLine: v.nullable(v.number()),
  /** SHA-256 (hexadecimal) of the file's bytes; null until they have come */
  digest: v.nullable(v.string()),
  mapping: v.record(v.string(), v.string()),
  severityDirection: v.picklist(['5-is-most', '1-is-most']),
  /** which comes first in a date written with numbers alone */
  dateOrder: v.picklist(dateOrders),
  /** fields whose empty cells have the value of the cell above */
  fillDown: v.optional(v.array(v.string())),
  policy: v.picklist(['accept-good', 'all-or-nothing']),
  counts: Counts,
  errors: v.record(v.string(), v.number()),
  warnings: v.record(v.string(), v.number()),
  skips: v.record(v.string(), v.number()),
  leftOut: v.array(v.string()),
  ignored: v.array(v.string()),
  notes: v.array(v.looseObject({ code: v.string() })),
  /** bytes of the file read so far */
  bytes: v.number(),
  by: v.string(),
  office: v.nullable(v.string()),
  startedAt: v.string(),
  finishedAt: v.nullable(v.string()),
  receipt: v.string(),
  /** the receipt whose rejected rows this file brings back */
  mends: v.nullable(v.string()),
  /** how many of its own rejected rows have been brought back by other files, and are stored now */
  mended: v.number(),
  /** how many of its rows were mended before they were sent */
  corrected: v.number(),
  choices: v.optional(v.nullable(BatchChoices)),
  /** the last time it was taken out of the count; null: never */
  withdrawal: v.nullable(BatchWithdrawal),
});
export type Batch = v.InferOutput<typeof Batch>;

export const PageOfBatches = v.object({ items: v.array(Batch), next: v.nullable(v.string()) });
export type PageOfBatches = v.InferOutput<typeof PageOfBatches>;

export const BatchRow = v.object({
  row: v.number(),
  line: v.number(),
  outcome: v.picklist(rowOutcomes),
  /** codes with the column's own header as `column`; a skip has one entry with the reason as its code */
  violations: v.array(v.looseObject({ code: v.string(), column: v.nullable(v.string()) })),
  /** header → cell, without personal data */
  cells: v.record(v.string(), v.string()),
  values: v.object({
    province: v.nullable(v.string()),
    day: v.nullable(v.string()),
    severity: v.nullable(v.number()),
    affected: v.nullable(v.number()),
    respondent: v.nullable(v.string()),
    strategy: v.nullable(v.string()),
  }),
  responseId: v.nullable(v.string()),
  /** of a row that another office has sent before: that office */
  knownFrom: v.optional(v.string()),
  /** it was sent back, and this row is its new content; it counts as `same` */
  revised: v.optional(v.literal(true)),
  /** a person mended it before it was sent: its cells are no more those of the file */
  corrected: v.optional(v.literal(true)),
  /** its response’s words were erased: no cell is left */
  erased: v.optional(v.literal(true)),
});
export type BatchRow = v.InferOutput<typeof BatchRow>;

export const PageOfBatchRows = v.object({ items: v.array(BatchRow), next: v.nullable(v.string()) });
export type PageOfBatchRows = v.InferOutput<typeof PageOfBatchRows>;

/** ids that rows would be stored under, as many as a question may have */
export const mostKnownAsked = 1000;

export const KnownRowsAsked = v.strictObject({
  ids: v.pipe(v.array(v.pipe(v.string(), v.maxLength(64))), v.maxLength(mostKnownAsked)),
});

/** A row that is stored: by whom, and what tells its content from another. */
export const KnownRow = v.object({
  id: v.string(),
  /** all that is said of who sent it */
  office: v.string(),
  /** of its content as it is now; null once its words are erased */
  digest: v.nullable(v.string()),
  /** of what it said before: who sends that again sends what was received */
  formerDigests: v.array(v.string()),
  receivedAt: v.string(),
  /** it was taken out of the count: sent again, it counts again */
  withdrawn: v.boolean(),
});
export type KnownRow = v.InferOutput<typeof KnownRow>;

/** Those of the ids that are stored where the person may look; the others are new, or somebody else's. */
export const KnownRows = v.object({ items: v.array(KnownRow) });
export type KnownRows = v.InferOutput<typeof KnownRows>;
