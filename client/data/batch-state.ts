// What people call the state of a batch.
import type { Batch } from '../../shared/api/batches.ts';

export type StateKey = 'complete' | 'toFix' | Exclude<Batch['state'], 'done'>;

/** A batch that is done has rows to fix, or none. */
export function stateOf({ state, counts }: Pick<Batch, 'state' | 'counts'>): StateKey {
  if (state !== 'done') return state;
  return counts.rejected > 0 ? 'toFix' : 'complete';
}
