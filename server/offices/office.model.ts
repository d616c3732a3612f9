// Offices: who answers for a place. None is ever removed, since batches and responses belong to them.
import { Schema } from 'mongoose';
import type { Office } from '../../shared/api/offices.ts';
import { collection } from '../db/database.ts';

export interface StoredOffice extends Omit<Office, 'id'> {
  readonly _id: string;
  readonly createdAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  nameTh: { type: String, required: true },
  nameEn: { type: String, required: true },
  place: { type: Schema.Types.Mixed, required: true },
  state: { type: String, required: true },
  createdAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredOffice>]: unknown };

const officeSchema = new Schema(fields, {
  collection: 'offices',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedOffices = collection<StoredOffice>('Office', officeSchema);
