// Offices: who answers for a place. None is ever removed, since batches and responses belong to them.
import { Schema } from 'mongoose';
import type { Office, ReasonTemplate } from '../../shared/api/offices.ts';
import { collection } from '../db/database.ts';

export interface StoredOffice extends Omit<Office, 'id'> {
  readonly _id: string;
  /** reasons that it gives often; absent: none yet */
  readonly reasons?: readonly ReasonTemplate[];
  /** grows with every change of them, so that two at once do not overwrite each other; absent: none was made */
  readonly reasonsRevision?: number;
  readonly createdAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  nameTh: { type: String, required: true },
  nameEn: { type: String, required: true },
  place: { type: Schema.Types.Mixed, required: true },
  state: { type: String, required: true },
  reasons: { type: [Schema.Types.Mixed], default: undefined },
  reasonsRevision: { type: Number },
  createdAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredOffice>]: unknown };

const officeSchema = new Schema(fields, {
  collection: 'offices',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedOffices = collection<StoredOffice>('Office', officeSchema);
