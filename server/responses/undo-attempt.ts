// Takes back what one attempt of a load has stored and nobody else was told of. Can be begun again at any point, by anyone.
//
//   A response leaves by one write that finds it without an heir, and leaves a mark (left-mark.ts).
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { type Doubting, settleDoubt } from './doubt.ts';
import { leave } from './left-mark.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const pageSize = 500;

export interface Attempt {
  readonly batch: string;
  readonly attempt: string;
}

type Leaving = Doubting & Pick<Context, 'now'>;
type Undoing = Pick<Context, 'db' | 'facts' | 'now'>;
type Owned = Pick<StoredResponse, '_id' | 'version' | 'row' | 'attempt' | 'heir'>;
const ownedFields = { version: 1, row: 1, attempt: 1, heir: 1 } as const;

/** Returns the batches that have become owners of what this one let go. */
export async function undoAttempt(context: Undoing, undone: Attempt): Promise<Set<string>> {
  const heirs = new Set<string>();
  // what others own and it is the heir of may become its own meanwhile, and the other way round
  for (let found = true; found; ) {
    const owned = await takeBackOwned(context, undone, heirs);
    const inherited = await giveUpInherited(context, undone);
    found = owned || inherited;
  }
  return heirs;
}

async function giveUpInherited({ db }: Undoing, { attempt }: Attempt): Promise<boolean> {
  const { modifiedCount } = await db
    .model(storedResponses)
    .updateMany({ 'heir.attempt': attempt }, { $unset: { heir: 1 } });
  return modifiedCount > 0;
}

async function takeBackOwned(
  context: Undoing,
  undone: Attempt,
  heirs: Set<string>,
): Promise<boolean> {
  let any = false;
  for await (const page of ownedPages(context, undone)) {
    any = true;
    const free = page.filter(({ heir }) => !heir);
    const inherited = page.filter(({ heir }) => heir);
    await takeBack(context, undone, free);
    // beside each other: the embedded database makes them durable in one go
    await Promise.all(inherited.map((owned) => handOver(context, owned, heirs)));
  }
  return any;
}

/** What the attempt owns, in the order of its rows. */
async function* ownedPages({ db }: Undoing, { batch, attempt }: Attempt): AsyncGenerator<Owned[]> {
  let after = 0;
  for (;;) {
    const page = await db
      .model(storedResponses)
      .find({ batch, row: { $gt: after } }, ownedFields)
      .sort({ row: 1 })
      .limit(pageSize)
      .lean<Owned[]>();
    const owned = page.filter((one) => one.attempt === attempt);
    if (owned.length > 0) yield owned;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.row ?? 0;
  }
}

/** Those that have got an heir meanwhile stay. */
async function takeBack(
  context: Undoing,
  { attempt }: Attempt,
  owned: readonly Owned[],
): Promise<void> {
  if (owned.length === 0) return;
  const { db, facts, now } = context;
  const responses = db.model(storedResponses);
  const among = { _id: { $in: owned.map(({ _id }) => _id) } };
  await responses
    .updateMany({ ...among, attempt, heir: null } as object, leave(now()))
    .catch((error: unknown) => {
      void settleDoubt(
        context,
        owned.map(({ _id, version }) => ({ _id, version: version + 1 })),
      );
      throw error;
    });
  const left = await responses
    .find({ ...among, leaving: true } as object, countableFields)
    .lean<Countable[]>();
  for (const mark of left) facts.put(mark);
}

/** It becomes its heir's: counted, or held, as they need it. */
async function handOver(
  context: Leaving,
  { _id, version, attempt, heir }: Pick<Owned, '_id' | 'version' | 'attempt' | 'heir'>,
  heirs: Set<string>,
): Promise<void> {
  if (!heir) return;
  const { held, attempt: next, ...origin } = heir;
  const after = await context.db
    .model(storedResponses)
    .findOneAndUpdate(
      { _id, attempt, 'heir.attempt': next ?? null } as object,
      {
        $set: {
          ...origin,
          ...(next && { attempt: next }),
          ...(held && { held }),
          changedAt: context.now(),
        },
        $unset: { heir: 1, ...(!next && { attempt: 1 }), ...(!held && { held: 1 }) },
        $inc: { version: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean<StoredResponse>()
    .catch((error: unknown) => {
      void settleDoubt(context, [{ _id, version: version + 1 }]);
      throw error;
    });
  if (!after) return; // looked at again at the next pass
  context.facts.put(after);
  if (after.batch) heirs.add(after.batch);
}

/** A row that is held for an attempt that has ended: nobody comes for it any more. */
export async function freeLeftHeld(
  context: Leaving,
  left: Pick<Owned, '_id' | 'version' | 'attempt' | 'heir'>,
): Promise<void> {
  const { _id, attempt, heir } = left;
  if (heir) return handOver(context, left, new Set());
  await context.db
    .model(storedResponses)
    .updateOne({ _id, attempt, held: true, heir: null } as object, leave(context.now()));
}
