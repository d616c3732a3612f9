// A load that did not come to its end: what is left of its batch, and what the sender is told.
import { RowTally } from '../../shared/batch/tally.ts';
import { Problem, problem } from '../http/problem.ts';
import type { StoredBatch } from './batch.model.ts';
import type { BatchStore, LoadProgress } from './batch-store.ts';
import type { LoadRequest } from './load-request.ts';
import { newBatch } from './load-request.ts';
import { isRefusal } from './refusal.ts';

export interface BrokenLoad {
  readonly request: LoadRequest;
  readonly id: string;
  readonly store: BatchStore;
  /** null when its table was not found yet */
  readonly batch: StoredBatch | null;
  readonly tally: RowTally;
  /** bytes of the file that arrived */
  readonly bytes: number;
  /** stores the rows that have arrived whole */
  readonly write: () => Promise<void>;
}

/** Leaves the batch as what became of it, and gives what is to be thrown. */
export async function endBrokenLoad(error: unknown, load: BrokenLoad): Promise<unknown> {
  const { dryRun, context } = load.request;
  if (dryRun) return error;
  try {
    return isRefusal(error) ? await refuse(error, load) : await interrupt(error, load);
  } catch (failure) {
    // the database is gone: the batch is found as `loading` at the next start and marked then
    context.log.warn({ err: failure, batch: load.id }, 'a batch could not be ended');
    return error;
  }
}

async function refuse(error: Problem, load: BrokenLoad): Promise<unknown> {
  const { store, tally, bytes, id } = load;
  if (!load.batch) return error;
  await store.undo();
  const counted = error.type === 'all-or-nothing';
  if (!counted) await store.forgetRows();
  await store.update(progressOf(counted ? tally : new RowTally(), bytes), 'refused');
  const { counts, errors, skips } = tally;
  if (!counted) return error;
  return problem('all-or-nothing', { ...error.extra, batch: id, counts, errors, skips });
}

async function interrupt(error: unknown, load: BrokenLoad): Promise<unknown> {
  const { request, store, bytes, id } = load;
  if (!load.batch) {
    // cut off before the table was found; a problem instead says why nothing began
    if (error instanceof Problem) return error;
    await store.noteCutOff({ ...newBatch(request, id, null), bytes });
    return error;
  }
  if (request.fields.policy === 'all-or-nothing') {
    await store.undo();
    await store.forgetRows();
    await store.update(progressOf(new RowTally(), bytes), 'interrupted');
    return error;
  }
  await load.write();
  await store.update(progressOf(load.tally, bytes), 'interrupted');
  return error;
}

/** What a batch says of how far it came. */
export function progressOf(
  { counts, errors, warnings, skips }: RowTally,
  bytes: number,
): LoadProgress {
  return { counts, errors, warnings, skips, bytes };
}
