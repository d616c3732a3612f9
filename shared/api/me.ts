// What people manage of themselves: password, name, sessions, tokens for scripts.
import * as v from 'valibot';

const password = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

export const ChangedPassword = v.strictObject({ old: password, new: password });

export const OwnChange = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});

/** Whether one signs in by the organisation's own service. */
export const OwnService = v.object({
  /** null: not by it */
  since: v.nullable(v.string()),
  /** false: by nothing else, so it cannot be given up */
  hasPassword: v.boolean(),
});
export type OwnService = v.InferOutput<typeof OwnService>;

/** Where the browser goes to show who they are there. */
export const WayToService = v.object({ goOnTo: v.string() });

export const OwnSession = v.object({
  id: v.string(),
  /** browser and system, such as `Chrome · Android`; null when they did not say */
  device: v.nullable(v.string()),
  startedAt: v.string(),
  /** to within some minutes */
  seenAt: v.string(),
  expiresAt: v.string(),
  /** the one that asks */
  current: v.boolean(),
});
export type OwnSession = v.InferOutput<typeof OwnSession>;
export const OwnSessions = v.object({ items: v.array(OwnSession), next: v.null() });

/** What a token may at most: nothing about people, and nothing about its owner's own account. */
export const tokenVerbs = [
  'respond',
  'read-responses',
  'export-responses',
  'decide',
  'recheck',
  'upload-batches',
  'read-batches',
  'read-figures',
  'keep-snapshots',
  'read-plan',
  'edit-plan',
  'link-issues',
  'report-results',
] as const;
export type TokenVerb = (typeof tokenVerbs)[number];

export const OwnToken = v.object({
  id: v.string(),
  name: v.string(),
  verbs: v.array(v.picklist(tokenVerbs)),
  createdAt: v.string(),
  /** to within some minutes; null: never used */
  seenAt: v.nullable(v.string()),
  expiresAt: v.string(),
});
export type OwnToken = v.InferOutput<typeof OwnToken>;
/** `mayGive`: the verbs of one's own role, and no token may more */
export const OwnTokens = v.object({
  items: v.array(OwnToken),
  next: v.null(),
  mayGive: v.array(v.picklist(tokenVerbs)),
});

export const NewToken = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  verbs: v.pipe(v.array(v.picklist(tokenVerbs)), v.minLength(1), v.maxLength(tokenVerbs.length)),
  expiresAt: v.pipe(v.string(), v.isoTimestamp()),
});
export type NewToken = v.InferOutput<typeof NewToken>;

/** `token` is shown this once. */
export const MadeToken = v.object({ ...OwnToken.entries, token: v.string() });
export type MadeToken = v.InferOutput<typeof MadeToken>;
