// What one issue is linked to: one document an issue, so that each link is one write. What was taken back stays in its history; the
// document stays when the issue goes, and counts again when it comes back.
import { Schema } from 'mongoose';
import type { LinkWay } from '../../shared/api/links.ts';
import { collection } from '../db/database.ts';

export interface StoredLink {
  /** one of the two; of “fits no sub-plan” the sub-plan is `none` */
  readonly subPlan: string | null;
  readonly project: string | null;
  readonly how: LinkWay;
  readonly rule: string | null;
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface StoredIssueLinks {
  /** `{response}#{issue}` */
  readonly _id: string;
  readonly survey: string;
  readonly response: string;
  readonly issue: string;
  readonly links: readonly StoredLink[];
  readonly history: readonly (StoredLink & { readonly act: 'linked' | 'unlinked' })[];
  readonly version: number;
  readonly changedAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  response: { type: String, required: true },
  issue: { type: String, required: true },
  links: { type: [Schema.Types.Mixed], required: true },
  history: { type: [Schema.Types.Mixed], required: true },
  version: { type: Number, required: true },
  changedAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredIssueLinks>]: unknown };

const linkSchema = new Schema(fields, {
  collection: 'links',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// those of one response
linkSchema.index({ response: 1 });

export const storedLinks = collection<StoredIssueLinks>('IssueLinks', linkSchema);
