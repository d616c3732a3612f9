// Whether what a batch says of itself is what its rows say, and what is stored of it. Only finished ones: the others still change.
import type { Database } from '../db/database.ts';
import { countOfBatch } from '../responses/every-response.ts';
import {
  type StoredBatch,
  type StoredRowBlock,
  storedBatches,
  storedRowBlocks,
} from './batch.model.ts';

type Finished = Pick<StoredBatch, '_id' | 'name' | 'state' | 'counts'>;

/** @returns how many were looked at */
export async function batchesThatDiffer(
  db: Database,
  differs: (line: string) => void,
): Promise<number> {
  const finished = await db
    .model(storedBatches)
    .find({ state: { $in: ['done', 'withdrawn'] } }, { name: 1, state: 1, counts: 1 })
    .lean<Finished[]>();
  for (const batch of finished) {
    const say = (what: string) => differs(`batches: ${batch._id} ${what}`);
    await compareRows(db, batch, say);
    const stored = await countOfBatch(db, batch._id);
    // rows of a withdrawn one that came again belong to the file that they came in
    const gone = batch.state === 'withdrawn' && stored < batch.counts.accepted;
    if (stored !== batch.counts.accepted && !gone)
      say(`says ${batch.counts.accepted} accepted, stored are ${stored}`);
  }
  return finished.length;
}

async function compareRows(
  db: Database,
  { _id, counts }: Finished,
  say: (what: string) => void,
): Promise<void> {
  const blocks = await db
    .model(storedRowBlocks)
    .find({ batch: _id }, { outcomes: 1 })
    .lean<Pick<StoredRowBlock, 'outcomes'>[]>();
  const sum = (outcome: keyof StoredRowBlock['outcomes']) =>
    blocks.reduce((n, { outcomes }) => n + (outcomes[outcome] ?? 0), 0);
  const rows = {
    accepted: sum('accept'),
    same: sum('same'),
    rejected: sum('reject'),
    skipped: sum('skip'),
  };
  for (const [count, inRows] of Object.entries(rows))
    if (counts[count as keyof typeof rows] !== inRows)
      say(`says ${counts[count as keyof typeof rows]} ${count}, its rows say ${inRows}`);
}
