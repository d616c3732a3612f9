// Begins a decision of many: its lease, its entry in the record, its list of steps, and then the document that says that it is under
// way. Who is killed in between leaves a lease of nothing, which whoever watches clears away.
import { hash, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { NewDecisionOfMany } from '../../shared/api/decisions-of-many.ts';
import type { User } from '../../shared/api/session.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { WorkLease } from '../leases/leases.ts';
import { leaseOfDecisions } from '../leases/under-way.ts';
import { carryOut } from './carry-out-many.ts';
import { reasonToKeep } from './decide.ts';
import {
  type StepOfMany,
  type StoredDecisionOfMany,
  stepBlockId,
  stepsInBlock,
  storedDecisionsOfMany,
  storedStepBlocks,
} from './decision-of-many.model.ts';
import { previewMany } from './preview-many.ts';

interface Beginning {
  readonly survey: string;
  readonly user: User;
  readonly audit: Audit;
  readonly request: string;
}

/**
 * Resolves when it is under way, and its end needs nobody any more. Sent again under its id, it is answered with how far it is.
 * @throws what `previewMany` does, reason-needed, decision-conflict when its id is another one's
 */
export async function beginMany(
  context: Context,
  wanted: NewDecisionOfMany,
  { survey, user, audit, request }: Beginning,
): Promise<StoredDecisionOfMany> {
  const reason = reasonToKeep(wanted.decision, wanted.reason);
  const _id = wanted.id ?? randomUUID();
  const asSent = (known: StoredDecisionOfMany) =>
    sameOrConflict(known, { survey, user, reason }, wanted);
  const known = await findMany(context, _id);
  if (known) return asSent(known);
  const preview = await previewOrBegun(context, _id, () =>
    previewMany(context, survey, wanted, user),
  );
  if ('state' in preview) return asSent(preview);
  const lease = await leaseOrBegun(context, _id);
  if ('state' in lease) return asSent(lease);
  try {
    // between the look and the lease another request may have begun it
    const other = await findMany(context, _id);
    const { steps } = preview;
    const begun = other
      ? asSent(other)
      : newMany(context, { _id, survey, user, reason, request, wanted, steps });
    if (!other) {
      const { decision, total } = begun;
      const changes = auditedChanges({}, { survey, decision, total, filters: wanted.filters });
      await audit.note({ what: 'many-decided', on: `decisions:${_id}`, changes });
      await writeSteps(context, _id, steps);
      await context.db.model(storedDecisionsOfMany).collection.insertOne(begun as never);
    }
    void carryOut(context, lease, _id);
    return begun;
  } catch (error) {
    lease.abandon();
    throw error;
  }
}

/** What it would do; while that was looked at, another request may have begun it, and then there is less to be done. */
async function previewOrBegun<P>(
  context: Context,
  id: string,
  look: () => Promise<P>,
): Promise<P | StoredDecisionOfMany> {
  try {
    return await look();
  } catch (error) {
    // nothing is wrong with it when it is under way
    const begun = await findMany(context, id);
    if (begun) return begun;
    throw error;
  }
}

/** Sent several times at once it is begun by one request, and the others wait until it is there. @throws not-ready */
async function leaseOrBegun(
  context: Context,
  id: string,
): Promise<WorkLease | StoredDecisionOfMany> {
  for (let look = 0; look < looks; look++) {
    const lease = await context.leases.take(leaseOfDecisions(id), randomUUID());
    if (lease) return lease;
    const begun = await findMany(context, id);
    if (begun) return begun;
    await wait(lookMs);
  }
  throw problem('not-ready', { retryAfter: 2, detail: 'It is being begun already.' });
}

/** writing the steps of 20,000 takes some seconds on a slow disk */
const [looks, lookMs] = [100, 50];

/** null: there is none */
export function findMany(
  { db }: Pick<Context, 'db'>,
  id: string,
): Promise<StoredDecisionOfMany | null> {
  return db.model(storedDecisionsOfMany).findById(id).lean<StoredDecisionOfMany>();
}

function sameOrConflict(
  known: StoredDecisionOfMany,
  { survey, user, reason }: { survey: string; user: User; reason: string | null },
  wanted: NewDecisionOfMany,
): StoredDecisionOfMany {
  const isTheirs = known.survey === survey && known.by === user.username;
  const isSame = known.decision === wanted.decision && known.asked === askedOf(wanted);
  if (isTheirs && isSame && known.reason === reason) return known;
  throw problem('decision-conflict', { detail: 'Another decision is stored under this id.' });
}

/** Which responses, and how many they should be. */
const askedOf = ({ ids, filters, expect }: NewDecisionOfMany): string =>
  hash('sha256', JSON.stringify([ids, filters, expect]));

interface NewMany extends Omit<Beginning, 'audit'> {
  readonly _id: string;
  readonly reason: string | null;
  readonly wanted: NewDecisionOfMany;
  readonly steps: readonly StepOfMany[];
}

function newMany(
  context: Pick<Context, 'now'>,
  { _id, survey, user, reason, request, wanted, steps }: NewMany,
): StoredDecisionOfMany {
  const at = context.now();
  return {
    _id,
    survey,
    decision: wanted.decision,
    reason,
    by: user.username,
    scope: user.scope,
    asked: askedOf(wanted),
    request,
    state: 'deciding',
    wanted: 'decide',
    stopped: null,
    total: steps.length,
    blocks: Math.ceil(steps.length / stepsInBlock),
    decidedBlocks: 0,
    takenBackBlocks: 0,
    done: 0,
    takenBack: 0,
    why: {},
    exceptions: [],
    startedAt: at,
    changedAt: at,
    finishedAt: null,
  };
}

/** Blocks that an earlier try has left under this id are written over. */
async function writeSteps(
  { db }: Pick<Context, 'db'>,
  action: string,
  steps: readonly StepOfMany[],
): Promise<void> {
  const model = db.model(storedStepBlocks);
  await model.deleteMany(blocksOf(action));
  const blocks = Array.from({ length: Math.ceil(steps.length / stepsInBlock) }, (_, no) => ({
    _id: stepBlockId(action, no),
    steps: steps.slice(no * stepsInBlock, (no + 1) * stepsInBlock),
  }));
  for (let at = 0; at < blocks.length; at += blocksAtOnce)
    await Promise.all(
      blocks
        .slice(at, at + blocksAtOnce)
        .map((block) => model.collection.insertOne(block as never)),
    );
}

const blocksAtOnce = 20;

const blocksOf = (action: string) => ({
  _id: { $gt: `${action}:`, $lt: `${action}:\uffff` },
});

/** What is left of one that was never under way. */
export async function forgetSteps({ db }: Pick<Context, 'db'>, action: string): Promise<void> {
  await db.model(storedStepBlocks).deleteMany(blocksOf(action));
}
