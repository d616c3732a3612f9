// What people call the state of a batch, and what its rejected rows still ask for.
import type { Batch } from '../../shared/api/batches.ts';

export type StateKey =
  | 'complete'
  | 'toFix'
  | 'outside'
  | 'mended'
  | 'mending'
  | 'withdrawing'
  | 'bringing-back'
  | Exclude<Batch['state'], 'done'>;

type Judged = Pick<Batch, 'counts' | 'errors' | 'mended'>;

/** The rejected rows, by what is to be done with them. */
export interface RejectedRows {
  /** by this office */
  readonly toFix: number;
  /** by the office of their province */
  readonly outside: number;
  /** nothing: they have come back in another file and are stored */
  readonly mended: number;
}

export function rejectedRows({ counts, errors, mended }: Judged): RejectedRows {
  const left = counts.rejected - mended;
  const outside = Math.min(errors['outside-scope'] ?? 0, left);
  return { toFix: left - outside, outside, mended };
}

/** What still waits here: the rows of a file of mended ones are counted with the receipt that they come from. */
export function rowsToFix(batch: Judged & Pick<Batch, 'mends'>): number {
  return batch.mends === null ? rejectedRows(batch).toFix : 0;
}

/** A batch that is done has rows to fix here, rows for others, or none. */
export function stateOf(
  batch: Judged & Pick<Batch, 'state' | 'mends'> & Partial<Pick<Batch, 'withdrawal'>>,
): StateKey {
  const step = batch.withdrawal?.state;
  if (step === 'withdrawing' || step === 'bringing-back') return step;
  if (batch.state !== 'done') return batch.state;
  if (batch.counts.rejected === 0) return 'complete';
  if (batch.mends !== null) return 'mending';
  const { toFix, outside } = rejectedRows(batch);
  if (toFix > 0) return 'toFix';
  return outside > 0 ? 'outside' : 'mended';
}
