// A load that did not come to its end: what is left of its batch, and what the sender is told.
import type { RowTally } from '../../shared/batch/tally.ts';
import { isStorageUnavailable } from '../db/failures.ts';
import { Problem, problem } from '../http/problem.ts';
import { isAnyStored } from '../responses/of-batch.ts';
import { holdsRows, type StoredBatch } from './batch.model.ts';
import type { BatchStore, LoadProgress } from './batch-store.ts';
import { endLateWrites, finishUndoing } from './end-batch.ts';
import type { LoadKey, LoadRequest } from './load-request.ts';
import { newBatch } from './load-request.ts';
import { moveRecounted } from './recount-batch.ts';
import { isRefusal } from './refusal.ts';

export interface BrokenLoad {
  readonly request: LoadRequest;
  readonly key: LoadKey;
  readonly store: BatchStore;
  /** null when its table was not found yet */
  readonly batch: StoredBatch | null;
  readonly tally: RowTally;
  /** its counts may be other than what is stored: rows belong to others who are still loading, or a write failed */
  readonly uncertain: boolean;
  /** bytes of the file that arrived */
  readonly bytes: number;
  /** stores the rows that have arrived whole */
  readonly write: () => Promise<void>;
}

export interface EndOfLoad {
  /** what the sender is told */
  readonly error: unknown;
  /** the batch says what became of it; else somebody has yet to see to that */
  readonly ended: boolean;
}

/** Leaves the batch as what became of it. */
export async function endBrokenLoad(error: unknown, load: BrokenLoad): Promise<EndOfLoad> {
  // its beginning may have been stored without anybody hearing of it
  if (!load.batch && isStorageUnavailable(error)) return { error, ended: false };
  try {
    if (load.store.lost) {
      await endLateWrites(load.request.context, load.key);
      return { error, ended: true };
    }
    const told = isRefusal(error) ? await refuse(error, load) : await interrupt(error, load);
    return { error: told, ended: true };
  } catch (failure) {
    load.request.context.log.warn(
      { err: failure, batch: load.key.batch },
      'a batch could not be ended yet',
    );
    return { error, ended: false };
  }
}

async function refuse(error: Problem, load: BrokenLoad): Promise<unknown> {
  if (!load.batch) return error;
  const keepsRows = error.type === 'all-or-nothing';
  const refused = await undo(load, { endsAs: 'refused', keepsRows });
  if (!keepsRows) return error;
  const { counts, errors, skips } = refused ?? load.tally;
  return problem('all-or-nothing', {
    ...error.extra,
    batch: load.key.batch,
    counts,
    errors,
    skips,
  });
}

async function interrupt(error: unknown, load: BrokenLoad): Promise<unknown> {
  const { request, store, key, bytes } = load;
  if (!load.batch) {
    // cut off before the table was found; a problem instead says why nothing began
    if (error instanceof Problem) return error;
    await store.noteCutOff({ ...newBatch(request, key, null), bytes });
    return error;
  }
  if (holdsRows(load.batch)) {
    await undo(load, { endsAs: 'interrupted', keepsRows: false });
    return error;
  }
  await load.write();
  const progress = progressOf(load.tally, bytes);
  if (load.uncertain || (await storesMore(load))) {
    await store.writeProgress(progress);
    await moveRecounted(request.context, key, { from: 'loading', to: 'interrupted' });
  } else await store.move('loading', 'interrupted', progress);
  return error;
}

async function undo(
  { store, tally, bytes, request }: BrokenLoad,
  undoing: NonNullable<StoredBatch['undo']>,
): Promise<StoredBatch | null> {
  const progress = { ...progressOf(tally, bytes), undo: undoing };
  return await finishUndoing(request.context, await store.move('loading', 'undoing', progress));
}

/** Whether rows are stored behind those that are listed: by an earlier load of the file, or by a write that failed half-way. */
async function storesMore({ request, key, store }: BrokenLoad): Promise<boolean> {
  return await isAnyStored(request.context, key.batch, store.lastRow);
}

/** What a batch says of how far it came. */
export function progressOf(
  { counts, errors, warnings, skips, corrected }: RowTally,
  bytes: number,
): LoadProgress {
  return { counts, errors, warnings, skips, corrected, bytes };
}
