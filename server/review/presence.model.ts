// Somebody has a response open for review: a document that lives for less than a minute unless it is said again.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredPresence {
  /** `<response>:<user name>` */
  readonly _id: string;
  readonly name: string;
  readonly since: Date;
  readonly until: Date;
}

const fields = {
  _id: { type: String, required: true },
  name: { type: String, required: true },
  since: { type: Date, required: true },
  until: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredPresence>]: unknown };

const presenceSchema = new Schema(fields, {
  collection: 'presences',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// forgotten by the database once over
presenceSchema.index({ until: 1 }, { expireAfterSeconds: 0 });

export const storedPresences = collection<StoredPresence>('Presence', presenceSchema);
