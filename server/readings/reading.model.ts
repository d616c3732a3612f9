// How an office has read files of the same headers. One document each, of bounded size, and so many an office and survey at most.
import { Schema } from 'mongoose';
import type { ReadingChoices } from '../../shared/api/readings.ts';
import { collection } from '../db/database.ts';

export interface StoredReading {
  /** `<survey> <office> <key of the headers>` */
  readonly _id: string;
  readonly survey: string;
  readonly office: string;
  readonly key: string;
  readonly choices: Omit<ReadingChoices, 'mapping' | 'values'>;
  /** in pairs, since headers may hold dots */
  readonly mapping: readonly (readonly [header: string, target: string])[];
  readonly values: readonly (readonly [field: string, value: string, means: string])[];
  readonly file: string;
  readonly by: string;
  readonly at: Date;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  office: { type: String, required: true },
  key: { type: String, required: true },
  choices: { type: Schema.Types.Mixed, required: true },
  mapping: { type: [Schema.Types.Mixed], required: true },
  values: { type: [Schema.Types.Mixed], required: true },
  file: { type: String, default: '' },
  by: { type: String, required: true },
  at: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredReading>]: unknown };

const readingSchema = new Schema(fields, {
  collection: 'readings',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// those of an office in a survey, the last used first
readingSchema.index({ survey: 1, office: 1, at: -1, _id: -1 });

export const storedReadings = collection<StoredReading>('FileReading', readingSchema);
