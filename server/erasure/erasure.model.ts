// An erasure that is not at its end yet: by what copies of the words are known, as salted hashes. Nothing is left of it afterwards;
// that it happened is said by the response and by the record.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredErasure {
  /** the id of the response */
  readonly _id: string;
  readonly survey: string;
  readonly at: Date;
  readonly salt: string;
  /** of each issue of each content it ever had: the hashes of its texts */
  readonly texts: readonly (readonly string[])[];
  /** of the id that its row has in its file; null: none */
  readonly rowId: string | null;
  readonly office: string;
  /** of its file; null: it came by itself */
  readonly receipt: string | null;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  at: { type: Date, required: true },
  salt: { type: String, required: true },
  texts: { type: [Schema.Types.Mixed], required: true },
  rowId: { type: String, default: null },
  office: { type: String, required: true },
  receipt: { type: String, default: null },
} satisfies { [K in keyof Required<StoredErasure>]: unknown };

const erasureSchema = new Schema(fields, {
  collection: 'erasures',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedErasures = collection<StoredErasure>('Erasure', erasureSchema);
