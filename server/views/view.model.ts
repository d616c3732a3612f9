// Saved views, and which of them a person begins with. Small documents, so many a person at most.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredView {
  readonly _id: string;
  /** user name */
  readonly owner: string;
  /** the owner’s when it was shared; null: it is the owner’s alone */
  readonly sharedWith: string | null;
  readonly name: string;
  readonly address: string;
  readonly changedAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  owner: { type: String, required: true },
  sharedWith: { type: String, default: null },
  name: { type: String, required: true },
  address: { type: String, required: true },
  changedAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredView>]: unknown };

const viewSchema = new Schema(fields, {
  collection: 'views',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// a person's own
viewSchema.index({ owner: 1, changedAt: -1 });
// those that people of an office share
viewSchema.index({ sharedWith: 1, changedAt: -1 });

export const storedViews = collection<StoredView>('View', viewSchema);

export interface StoredStartView {
  /** user name */
  readonly _id: string;
  readonly view: string;
}

const startFields = {
  _id: { type: String, required: true },
  view: { type: String, required: true },
} satisfies { [K in keyof Required<StoredStartView>]: unknown };

const startSchema = new Schema(startFields, {
  collection: 'startViews',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedStartViews = collection<StoredStartView>('StartView', startSchema);
