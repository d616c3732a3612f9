// One block of the steps of a decision of many: decided, or taken back, all of it, as often as one likes.
import type { SkipReason } from '../../shared/api/decisions-of-many.ts';
import type { ProblemType } from '../../shared/api/problems.ts';
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { Problem } from '../http/problem.ts';
import { decidedUnder } from '../responses/outlines.ts';
import { decide } from './decide.ts';
import {
  type Skipped,
  type StoredDecisionOfMany,
  type StoredStepBlock,
  stepBlockId,
  storedStepBlocks,
} from './decision-of-many.model.ts';
import { takeBack } from './take-back.ts';

interface Block {
  readonly action: StoredDecisionOfMany;
  readonly no: number;
  /** who decides, as they are now */
  readonly user: User;
}

interface Counted {
  readonly done: number;
  readonly skipped: readonly Skipped[];
}

/** how many are named, of those that were left as they are */
const mostNamed = 100;

/** what a step may be answered without the action coming to its end */
const skips: Partial<Record<ProblemType, SkipReason>> = {
  // nobody is waited for who could mend it
  'response-erased': 'not-waiting',
  'response-withdrawn': 'not-waiting',
  'own-response': 'own-response',
  'own-decision': 'own-decision',
  'national-decision': 'national-decision',
  'decision-conflict': 'changed',
  'not-found': 'not-found',
  'too-many-requests': 'decided-often',
};

export async function decideBlock(context: Context, { action, no, user }: Block): Promise<Counted> {
  const { _id: id, survey, decision, reason } = action;
  const blockId = stepBlockId(id, no);
  const { steps } = await readBlock(context, blockId);
  const outcomes = await Promise.all(
    steps.map(async (step) => {
      const said = { id, decision, reason, version: step.version };
      const why =
        step.why ?? (await whySkipped(() => decide(context, { survey, id: step.id }, said, user)));
      return { id: step.id, why };
    }),
  );
  const skipped = skippedOf(outcomes);
  await leave(
    context,
    blockId,
    skipped.map((one) => one.id),
  );
  return { done: steps.length - skipped.length, skipped };
}

/** How many of a block that was begun and is not gone on with are decided; the others are left. */
export async function settleBlock(context: Context, blockId: string): Promise<number> {
  const { _id, steps } = await readBlock(context, blockId);
  const action = blockId.slice(0, blockId.indexOf(':'));
  const ids = steps.map(({ id }) => id);
  const decided = await decidedUnder(context, ids, action);
  await leave(
    context,
    _id,
    ids.filter((id) => !decided.has(id)),
  );
  return decided.size;
}

/** What others have done with since stays, and is named. */
export async function takeBackBlock(
  context: Context,
  { action, no, user }: Block,
): Promise<Counted> {
  const { _id: decision, survey } = action;
  const { steps, left = [] } = await readBlock(context, stepBlockId(decision, no));
  const decided = steps.filter(({ id }) => !left.includes(id));
  const outcomes = await Promise.all(
    decided.map(async ({ id }) => {
      const why = await whySkipped(() => takeBack(context, { survey, id, decision }, user));
      return { id, why: why === 'changed' ? 'decided-since' : why };
    }),
  );
  const skipped = skippedOf(outcomes);
  return { done: decided.length - skipped.length, skipped };
}

const skippedOf = (
  outcomes: readonly { readonly id: string; readonly why: SkipReason | undefined }[],
): Skipped[] => outcomes.flatMap(({ id, why }) => (why ? [{ id, why }] : []));

/** What the action says of those that are left as they are, with these. */
export function withSkipped(
  { why, exceptions }: StoredDecisionOfMany,
  skipped: readonly Skipped[],
): Pick<StoredDecisionOfMany, 'why' | 'exceptions'> {
  const counts = { ...why };
  for (const one of skipped) counts[one.why] = (counts[one.why] ?? 0) + 1;
  return { why: counts, exceptions: [...exceptions, ...skipped].slice(0, mostNamed) };
}

/** undefined: it was done. @throws what is no answer to this one step */
async function whySkipped(step: () => Promise<unknown>): Promise<SkipReason | undefined> {
  try {
    await step();
    return undefined;
  } catch (error) {
    const why = error instanceof Problem ? skips[error.type] : undefined;
    if (!why) throw error;
    return why;
  }
}

async function readBlock({ db }: Pick<Context, 'db'>, id: string): Promise<StoredStepBlock> {
  const block = await db.model(storedStepBlocks).findById(id).lean<StoredStepBlock>();
  if (!block) throw new Error(`the steps ${id} of a decision of many are gone`);
  return block;
}

async function leave({ db }: Pick<Context, 'db'>, _id: string, left: readonly string[]) {
  await db.model(storedStepBlocks).updateOne({ _id }, { $set: { left } });
}
