// A page of a response's older decisions (decision-pages.ts). Read and written by its id alone.
import { Schema } from 'mongoose';
import { collection } from '../db/database.ts';
import type { StoredDecision } from './response.model.ts';

export interface StoredDecisionPage {
  /** `<response>:<number of its first decision, six digits>` */
  readonly _id: string;
  readonly decisions: readonly StoredDecision[];
}

const fields = {
  _id: { type: String, required: true },
  decisions: { type: [Schema.Types.Mixed], required: true },
} satisfies { [K in keyof Required<StoredDecisionPage>]: unknown };

const decisionPageSchema = new Schema(fields, {
  collection: 'decisionPages',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
});

export const storedDecisionPages = collection<StoredDecisionPage>(
  'DecisionPage',
  decisionPageSchema,
);
