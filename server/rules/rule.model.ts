// A rule of a round, with everything that was ever done with it. None is removed: links say by which rule they were made.
import { Schema } from 'mongoose';
import type { RuleAct, RuleState, RuleTerms } from '../../shared/api/rules.ts';
import type { Scope } from '../../shared/api/session.ts';
import { collection } from '../db/database.ts';

export interface StoredRule extends RuleTerms {
  readonly _id: string;
  readonly survey: string;
  readonly scope: Scope;
  readonly state: RuleState;
  /** grows when somebody changes it */
  readonly version: number;
  /** the version of which everything is linked, or taken back; another one is under way */
  readonly settledVersion: number;
  /** how far that is, every few seconds */
  readonly progress: { readonly done: number; readonly of: number } | null;
  /** user name of who changed it last: its links are made in this name */
  readonly by: string;
  readonly changedAt: Date;
  readonly history: readonly { readonly act: RuleAct; readonly by: string; readonly at: Date }[];
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  filters: { type: Schema.Types.Mixed, required: true },
  words: { type: [String], required: true },
  match: { type: String, required: true },
  where: { type: String, required: true },
  subPlan: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  state: { type: String, required: true },
  version: { type: Number, required: true },
  settledVersion: { type: Number, required: true },
  progress: { type: Schema.Types.Mixed, default: null },
  by: { type: String, required: true },
  changedAt: { type: Date, required: true },
  history: { type: [Schema.Types.Mixed], required: true },
} satisfies { [K in keyof Required<StoredRule>]: unknown };

const ruleSchema = new Schema(fields, {
  collection: 'rules',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

// those of a round
ruleSchema.index({ survey: 1 });

export const storedRules = collection<StoredRule>('Rule', ruleSchema);
