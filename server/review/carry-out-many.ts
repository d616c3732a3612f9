// Carries a decision of many out, block by block. Each step is an ordinary decision under the action's own id, so taking it twice is
// taking it once; a block counts by an update that names how many were counted before, so whoever is at it, nothing counts twice.
// Before each block the person is asked for as they are then, and the document for what its maker wants by now.
import type { Context } from '../context.ts';
import { throughElection } from '../db/through-election.ts';
import type { WorkLease } from '../leases/leases.ts';
import { mayNow } from '../users/may-now.ts';
import {
  type StoredDecisionOfMany,
  stepBlockId,
  storedDecisionsOfMany,
} from './decision-of-many.model.ts';
import { noteEnd } from './note-end-of-many.ts';
import { decideBlock, settleBlock, takeBackBlock, withSkipped } from './step-block.ts';

/** Until it has ended, or the server stops: the next start goes on then. Never rejects. */
export async function carryOut(context: Context, lease: WorkLease, id: string): Promise<void> {
  const { stopping, log } = context;
  try {
    for (;;) {
      const hasEnded = await throughElection(() => goOn(context, id), { stopping });
      if (hasEnded) break;
      // nobody is to wait for what the next start does
      if (stopping.aborted) return lease.abandon();
    }
    await lease.release();
  } catch (err) {
    log.warn({ err, action: id }, 'a decision of many could not be gone on with yet');
    lease.abandon();
  }
}

/** One block. True: there is nothing left to do. */
async function goOn(context: Context, id: string): Promise<boolean> {
  const now = await context.db
    .model(storedDecisionsOfMany)
    .findById(id)
    .lean<StoredDecisionOfMany>();
  if (!now || !isUnderWay(now)) return true;
  const { by: username, scope } = now;
  const { user, why } = await mayNow(context, { username, verb: 'decide', scope });
  if (now.state === 'deciding') {
    if (why || now.wanted !== 'decide') await stopDeciding(context, now, why);
    else if (now.decidedBlocks === now.blocks) await end(context, now, { state: 'done' });
    else {
      const block = { action: now, no: now.decidedBlocks, user };
      await count(context, now, await decideBlock(context, block));
    }
  } else if (why) await end(context, now, { state: 'stopped', stopped: why });
  else if (now.takenBackBlocks === now.decidedBlocks)
    await end(context, now, { state: 'taken-back' });
  else {
    const block = { action: now, no: now.takenBackBlocks, user };
    await count(context, now, await takeBackBlock(context, block));
  }
  return false;
}

export const isUnderWay = ({ state }: Pick<StoredDecisionOfMany, 'state'>): boolean =>
  state === 'deciding' || state === 'taking-back';

type Counted = Awaited<ReturnType<typeof decideBlock>>;

async function count(context: Context, now: StoredDecisionOfMany, counted: Counted) {
  const isDeciding = now.state === 'deciding';
  await move(context, now, {
    ...withSkipped(now, counted.skipped),
    ...(isDeciding
      ? { decidedBlocks: now.decidedBlocks + 1, done: now.done + counted.done }
      : { takenBackBlocks: now.takenBackBlocks + 1, takenBack: now.takenBack + counted.done }),
  });
}

/** A block that was begun, by a process that was killed in it, is counted as far as it came. */
async function stopDeciding(
  context: Context,
  now: StoredDecisionOfMany,
  why: StoredDecisionOfMany['stopped'] | undefined,
): Promise<void> {
  const hasMore = now.decidedBlocks < now.blocks;
  const counted = hasMore ? await settleBlock(context, stepBlockId(now._id, now.decidedBlocks)) : 0;
  const asFar = {
    decidedBlocks: now.decidedBlocks + (hasMore ? 1 : 0),
    done: now.done + counted,
  };
  if (!why && now.wanted === 'take-back')
    await move(context, now, { ...asFar, state: 'taking-back' });
  else await end(context, now, { ...asFar, state: 'stopped', stopped: why ?? 'asked' });
}

type Change = Partial<StoredDecisionOfMany>;

/** The record hears of the end before it is one. */
async function end(context: Context, now: StoredDecisionOfMany, change: Change): Promise<void> {
  await noteEnd(context, { ...now, ...change });
  await move(context, now, { ...change, finishedAt: context.now() });
}

/** Only from what was read: what somebody else has done, or wants, since then is read at the next turn. */
async function move(
  { db, now: clock }: Context,
  { _id, state, wanted, decidedBlocks, takenBackBlocks }: StoredDecisionOfMany,
  change: Change,
): Promise<void> {
  await db
    .model(storedDecisionsOfMany)
    .updateOne(
      { _id, state, wanted, decidedBlocks, takenBackBlocks },
      { $set: { ...change, changedAt: clock() } },
    );
}
