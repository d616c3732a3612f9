// What came of a decision of many, in the record: one entry for each end, whoever comes to it and however often.
import { auditedChanges } from '../audit/audit-of.ts';
import { appendToChain } from '../audit/chain.ts';
import { listAudit } from '../audit/read-audit.ts';
import type { Context } from '../context.ts';
import type { StoredDecisionOfMany } from './decision-of-many.model.ts';

export async function noteEnd(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { _id, by, request, state, stopped, total, done, takenBack, why }: StoredDecisionOfMany,
): Promise<void> {
  const thing = `decisions:${_id}`;
  const [last] = (await listAudit(db, { on: thing }, { limit: 1, after: null })).items;
  // by a process that was killed right after it noted this
  const isNoted = last?.changes.some(({ field, after }) => field === 'state' && after === state);
  if (isNoted) return;
  const changes = auditedChanges({}, { state, stopped, total, done, takenBack, why });
  await appendToChain(db, { at: now(), who: by, what: 'many-ended', thing, changes, request });
}
