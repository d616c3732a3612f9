// Taking a whole batch out of the count, and bringing it back: begun by one update of its document, after its entry in the record, and
// carried out by `carryWithdrawal`. Whoever asks waits for the end for a while, and is told how far it is then.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { User } from '../../shared/api/session.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import type { WorkLease } from '../leases/leases.ts';
import { leaseOfBatch } from '../leases/under-way.ts';
import {
  reasonsInHistories,
  type StoredBatch,
  type StoredWithdrawal,
  storedBatches,
} from './batch.model.ts';
import { isEnding, isOutOfCount } from './batch-on-the-wire.ts';
import { carryWithdrawal, inWithdrawal } from './carry-withdrawal.ts';
import { previewWithdrawal, refuseApproved, refuseOutOfScope } from './preview-withdrawal.ts';

/** how long whoever asks waits for the end */
const waitMs = 25_000;
const againMs = 100;

interface Asking {
  readonly user: User;
  readonly audit: Audit;
}

/** @throws batch-loading, batch-state, rows-approved, not-ready; not-allowed when it holds what is out of scope */
export async function withdrawBatch(
  context: Context,
  batch: StoredBatch,
  { user, audit, reason }: Asking & { readonly reason: string },
): Promise<StoredBatch> {
  return await ended(context, batch, {
    isThere: ({ state }) => state === 'withdrawn',
    isUnderWay: ({ state }) => state === 'withdrawing',
    begin: async (now) => {
      const { _id, state } = now;
      if (state === 'loading' || isEnding(state)) throw problem('batch-loading');
      if (state !== 'done' && state !== 'interrupted')
        throw problem('batch-state', { detail: 'Nothing of it is stored.', state });
      const preview = await previewWithdrawal(context, now, user);
      await refuseOutOfScope(context, now, user);
      refuseApproved(preview);
      const { responses: total, kept } = preview;
      // the reason stands where it can be erased, in the batch alone
      const said = { survey: now.survey, responses: total };
      await audit.note({
        what: 'batch-withdrawn',
        on: `batch:${_id}`,
        changes: auditedChanges({}, said),
      });
      const withdrawal: StoredWithdrawal = {
        ...{ by: user.username, office: user.office, reason, at: context.now() },
        ...{ from: state, approvedToo: preview.approvedToo, total, kept },
        ...{ done: 0, left: 0, lastRow: 0, broughtBack: null },
        inHistories: reasonsInHistories(now.withdrawal),
      };
      await begin(context, now, { state: 'withdrawing', withdrawal });
    },
  });
}

/** @throws not-ready */
export async function bringBatchBack(
  context: Context,
  batch: StoredBatch,
  { user, audit }: Asking,
): Promise<StoredBatch> {
  return await ended(context, batch, {
    isThere: ({ state }) => !isOutOfCount(state),
    isUnderWay: ({ state }) => state === 'bringing-back',
    begin: async (now) => {
      const { _id, survey, withdrawal } = now;
      if (!withdrawal) throw new Error(`the batch ${_id} does not say why it is withdrawn`);
      const changes = auditedChanges({}, { survey });
      await audit.note({ what: 'batch-brought-back', on: `batch:${_id}`, changes });
      const broughtBack = { by: user.username, office: user.office, at: context.now() };
      const total = withdrawal.done + withdrawal.left;
      await begin(context, now, {
        state: 'bringing-back',
        // field by field: its reason may be erased meanwhile
        ...inWithdrawal({ broughtBack, total, done: 0, lastRow: 0 }),
      });
    },
  });
}

interface Way {
  readonly isThere: (batch: StoredBatch) => boolean;
  readonly isUnderWay: (batch: StoredBatch) => boolean;
  /** under the lease of the batch, as it is then */
  readonly begin: (batch: StoredBatch) => Promise<void>;
}

/** Begins it unless it was begun, and waits. Asked again, also beside each other, it is begun once. */
async function ended(context: Context, { _id }: StoredBatch, way: Way): Promise<StoredBatch> {
  const until = performance.now() + waitMs;
  for (;;) {
    const batch = await context.db.model(storedBatches).findById(_id).lean<StoredBatch>();
    if (!batch) throw problem('not-found');
    if (way.isThere(batch)) return batch;
    const isLate = performance.now() > until;
    if (isLate && way.isUnderWay(batch)) return batch;
    if (isLate) throw problem('not-ready', { retryAfter: 5, detail: 'Others are at this batch.' });
    if (!way.isUnderWay(batch)) {
      const lease = await context.leases.take(leaseOfBatch(_id), randomUUID());
      if (lease) await beginUnder(context, lease, _id, { ...way, until });
      else if (batch.state === 'loading') throw problem('batch-loading');
    }
    await wait(againMs);
  }
}

async function beginUnder(
  context: Context,
  lease: WorkLease,
  id: string,
  way: Way & { readonly until: number },
): Promise<void> {
  try {
    // between the look and the lease another request may have begun it, and ended it
    const now = await context.db.model(storedBatches).findById(id).lean<StoredBatch>();
    const isToBegin = now && !way.isThere(now) && !way.isUnderWay(now);
    // what others have left half-way is brought to its end first
    if (isToBegin && !isHalfWay(now)) await way.begin(now);
  } catch (error) {
    // nothing was begun, or nobody knows: whoever watches looks at the batch
    lease.abandon();
    throw error;
  }
  const carried = carryWithdrawal(context, lease, id);
  // looking through many rows before has taken its part of it
  await Promise.race([carried, wait(Math.max(0, way.until - performance.now()))]);
}

const isHalfWay = ({ state }: StoredBatch): boolean =>
  state === 'withdrawing' || state === 'bringing-back';

/** Nobody else moves a batch whose lease is held. */
async function begin(
  { db, now }: Context,
  { _id, state }: StoredBatch,
  to: Readonly<Record<string, unknown>>,
): Promise<void> {
  await db.model(storedBatches).updateOne({ _id, state }, { $set: { ...to, changedAt: now() } });
}
