// What a rule noticed: found anew by every run, under the same id for the same thing.
import { Schema } from 'mongoose';
import type { FoundFlag } from '../../shared/quality/flag.ts';
import { collection } from '../db/database.ts';

export interface StoredAside {
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
  /** how many there were then */
  readonly cases: number;
}

export interface StoredFlag extends FoundFlag {
  /** a digest of round, rule and subject */
  readonly _id: string;
  readonly survey: string;
  readonly foundAt: Date;
  /** the last run that noticed it */
  readonly seenAt: Date;
  readonly aside: StoredAside | null;
  /** what was set aside until there were twice as many */
  readonly asideBefore: StoredAside | null;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  rule: { type: String, required: true },
  subject: { type: String, required: true },
  provinces: { type: [String], required: true },
  cases: { type: Number, required: true },
  numbers: { type: Schema.Types.Mixed, required: true },
  responses: { type: [String], required: true },
  foundAt: { type: Date, required: true },
  seenAt: { type: Date, required: true },
  aside: { type: Schema.Types.Mixed, default: null },
  asideBefore: { type: Schema.Types.Mixed, default: null },
} satisfies { [K in keyof Required<StoredFlag>]: unknown };

const flagSchema = new Schema(fields, {
  collection: 'qualityFlags',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// all flags of a round: some hundreds
flagSchema.index({ survey: 1 });

export const storedFlags = collection<StoredFlag>('QualityFlag', flagSchema);
