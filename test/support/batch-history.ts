// The history of batches: what was said of each, by the answer to its upload and by every later look, and whether it stayed true.

import type { StoredBatch } from '../../server/batches/batch.model.ts';
import type { BatchState, Counts } from '../../shared/api/batches.ts';
import { groupedBy } from './history.ts';

export interface SaidOfBatch {
  readonly batch: string;
  /** monotonic milliseconds */
  readonly from: number;
  readonly to: number;
  readonly state: BatchState;
  readonly counts: Counts;
}

/** What is stored of a batch in the end. */
export interface StoredOfBatch {
  readonly state: StoredBatch['state'];
  readonly counts: Counts;
  /** responses */
  readonly responses: number;
}

/** Once `done`, always done and with the same counts; and in the end what it says is what is stored. */
export function faultsOfBatches(
  said: readonly SaidOfBatch[],
  stored: ReadonlyMap<string, StoredOfBatch>,
): string[] {
  const faults: string[] = [];
  for (const [batch, all] of groupedBy(said, (one) => one.batch)) {
    const end = stored.get(batch);
    const done = all.filter(({ state }) => state === 'done');
    if (done.length > 0 && end?.state !== 'done')
      faults.push(`${batch}: was done, and is ${end?.state ?? 'gone'}`);
    for (const first of done)
      for (const later of all)
        if (later.from > first.to && !isSame(first, later))
          faults.push(`${batch}: ${sentence(first)}, later ${sentence(later)}`);
    for (const one of done)
      if (end && !isSame(one, end)) faults.push(`${batch}: ${sentence(one)}, now ${sentence(end)}`);
  }
  for (const [batch, end] of stored) {
    if (['loading', 'storing', 'undoing'].includes(end.state))
      faults.push(`${batch}: still loading`);
    if (end.counts.accepted !== end.responses)
      faults.push(`${batch}: ${sentence(end)}, and ${end.responses} are stored`);
  }
  return faults;
}

type Said = Pick<StoredOfBatch, 'state' | 'counts'>;

const isSame = (a: Said, b: Said): boolean => sentence(a) === sentence(b);

const sentence = ({ state, counts: { rows, accepted, same, rejected, skipped, blank } }: Said) =>
  `${state} ${JSON.stringify({ rows, accepted, same, rejected, skipped, blank })}`;
