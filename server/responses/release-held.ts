// What an all-or-nothing load has held is let into the count, once its batch is bound to come to its end. A list of steps that
// can be begun again at any point, by anyone.
import type { Context } from '../context.ts';
import { type Countable, countableFields } from '../facts/countable.ts';
import { asHeir } from './lean-on.ts';
import { type Heir, type Origin, type StoredResponse, storedResponses } from './response.model.ts';
import type { Attempt } from './undo-attempt.ts';

const pageSize = 500;

type Releasing = Pick<Context, 'db' | 'facts' | 'now'>;
type Inherited = Pick<StoredResponse, '_id' | 'held' | keyof Origin> & { readonly heir: Heir };
const inheritedFields = {
  office: 1,
  by: 1,
  batch: 1,
  row: 1,
  line: 1,
  attempt: 1,
  held: 1,
  heir: 1,
} as const;

type Held = Countable & Pick<StoredResponse, 'row' | 'attempt'>;

/** Returns how many of the attempt's responses are stored, and whether others were met in the same rows. */
export async function releaseHeld(
  context: Releasing,
  attempt: Attempt,
): Promise<{ stored: number; met: boolean }> {
  let met = false;
  for (;;) {
    // first what it leans on: what is handed over from now on counts at once
    const taken = await takeInherited(context, attempt);
    const leaning = await countInherited(context, attempt);
    met ||= taken + leaning > 0;
    const { stored, released } = await releaseOwned(context, attempt);
    if (taken + released === 0) return { stored, met };
  }
}

/** What others hold and this attempt is the heir of becomes its own, and they its heirs. Returns how many. */
async function takeInherited(context: Releasing, { attempt }: Attempt): Promise<number> {
  for (let taken = 0; ; ) {
    const page = await context.db
      .model(storedResponses)
      .find({ 'heir.attempt': attempt, held: true }, inheritedFields)
      .limit(pageSize)
      .lean<Inherited[]>();
    if (page.length === 0) return taken;
    // beside each other: the embedded database makes them durable in one go
    await Promise.all(page.map((one) => takeOne(context, one, attempt)));
    taken += page.length;
  }
}

async function takeOne(
  { db, facts, now }: Releasing,
  before: Inherited,
  attempt: string,
): Promise<void> {
  const { held: _held, ...origin } = before.heir;
  const after = await db
    .model(storedResponses)
    .findOneAndUpdate(
      { _id: before._id, attempt: before.attempt, held: true, 'heir.attempt': attempt } as object,
      {
        $set: { ...origin, heir: asHeir(before), changedAt: now() },
        $unset: { held: 1 },
        $inc: { version: 1 },
      },
      { returnDocument: 'after' },
    )
    .lean<Countable>();
  if (after) facts.put(after);
}

async function countInherited({ db }: Releasing, { attempt }: Attempt): Promise<number> {
  const inherited = { 'heir.attempt': attempt };
  const counted = { $set: { 'heir.held': false } };
  return (await db.model(storedResponses).updateMany(inherited, counted)).matchedCount;
}

async function releaseOwned(
  context: Releasing,
  { batch, attempt }: Attempt,
): Promise<{ stored: number; released: number }> {
  const responses = context.db.model(storedResponses);
  let [after, stored, released] = [0, 0, 0];
  for (;;) {
    const page = await responses
      .find({ batch, row: { $gt: after } }, { ...countableFields, row: 1, attempt: 1 })
      .sort({ row: 1 })
      .limit(pageSize)
      .lean<Held[]>();
    const own = page.filter((one) => one.attempt === attempt);
    const held = own.filter((one) => one.held).map(({ _id }) => _id);
    // also those that an earlier beginning has let in and nobody heard of
    for (const response of own) if (!response.held) context.facts.put(response);
    await release(context, attempt, held);
    stored += own.length;
    released += held.length;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return { stored, released };
    after = last.row ?? 0;
  }
}

async function release(
  { db, facts, now }: Releasing,
  attempt: string,
  held: readonly string[],
): Promise<void> {
  if (held.length === 0) return;
  const responses = db.model(storedResponses);
  const among = { _id: { $in: held } };
  await responses.updateMany(
    { ...among, attempt, held: true },
    { $set: { changedAt: now() }, $unset: { held: 1 }, $inc: { version: 1 } },
  );
  const counted = await responses.find(among, countableFields).lean<Countable[]>();
  for (const response of counted) facts.put(response);
}
