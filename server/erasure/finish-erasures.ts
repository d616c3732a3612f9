// A while after an erasure its copies are looked for once more: whoever had read the words before may have written them since. Files that
// were being read are waited for. What a stopped server began is brought to its end the same way.

import { isLoadingSince } from '../batches/erase-rows.ts';
import type { Context } from '../context.ts';
import { eraseCopies } from './erase.ts';
import { type StoredErasure, storedErasures } from './erasure.model.ts';

type Finishing = Pick<Context, 'db' | 'facts' | 'now'>;

/** no request that has read something writes it so late */
const settledAfterMs = 60_000;
const atOnce = 200;

/** Brings what is old enough to its end. */
export async function finishErasures(context: Finishing): Promise<void> {
  const erasures = context.db.model(storedErasures);
  for (let after = ''; ; ) {
    const some = await erasures
      .find({ _id: { $gt: after } })
      .sort({ _id: 1 })
      .limit(atOnce)
      .lean<StoredErasure[]>();
    for (const survey of new Set(some.map((one) => one.survey)))
      await finish(
        context,
        survey,
        some.filter((one) => one.survey === survey),
      );
    const last = some.at(-1);
    if (!last || some.length < atOnce) return;
    after = last._id;
  }
}

async function finish(
  context: Finishing,
  survey: string,
  some: readonly StoredErasure[],
): Promise<void> {
  const until = new Date(context.now().getTime() - settledAfterMs);
  const settled = some.filter(({ at }) => at <= until);
  const last = new Date(Math.max(...settled.map(({ at }) => at.getTime())));
  if (settled.length === 0 || (await isLoadingSince(context, survey, last))) return;
  await eraseCopies(context, survey, settled);
  await context.db.withoutTraces();
  for (const { _id, at } of settled) await context.db.model(storedErasures).deleteOne({ _id, at });
}
