// One decision on many responses at once: what it would do, and how far it is.
import * as v from 'valibot';
import { filterNames } from './figures.ts';
import { NewDecision } from './responses.ts';

/** of one action: what a selection by hand may name, and what may stand behind filters */
export const mostDecided = { byId: 2000, byFilters: 20_000 } as const;

const uuid = v.pipe(v.string(), v.uuid(), v.toLowerCase());
const given = v.exactOptional(v.union([v.string(), v.array(v.string())]));

export const NewDecisionOfMany = v.strictObject({
  /** made by who decides: sent again under the same id, it is begun once */
  id: v.optional(uuid),
  decision: NewDecision.entries.decision,
  reason: NewDecision.entries.reason,
  /** these responses, or */
  ids: v.optional(v.pipe(v.array(uuid), v.minLength(1), v.maxLength(mostDecided.byId))),
  /** all that wait behind these filters of figures */
  filters: v.optional(v.strictObject(v.entriesFromList(filterNames, given))),
  /** how many the sender means; other than found: 409 `selection-changed` */
  expect: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type NewDecisionOfMany = v.InferOutput<typeof NewDecisionOfMany>;

/** why one response is left as it is */
export const skipReasons = [
  /** nobody approves what they sent themselves */
  'own-response',
  /** with two tiers of review: one gave the office's decision oneself, or it is the nation's to decide */
  'own-decision',
  'national-decision',
  /** it does not wait for this person: somebody has decided, or others decide first */
  'not-waiting',
  /** somebody changed it since the action began */
  'changed',
  /** not there, or not in scope */
  'not-found',
  /** the same person has decided on it again and again */
  'decided-often',
  /** of an action that is taken back: somebody has done something with it since, which stays */
  'decided-since',
] as const;
export type SkipReason = (typeof skipReasons)[number];

const SkipCounts = v.object(v.entriesFromList(skipReasons, v.exactOptional(v.number())));
export type SkipCounts = v.InferOutput<typeof SkipCounts>;

/** What would be done; nothing is. */
export const DecisionPreview = v.object({
  /** all that are meant */
  total: v.number(),
  /** of these would be decided */
  decides: v.number(),
  /** … sent by so many offices */
  offices: v.number(),
  /** … so many of them with warnings */
  warnings: v.number(),
  skipped: v.number(),
  why: SkipCounts,
});
export type DecisionPreview = v.InferOutput<typeof DecisionPreview>;

/** why it ended before its end */
export const stopReasons = [
  'asked',
  'person-disabled',
  'role-changed',
  'scope-changed',
  'second-factor-missing',
] as const;
export type StopReason = (typeof stopReasons)[number];

export const actionStates = ['deciding', 'done', 'stopped', 'taking-back', 'taken-back'] as const;
export type ActionState = (typeof actionStates)[number];

export const DecisionOfMany = v.object({
  id: v.string(),
  survey: v.string(),
  decision: NewDecision.entries.decision,
  reason: v.nullable(v.string()),
  by: v.string(),
  state: v.picklist(actionStates),
  /** of a stopped one */
  stopped: v.nullable(v.picklist(stopReasons)),
  total: v.number(),
  /** decided so far */
  done: v.number(),
  /** of these, taken back so far */
  takenBack: v.number(),
  /** left as they are */
  skipped: v.number(),
  why: SkipCounts,
  /** the first of those that were left as they are */
  exceptions: v.array(v.object({ id: v.string(), why: v.picklist(skipReasons) })),
  startedAt: v.string(),
  changedAt: v.string(),
  finishedAt: v.nullable(v.string()),
});
export type DecisionOfMany = v.InferOutput<typeof DecisionOfMany>;

/** One's own, newest first; the newest alone. */
export const OwnDecisionsOfMany = v.object({ items: v.array(DecisionOfMany), next: v.null() });
