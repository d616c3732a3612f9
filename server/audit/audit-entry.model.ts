// The record of who did what. Entries are only ever added: nothing in this folder updates or deletes one.
import { Schema } from 'mongoose';
import type { AuditedAct, AuditedChange } from '../../shared/api/audit.ts';
import { collection } from '../db/database.ts';

export interface StoredAuditEntry {
  /** its number, twelve digits: the place in the one chain of this database */
  readonly _id: string;
  /** never earlier than that of the entry before */
  readonly at: Date;
  readonly who: string | null;
  readonly what: AuditedAct;
  readonly thing: string | null;
  readonly changes: readonly AuditedChange[];
  readonly request: string;
  /** SHA-256 (hex) over all of the above and the digest of the entry before */
  readonly digest: string;
}

const fields = {
  _id: { type: String, required: true },
  at: { type: Date, required: true },
  who: { type: String, default: null },
  what: { type: String, required: true },
  thing: { type: String, default: null },
  changes: { type: [Schema.Types.Mixed], required: true },
  request: { type: String, required: true },
  digest: { type: String, required: true },
} satisfies { [K in keyof Required<StoredAuditEntry>]: unknown };

const auditEntrySchema = new Schema(fields, {
  collection: 'audit',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

// what somebody did, newest first
auditEntrySchema.index({ who: 1, _id: 1 });
// what happened to one thing, newest first
auditEntrySchema.index({ thing: 1, _id: 1 });
// one kind of act, newest first
auditEntrySchema.index({ what: 1, _id: 1 });
// the first entry from a time on
auditEntrySchema.index({ at: 1, _id: 1 });

export const storedAudit = collection<StoredAuditEntry>('AuditEntry', auditEntrySchema);
