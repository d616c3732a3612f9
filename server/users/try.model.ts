// How often signing in was tried of late, where several processes count together (sign-in-limit.ts).
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredTries {
  /** what is counted, and a number that many names and addresses share */
  readonly _id: string;
  readonly points: number;
  readonly expire: Date;
}

const fields = {
  _id: { type: String, required: true },
  points: { type: Number, required: true },
  expire: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredTries>]: unknown };

const triesSchema = new Schema(fields, {
  collection: 'signInTries',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// forgotten by the database once expired
triesSchema.index({ expire: 1 }, { expireAfterSeconds: 0 });

export const storedTries = collection<StoredTries>('SignInTries', triesSchema);
