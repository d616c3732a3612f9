// The record of who did what: entries that nobody changes or removes.
import * as v from 'valibot';

export const auditedActs = [
  'signed-in',
  'sign-in-refused',
  'act-refused',
  'signed-out',
  'person-added',
  'person-changed',
  'person-invited',
  'password-set',
  'office-added',
  'office-changed',
  'token-made',
  'token-ended',
  'second-factor-set',
  'second-factor-ended',
  'second-factor-reset',
  'recovery-codes-made',
  'sign-in-rules-changed',
  'round-added',
  'round-published',
  'round-state-changed',
  'round-draft-dropped',
  'batch-sent',
  'batch-withdrawn',
  'batch-brought-back',
  'reading-kept',
  'reading-forgotten',
  'response-withdrawn',
  'response-brought-back',
  'response-erased',
  'retention-applied',
  'many-decided',
  'many-taken-back',
  'many-ended',
  'project-added',
  'project-changed',
  'result-reported',
  'snapshot-kept',
  'issues-linked',
  'issues-unlinked',
  'rule-added',
  'rule-changed',
  'rule-on',
  'rule-off',
  'rule-retired',
  'exported',
  'not-done',
] as const;
export type AuditedAct = (typeof auditedActs)[number];

/** Values as text; null: there was none. */
export const AuditedChange = v.object({
  field: v.string(),
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
});
export type AuditedChange = v.InferOutput<typeof AuditedChange>;

export const AuditEntry = v.object({
  /** counts from 1 without a gap */
  no: v.number(),
  at: v.string(),
  /** user name; null: nobody was signed in */
  who: v.nullable(v.string()),
  what: v.picklist(auditedActs),
  /** kind and id, such as `person:malee`; of what was not done `entry:12` */
  on: v.nullable(v.string()),
  changes: v.array(AuditedChange),
  /** the id that the answer bore as `X-Request-Id` */
  request: v.string(),
  /** SHA-256 over this entry and the digest of the one before it */
  digest: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;
export const PageOfAudit = v.object({ items: v.array(AuditEntry), next: v.nullable(v.string()) });
