// What its maker does with a decision of many that was begun: looks how far it is, stops it, takes it back.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { DecisionOfMany } from '../../shared/api/decisions-of-many.ts';
import type { User } from '../../shared/api/session.ts';
import type { Audit } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { leaseOfDecisions } from '../leases/under-way.ts';
import { findMany } from './begin-many.ts';
import { carryOut, isUnderWay } from './carry-out-many.ts';
import { type StoredDecisionOfMany, storedDecisionsOfMany } from './decision-of-many.model.ts';

interface Address {
  readonly survey: string;
  readonly id: string;
}

const newest = 20;
const tries = 20;
const againMs = 100;

/** @throws not-found, also what somebody else has begun */
export async function ownMany(
  context: Pick<Context, 'db'>,
  { survey, id }: Address,
  { username }: User,
): Promise<StoredDecisionOfMany> {
  const stored = await findMany(context, id);
  if (stored?.survey !== survey || stored.by !== username) throw problem('not-found');
  return stored;
}

/** Newest first. */
export async function listOwnMany(
  { db }: Pick<Context, 'db'>,
  survey: string,
  { username }: User,
): Promise<StoredDecisionOfMany[]> {
  return await db
    .model(storedDecisionsOfMany)
    .find({ by: username, survey })
    .sort({ startedAt: -1 })
    .limit(newest)
    .lean<StoredDecisionOfMany[]>();
}

/** Ends it before its next block; one that has ended stays as it is. */
export async function stopMany(
  context: Context,
  address: Address,
  user: User,
): Promise<StoredDecisionOfMany> {
  await ownMany(context, address, user);
  await want(context, address.id, 'stop');
  return await ownMany(context, address, user);
}

/**
 * Takes the whole action back, wherever it is. What others have done with since stays, and is named. Resolves when it is under way.
 * @throws not-found, not-ready
 */
export async function takeManyBack(
  context: Context,
  address: Address,
  user: User,
  audit: Audit,
): Promise<StoredDecisionOfMany> {
  const { state, wanted } = await ownMany(context, address, user);
  if (state === 'taking-back' || state === 'taken-back' || wanted === 'take-back')
    return await ownMany(context, address, user);
  await audit.note({ what: 'many-taken-back', on: `decisions:${address.id}` });
  for (let attempt = 0; attempt < tries; attempt++) {
    if (attempt > 0) await wait(againMs);
    // whoever is at it hears of it
    if (await want(context, address.id, 'take-back')) return await ownMany(context, address, user);
    const begun = await beginTakingBack(context, address.id);
    if (begun) return begun;
  }
  throw problem('not-ready', { retryAfter: 2, detail: 'It is coming to its end. Try again.' });
}

/** undefined: somebody still holds its lease */
async function beginTakingBack(
  context: Context,
  id: string,
): Promise<StoredDecisionOfMany | undefined> {
  const lease = await context.leases.take(leaseOfDecisions(id), randomUUID());
  if (!lease) return undefined;
  try {
    const begun = await context.db
      .model(storedDecisionsOfMany)
      .findOneAndUpdate(
        { _id: id, state: { $in: ['done', 'stopped'] } },
        {
          $set: {
            state: 'taking-back',
            wanted: 'take-back',
            stopped: null,
            changedAt: context.now(),
            finishedAt: null,
          },
        },
        { returnDocument: 'after' },
      )
      .lean<StoredDecisionOfMany>();
    void carryOut(context, lease, id);
    return begun ?? (await findMany(context, id)) ?? undefined;
  } catch (error) {
    lease.abandon();
    throw error;
  }
}

/** True: it is under way, and whoever is at it will do so. What is to be taken back is not only to be stopped. */
async function want(
  { db }: Pick<Context, 'db'>,
  _id: string,
  wanted: 'stop' | 'take-back',
): Promise<boolean> {
  const { matchedCount } = await db
    .model(storedDecisionsOfMany)
    .updateOne({ _id, state: 'deciding', wanted: { $ne: 'take-back' } }, { $set: { wanted } });
  return matchedCount === 1;
}

export function manyOnTheWire(stored: StoredDecisionOfMany): DecisionOfMany {
  const { _id, survey, decision, reason, by, state, stopped, total, done, takenBack } = stored;
  const { why, exceptions, startedAt, changedAt, finishedAt } = stored;
  return {
    ...{ id: _id, survey, decision, reason, by, state, stopped, total, done, takenBack },
    skipped: Object.values(why).reduce((sum, n) => sum + (n ?? 0), 0),
    why,
    exceptions: exceptions.map((one) => ({ ...one })),
    startedAt: startedAt.toISOString(),
    changedAt: changedAt.toISOString(),
    finishedAt: isUnderWay(stored) ? null : (finishedAt?.toISOString() ?? null),
  };
}
