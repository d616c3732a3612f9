// A survey: one round of collection, with the definition of its newest version. Earlier versions stand in pages of their own.
import { Schema } from 'mongoose';
import type { RoundContent, RoundState, SurveyDefinition } from '../../shared/survey/definition.ts';
import { collection } from '../db/database.ts';

export interface StoredSurvey extends Omit<SurveyDefinition, 'id'> {
  readonly _id: string;
  readonly state: RoundState;
  readonly stateReason: string | null;
  /** grows by one with every write, so that nobody writes over what they have not seen */
  readonly revision: number;
  /** what is edited, until it is published */
  readonly draft?: StoredDraft | null;
  /** how it came to its state, the first first */
  readonly states?: readonly StoredState[];
  readonly publishedAt?: Date;
}

export interface StoredDraft {
  readonly content: RoundContent;
  readonly by: string;
  readonly changedAt: Date;
}

export interface StoredState {
  readonly state: RoundState;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

const { Mixed } = Schema.Types;

const fields = {
  _id: { type: String, required: true },
  version: { type: Number, required: true },
  state: { type: String, required: true },
  stateReason: { type: String, default: null },
  revision: { type: Number, required: true },
  draft: { type: Mixed },
  states: { type: [Mixed], default: undefined },
  publishedAt: { type: Date },
  nameTh: { type: String, required: true },
  nameEn: { type: String, required: true },
  opensAt: { type: String, default: null },
  closesAt: { type: String, default: null },
  welcome: { type: Mixed, required: true },
  privacyNotice: { type: Mixed, required: true },
  countApprovedOnly: { type: Boolean, required: true },
  approveOwn: { type: Boolean },
  photosPerIssue: { type: Number },
  reviewTiers: { type: Number, required: true },
  provincesExpected: { type: Mixed, required: true },
  retentionDays: { type: Number, default: null },
  strategies: { type: [Mixed], required: true },
  subPlans: { type: [Mixed], required: true },
  questions: { type: [Mixed], required: true },
} satisfies { [K in keyof Required<StoredSurvey>]: unknown };

const surveySchema = new Schema(fields, {
  collection: 'surveys',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

export const storedSurveys = collection<StoredSurvey>('Survey', surveySchema);
