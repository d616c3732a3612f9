// Single values the server keeps for itself: the secret that signs tokens when none is configured, whether the demonstration was filled.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';

export interface StoredSetting {
  readonly _id: string;
  readonly value: unknown;
}

const fields = {
  _id: { type: String, required: true },
  value: { type: Schema.Types.Mixed, required: true },
} satisfies { [K in keyof Required<StoredSetting>]: unknown };

const settingSchema = new Schema(fields, {
  collection: 'settings',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedSettings = collection<StoredSetting>('Setting', settingSchema);
