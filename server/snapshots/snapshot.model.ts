// A snapshot: written once, never changed. A document of its own, well below the 16 MB of one.
import { Schema } from 'mongoose';
import type { Filters } from '../../shared/api/figures.ts';
import type { Scope } from '../../shared/api/session.ts';
import { collection } from '../db/database.ts';

export interface StoredSnapshot {
  readonly _id: string;
  readonly survey: string;
  readonly name: string;
  readonly by: string;
  readonly office: string;
  readonly frozenAt: Date;
  readonly asOf: Date;
  readonly filters: Filters;
  readonly scope: Scope;
  readonly issues: number;
  readonly responses: number;
  /** SHA-256 of what `gzip` holds, hexadecimal */
  readonly digest: string;
  readonly gzip: Uint8Array;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  name: { type: String, required: true },
  by: { type: String, required: true },
  office: { type: String, required: true },
  frozenAt: { type: Date, required: true },
  asOf: { type: Date, required: true },
  filters: { type: Schema.Types.Mixed, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  issues: { type: Number, required: true },
  responses: { type: Number, required: true },
  digest: { type: String, required: true },
  gzip: { type: Buffer, required: true },
} satisfies { [K in keyof Required<StoredSnapshot>]: unknown };

const snapshotSchema = new Schema(fields, {
  collection: 'snapshots',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// those of a survey, the newest first
snapshotSchema.index({ survey: 1, frozenAt: -1, _id: -1 });

export const storedSnapshots = collection<StoredSnapshot>('Snapshot', snapshotSchema);
