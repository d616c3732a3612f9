// The mark of a database that is being filled by a restore or a move: set before the first document, taken away when everything
// has been compared. There is at most one.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredTransfer {
  readonly _id: 'unfinished';
  readonly kind: 'restore' | 'move';
  /** what it comes from: the id of a backup, or a place */
  readonly from: string;
  /** how a person knows that */
  readonly name: string;
}

const fields = {
  _id: { type: String, required: true },
  kind: { type: String, required: true },
  from: { type: String, required: true },
  name: { type: String, required: true },
} satisfies { [K in keyof Required<StoredTransfer>]: unknown };

const transferSchema = new Schema(fields, {
  collection: 'transfers',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedTransfers = collection<StoredTransfer>('Transfer', transferSchema);
