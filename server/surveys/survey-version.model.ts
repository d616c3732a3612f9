// Versions of surveys that others have followed: kept as they were published, for the responses that were made under them.
import { Schema } from 'mongoose';
import type { RoundContent } from '../../shared/survey/definition.ts';
import { collection } from '../db/database.ts';

export interface StoredSurveyVersion {
  /** `2569/1` */
  readonly _id: string;
  readonly survey: string;
  readonly version: number;
  readonly content: RoundContent;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  version: { type: Number, required: true },
  content: { type: Schema.Types.Mixed, required: true },
} satisfies { [K in keyof Required<StoredSurveyVersion>]: unknown };

const versionSchema = new Schema(fields, {
  collection: 'surveyVersions',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

export const storedSurveyVersions = collection<StoredSurveyVersion>('SurveyVersion', versionSchema);

export const versionKeyOf = (survey: string, version: number): string => `${survey}/${version}`;
