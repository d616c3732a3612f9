// One decision on many responses: what is to be done, how far it is, and beside it the list of its steps in blocks.
import { Schema } from 'mongoose';
import type {
  ActionState,
  NewDecisionOfMany,
  SkipCounts,
  SkipReason,
  StopReason,
} from '../../shared/api/decisions-of-many.ts';
import type { Scope } from '../../shared/api/session.ts';
import { collection } from '../db/database.ts';

export interface StoredDecisionOfMany {
  /** every response that it decides bears it in its history */
  readonly _id: string;
  readonly survey: string;
  readonly decision: NewDecisionOfMany['decision'];
  readonly reason: string | null;
  readonly by: string;
  /** of who decides, as it was then: it is stopped when that changes */
  readonly scope: Scope;
  /** a digest of what was asked for: sent again under its id, it is the same */
  readonly asked: string;
  /** the request that began it, for the record */
  readonly request: string;
  readonly state: ActionState;
  /** what its maker wants of it, heard by whoever is at it before its next block */
  readonly wanted: 'decide' | 'stop' | 'take-back';
  readonly stopped: StopReason | null;
  readonly total: number;
  /** blocks of steps: all, those that are decided, those of them that are taken back */
  readonly blocks: number;
  readonly decidedBlocks: number;
  readonly takenBackBlocks: number;
  readonly done: number;
  readonly takenBack: number;
  readonly why: SkipCounts;
  readonly exceptions: readonly Skipped[];
  readonly startedAt: Date;
  readonly changedAt: Date;
  readonly finishedAt: Date | null;
}

export interface Skipped {
  readonly id: string;
  readonly why: SkipReason;
}

export interface StepOfMany {
  /** of a response */
  readonly id: string;
  /** as it was when the action began; absent: it was not found */
  readonly version?: number;
  /** known from the beginning */
  readonly why?: SkipReason;
}

export interface StoredStepBlock {
  /** `<action>:<number, six digits>` */
  readonly _id: string;
  readonly steps: readonly StepOfMany[];
  /** which of them were not decided, once it is known */
  readonly left?: readonly string[];
}

const fields = {
  _id: { type: String, required: true },
  survey: { type: String, required: true },
  decision: { type: String, required: true },
  reason: { type: String, default: null },
  by: { type: String, required: true },
  scope: { type: Schema.Types.Mixed, required: true },
  asked: { type: String, required: true },
  request: { type: String, required: true },
  state: { type: String, required: true },
  wanted: { type: String, required: true },
  stopped: { type: String, default: null },
  total: { type: Number, required: true },
  blocks: { type: Number, required: true },
  decidedBlocks: { type: Number, required: true },
  takenBackBlocks: { type: Number, required: true },
  done: { type: Number, required: true },
  takenBack: { type: Number, required: true },
  why: { type: Schema.Types.Mixed, required: true },
  exceptions: { type: [Schema.Types.Mixed], required: true },
  startedAt: { type: Date, required: true },
  changedAt: { type: Date, required: true },
  finishedAt: { type: Date, default: null },
} satisfies { [K in keyof Required<StoredDecisionOfMany>]: unknown };

const schemaOptions = {
  strict: 'throw',
  versionKey: false,
  autoIndex: false,
  minimize: false,
} as const;

const decisionOfManySchema = new Schema(fields, {
  collection: 'decisionsOfMany',
  ...schemaOptions,
});

// somebody's own in a survey, newest first
decisionOfManySchema.index({ by: 1, survey: 1, startedAt: 1 });

const blockFields = {
  _id: { type: String, required: true },
  steps: { type: [Schema.Types.Mixed], required: true },
  left: { type: [String], default: undefined },
} satisfies { [K in keyof Required<StoredStepBlock>]: unknown };

const stepBlockSchema = new Schema(blockFields, { collection: 'stepsOfMany', ...schemaOptions });

export const storedDecisionsOfMany = collection<StoredDecisionOfMany>(
  'DecisionOfMany',
  decisionOfManySchema,
);
export const storedStepBlocks = collection<StoredStepBlock>('StepBlock', stepBlockSchema);

/** steps that are taken together, and counted together */
export const stepsInBlock = 50;
export const stepBlockId = (action: string, no: number): string =>
  `${action}:${String(no).padStart(6, '0')}`;
