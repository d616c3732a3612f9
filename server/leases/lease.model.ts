// Who works on something that takes a while: a load, and whatever else must be ended by somebody when its owner is gone.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredLease {
  /** what is worked on, such as `batch:<id>` */
  readonly _id: string;
  /** names this one attempt at it; whoever takes the work over goes on under it */
  readonly token: string;
  /** the process that works */
  readonly owner: string;
  /** raised by the owner every few seconds */
  readonly beat: number;
  /** its owner was gone, and another one is ending the work */
  readonly takenOver: boolean;
}

const fields = {
  _id: { type: String, required: true },
  token: { type: String, required: true },
  owner: { type: String, required: true },
  beat: { type: Number, required: true },
  takenOver: { type: Boolean, required: true },
} satisfies { [K in keyof Required<StoredLease>]: unknown };

const leaseSchema = new Schema(fields, {
  collection: 'leases',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedLeases = collection<StoredLease>('Lease', leaseSchema);
