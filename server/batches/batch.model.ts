// One uploaded file: what was detected, what became of its rows, and the rows themselves in blocks.
import { Schema } from 'mongoose';
import type { BatchChoices, BatchRow, BatchState, Counts } from '../../shared/api/batches.ts';
import type { RowVerdict } from '../../shared/batch/verdict.ts';
import type { DateOrder } from '../../shared/text/date-order.ts';
import { collection } from '../db/database.ts';

export interface StoredBatch {
  readonly _id: string;
  readonly survey: string;
  readonly name: string;
  /**
   * `storing`: bound to be done, what it holds is being let into the count · `undoing`: what it stored is being taken back ·
   * `withdrawing`, `bringing-back`: its responses leave the count, or come back
   */
  readonly state: BatchState | 'storing' | 'undoing' | 'withdrawing' | 'bringing-back';
  /** the load that is or was the last one; it moves the batch from state to state by updates that name it */
  readonly attempt: string | null;
  /** what becomes of it when all is taken back */
  readonly undo: { readonly endsAs: 'refused' | 'interrupted'; readonly keepsRows: boolean } | null;
  /** how often its counts were made anew from what is stored: of two who do so at once, one begins again */
  readonly recounts: number;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly headerLine: number | null;
  /** headers of the cells that rows keep: the mapped columns */
  readonly headers: readonly string[];
  /** SHA-256 (base64url) of the file's first bytes: tells a repetition from another file */
  readonly fingerprint: string;
  /** SHA-256 (hexadecimal) of all its bytes; null until they have come */
  readonly digest: string | null;
  /** [header, field] pairs in the order of the columns: headers may hold dots, so no object */
  readonly mapping: readonly (readonly [header: string, field: string])[];
  readonly severityDirection: '5-is-most' | '1-is-most';
  readonly dateOrder: DateOrder;
  /** fields whose empty cells have the value above */
  readonly fillDown: readonly string[];
  readonly policy: 'accept-good' | 'all-or-nothing';
  /** its sender wants to be asked about rows that change what is stored */
  readonly asks?: boolean;
  readonly counts: Counts;
  readonly errors: Readonly<Record<string, number>>;
  readonly warnings: Readonly<Record<string, number>>;
  readonly skips: Readonly<Record<string, number>>;
  readonly leftOut: readonly string[];
  readonly ignored: readonly string[];
  readonly notes: readonly { readonly code: string; readonly [parameter: string]: unknown }[];
  readonly bytes: number;
  readonly by: string;
  readonly office: string;
  readonly startedAt: Date;
  readonly changedAt: Date;
  readonly finishedAt: Date | null;
  readonly receipt: string;
  /** the receipt whose rejected rows this file brings back; null for any other file */
  readonly mends: string | null;
  /** rows that were mended before they were sent; absent: none */
  readonly corrected?: number;
  /** what was decided beside the file; absent: nothing */
  readonly choices?: BatchChoices | null;
  /** SHA-256 (base64url) of all that was decided: tells a repetition from the same file mended otherwise */
  readonly choicesDigest?: string | null;
  /** the last time it was withdrawn, and how far that is, or its bringing back; absent: never */
  readonly withdrawal?: StoredWithdrawal;
}

export interface StoredWithdrawal {
  readonly by: string;
  readonly office: string;
  /** null: erased with the words of a response of the file */
  readonly reason: string | null;
  /** reasons, also of earlier times, that stand in the histories of responses; absent: its own, by a version that copied it there */
  readonly inHistories?: readonly string[];
  readonly at: Date;
  /** the state that comes back with it */
  readonly from: 'done' | 'interrupted';
  /** responses that are approved are taken out as well */
  readonly approvedToo: boolean;
  readonly total: number;
  readonly done: number;
  /** the last row that is done */
  readonly lastRow: number;
  readonly kept: number;
  readonly left: number;
  readonly broughtBack: { readonly by: string; readonly office: string; readonly at: Date } | null;
}

/** What was copied into the histories of its responses. */
export function reasonsInHistories(withdrawal: StoredWithdrawal | undefined): readonly string[] {
  const { reason = null, inHistories } = withdrawal ?? {};
  return inHistories ?? (reason === null ? [] : [reason]);
}

/** It may turn out that nothing of it is stored: its rows are held, unseen and uncounted, until its last one is judged. */
export function holdsRows({ policy, asks = false }: Pick<StoredBatch, 'policy' | 'asks'>): boolean {
  return policy === 'all-or-nothing' || asks;
}

/** Rows that were mended and rejected again are still those of the first receipt. */
export function rootReceipt({ mends, receipt }: Pick<StoredBatch, 'mends' | 'receipt'>): string {
  return mends ?? receipt;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  name: { type: String, default: '' },
  state: { type: String, required: true },
  attempt: { type: String, default: null },
  undo: { type: Schema.Types.Mixed, default: null },
  recounts: { type: Number, default: 0 },
  encoding: { type: String, default: null },
  delimiter: { type: String, default: null },
  headerLine: { type: Number, default: null },
  headers: { type: [String], required: true },
  fingerprint: { type: String, required: true },
  digest: { type: String, default: null },
  mapping: { type: [Schema.Types.Mixed], required: true },
  severityDirection: { type: String, required: true },
  dateOrder: { type: String, default: 'dmy' },
  fillDown: { type: [String], default: [] },
  policy: { type: String, required: true },
  asks: { type: Boolean },
  counts: { type: Schema.Types.Mixed, required: true },
  errors: { type: Schema.Types.Mixed, default: {} },
  warnings: { type: Schema.Types.Mixed, default: {} },
  skips: { type: Schema.Types.Mixed, default: {} },
  leftOut: { type: [String], required: true },
  ignored: { type: [String], required: true },
  notes: { type: [Schema.Types.Mixed], required: true },
  bytes: { type: Number, required: true },
  by: { type: String, required: true },
  office: { type: String, required: true },
  startedAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
  finishedAt: { type: Date, default: null },
  receipt: { type: String, required: true },
  mends: { type: String, default: null },
  corrected: { type: Number },
  choices: { type: Schema.Types.Mixed },
  choicesDigest: { type: String },
  withdrawal: { type: Schema.Types.Mixed },
} satisfies { [K in keyof Required<StoredBatch>]: unknown };

const batchSchema = new Schema(fields, {
  collection: 'batches',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
  suppressReservedKeysWarning: true,
});

// the list of an office's batches in a survey, newest first; declared before the next, since SQLite takes the first that will do
batchSchema.index({ survey: 1, office: 1, startedAt: -1, _id: -1 });
// the same for all offices
batchSchema.index({ survey: 1, startedAt: -1, _id: -1 });
// batches that bring back the rejected rows of a receipt
batchSchema.index({ survey: 1, mends: 1 });
// batches that nobody brings to their end any more
batchSchema.index({ state: 1 });

/** Up to 500 consecutive rows of a batch in one document, so that 100,000 rows are some 200 writes. Never queried into. */
export interface StoredRowBlock {
  /** `<batch>:<first row, nine digits>` */
  readonly _id: string;
  readonly batch: string;
  readonly firstRow: number;
  /** how many rows of each outcome are inside, so that a page skips blocks */
  readonly outcomes: Readonly<Record<BatchRow['outcome'], number>>;
  readonly rows: readonly StoredRow[];
  /** how often words were taken out of it: who has read it before does not put them back */
  readonly erasures?: number;
}

/** as it was judged, then settled with what is stored; its cells stand in the order of the batch's headers */
export type StoredRow = RowVerdict;

const blockFields = {
  _id: { type: String, required: true },
  batch: { type: String, required: true },
  firstRow: { type: Number, required: true },
  outcomes: { type: Schema.Types.Mixed, required: true },
  rows: { type: [Schema.Types.Mixed], required: true },
  erasures: { type: Number },
} satisfies { [K in keyof Required<StoredRowBlock>]: unknown };

const rowBlockSchema = new Schema(blockFields, {
  collection: 'rowBlocks',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// a batch's rows in order, from a row on
rowBlockSchema.index({ batch: 1, firstRow: 1 });

export const storedBatches = collection<StoredBatch>('Batch', batchSchema);
export const storedRowBlocks = collection<StoredRowBlock>('RowBlock', rowBlockSchema);
