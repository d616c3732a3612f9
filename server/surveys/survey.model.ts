// A survey: one round of collection, with its definition.
import { Schema } from 'mongoose';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { collection } from '../db/database.ts';

export interface StoredSurvey extends Omit<SurveyDefinition, 'id'> {
  readonly _id: string;
}

const fields = {
  _id: { type: String, required: true },
  version: { type: Number, required: true },
  nameTh: { type: String, required: true },
  nameEn: { type: String, required: true },
  opensAt: { type: String, default: null },
  closesAt: { type: String, default: null },
  countApprovedOnly: { type: Boolean, required: true },
  approveOwn: { type: Boolean },
  subPlans: { type: [Schema.Types.Mixed], required: true },
  questions: { type: [Schema.Types.Mixed], required: true },
} satisfies { [K in keyof Required<StoredSurvey>]: unknown };

const surveySchema = new Schema(fields, {
  collection: 'surveys',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

export const storedSurveys = collection<StoredSurvey>('Survey', surveySchema);
