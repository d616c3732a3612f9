// A project of the plan with its results: one document, since who reports and who edits must not overwrite each other. Never removed.
import { Schema } from 'mongoose';
import type { ProjectState } from '../../shared/api/plan.ts';
import { collection } from '../db/database.ts';

export interface StoredResult {
  readonly year: number;
  readonly indicator: string;
  readonly nameTh: string;
  readonly nameEn: string | null;
  readonly unit: string;
  readonly baseline: number | null;
  readonly baselineYear: number;
  readonly target: number;
  readonly reached: number | null;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

/** of one project: it is one document, written whole with each */
export const mostResults = 400;

export interface StoredProject {
  /** the code in small letters */
  readonly _id: string;
  readonly code: string;
  readonly nameTh: string;
  readonly nameEn: string | null;
  readonly subPlans: readonly string[];
  readonly office: string;
  readonly provinces: 'all' | readonly string[];
  /** fiscal year and baht, by year */
  readonly budget: readonly { readonly year: number; readonly baht: number }[];
  readonly start: string;
  readonly end: string;
  readonly state: ProjectState;
  readonly results: readonly StoredResult[];
  readonly version: number;
  readonly changedBy: string;
  readonly changedAt: Date;
}

const fields = {
  _id: { type: String, required: true },
  code: { type: String, required: true },
  nameTh: { type: String, required: true },
  nameEn: { type: String, default: null },
  subPlans: { type: [String], required: true },
  office: { type: String, required: true },
  provinces: { type: Schema.Types.Mixed, required: true },
  budget: { type: [Schema.Types.Mixed], required: true },
  start: { type: String, required: true },
  end: { type: String, required: true },
  state: { type: String, required: true },
  results: { type: [Schema.Types.Mixed], required: true },
  version: { type: Number, required: true },
  changedBy: { type: String, required: true },
  changedAt: { type: Date, required: true },
} satisfies { [K in keyof Required<StoredProject>]: unknown };

const projectSchema = new Schema(fields, {
  collection: 'projects',
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
});

export const storedProjects = collection<StoredProject>('Project', projectSchema);
