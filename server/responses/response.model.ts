// A response is one document: the unit of acceptance, idempotency and review.
import { Schema } from 'mongoose';
import type { HowFilled } from '../../shared/api/filling.ts';
import type { Happening, Status } from '../../shared/api/responses.ts';
import type { Tier } from '../../shared/survey/decisions.ts';
import type { CheckedResponse } from '../../shared/survey/response.ts';
import type { Violation } from '../../shared/survey/violation.ts';
import { collection } from '../db/database.ts';

export interface StoredResponse extends CheckedResponse {
  /** lower-case UUID: the sender's own, or made from a CSV row's identity */
  readonly _id: string;
  readonly survey: string;
  /** grows by one with every change, so facts can take changes in any order, twice, or late */
  readonly version: number;
  readonly status: Status;
  /** SHA-256 (base64url) of what was sent, after the rules: tells `same` from `different` */
  readonly digest: string;
  /** of its content; absent: the first. The earlier ones stand in documents of their own (revision.model.ts) */
  readonly revision?: number;
  /** of the earlier revisions: who repeats what they held is told that it is stored */
  readonly formerDigests?: readonly string[];
  readonly receipt: string;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  readonly violations: readonly Violation[];
  /** how it was filled in, as its device said; absent: it did not */
  readonly filling?: HowFilled;
  /** the sender's office, such as `TH-40`, `northeast`, `national` */
  readonly office: string;
  readonly by: string;
  readonly batch: string | null;
  readonly row: number | null;
  readonly line: number | null;
  /** the load that stored it; while that is under way, it may still take the response back (undo-attempt.ts) */
  readonly attempt?: string;
  /** stored by an all-or-nothing load that has not come to its end: it keeps its id taken and is nowhere seen or counted */
  readonly held?: boolean;
  /** it was taken back: only a mark is left of it, under an id that is free (left-mark.ts) */
  readonly leaving?: boolean;
  /** since when; forgotten some minutes later */
  readonly leftAt?: Date;
  /** who else was told that it is stored: should its load take it back, it becomes theirs */
  readonly heir?: Heir;
  /** since when its words are gone: its content says only what is counted */
  readonly erasedAt?: Date;
  /** since when it is withdrawn, with its batch or alone: it does not count then */
  readonly withdrawnAt: Date | null;
  /** the batch that it was withdrawn with, and is brought back with; null: alone, or not at all */
  readonly withdrawnWith?: string | null;
  /** the newest decisions; the others stand in pages of their own (decision-pages.ts) */
  readonly history: readonly StoredDecision[];
  /** how many stand there */
  readonly earlierDecisions?: number;
}

/** Where a response comes from, and whether that may still be taken back. */
export type Origin = Pick<StoredResponse, 'office' | 'by' | 'batch' | 'row' | 'line' | 'attempt'>;

/** Who leans on a response that another one stored. */
export interface Heir extends Origin {
  /** it does not count for them yet */
  readonly held: boolean;
}

export interface StoredDecision {
  /** made by who decided; absent: none was sent */
  readonly id?: string;
  readonly decision: Happening;
  /** the state before it, which comes back when it is taken back; absent: stored by a version that could not */
  readonly from?: Status;
  /** of two tiers of review; absent: the round had one, or none */
  readonly tier?: Tier;
  /** of a withdrawal with its file null: the file says it, where it can be erased */
  readonly reason: string | null;
  /** with which file it was withdrawn; absent: alone, or stored by a version that copied the file's reason */
  readonly batch?: string;
  /** the value that it is about, as it stood then */
  readonly pointer?: string;
  /** of who decided, at that time; absent: stored by a version that did not say */
  readonly office?: string;
  readonly by: string;
  readonly at: Date;
}

export const responseFields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  version: { type: Number, required: true },
  status: { type: String, required: true },
  digest: { type: String, required: true },
  revision: { type: Number },
  formerDigests: { type: [String], default: undefined },
  receipt: { type: String, required: true },
  receivedAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
  surveyVersion: { type: Number, required: true },
  day: { type: String, default: null },
  channel: { type: String, required: true },
  channelText: { type: String, default: null },
  place: { type: Schema.Types.Mixed, required: true },
  respondent: { type: Schema.Types.Mixed, required: true },
  issues: { type: [Schema.Types.Mixed], required: true },
  answers: { type: Schema.Types.Mixed, default: {} },
  violations: { type: [Schema.Types.Mixed], required: true },
  filling: { type: Schema.Types.Mixed },
  office: { type: String, required: true },
  by: { type: String, required: true },
  batch: { type: String, default: null },
  row: { type: Number, default: null },
  line: { type: Number, default: null },
  attempt: { type: String },
  held: { type: Boolean },
  leaving: { type: Boolean },
  leftAt: { type: Date },
  heir: { type: Schema.Types.Mixed },
  erasedAt: { type: Date },
  withdrawnAt: { type: Date, default: null },
  withdrawnWith: { type: String },
  history: { type: [Schema.Types.Mixed], required: true },
  earlierDecisions: { type: Number, default: 0 },
} satisfies { [K in keyof Required<StoredResponse>]: unknown };

/** how long what has left is remembered: whoever follows and lags by more counts anew */
export const markStaysS = 600;

const responseSchema = new Schema(responseFields, {
  collection: 'responses',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// the responses of one batch: withdrawing it, or undoing one that was refused as a whole
// (MongoDB does not see that a text is of the type string, so it would not use an index over those of that type)
responseSchema.index({ batch: 1, row: 1 }, { partialFilterExpression: { batch: { $gt: '' } } });
// what a load leans on, while others may take it back: first what is held, a page at a time
responseSchema.index(
  { 'heir.attempt': 1, held: 1 },
  { partialFilterExpression: { 'heir.attempt': { $gt: '' } } },
);

// marks of what has left, forgotten by the database
responseSchema.index(
  { leftAt: 1 },
  { expireAfterSeconds: markStaysS, partialFilterExpression: { leftAt: { $gt: new Date(0) } } },
);

export const storedResponses = collection<StoredResponse>('Response', responseSchema);
