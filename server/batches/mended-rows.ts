// How many rejected rows of a batch have come back mended, in files that name its receipt. Counted when it is read, from what those
// files say of themselves: nothing has to be kept in step.
import type { Context } from '../context.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';

type Mending = Pick<StoredBatch, 'mends' | 'counts' | 'state' | 'startedAt'>;

/** for the receipts of one page; whoever sends so many has nothing left to mend */
const mostFiles = 2000;

/** Rows by the receipt of these batches; of those that nothing mends, none. */
export async function mendedRows(
  { db }: Pick<Context, 'db'>,
  survey: string,
  batches: readonly Pick<StoredBatch, 'receipt' | 'counts'>[],
): Promise<ReadonlyMap<string, number>> {
  const receipts = batches
    .filter(({ counts }) => counts.rejected > 0)
    .map(({ receipt }) => receipt);
  if (receipts.length === 0) return new Map();
  const files = await db
    .model(storedBatches)
    .find({ survey, mends: { $in: receipts } }, { mends: 1, counts: 1, state: 1, startedAt: 1 })
    .limit(mostFiles)
    .lean<Mending[]>();
  // what a file under way has judged may not be stored yet
  const standing = files.filter(({ state }) => state === 'done' || state === 'interrupted');
  const byReceipt = new Map(receipts.map((receipt): [string | null, Mending[]] => [receipt, []]));
  for (const file of standing) byReceipt.get(file.mends)?.push(file);
  return new Map(receipts.map((receipt) => [receipt, sumOf(byReceipt.get(receipt) ?? [])]));
}

/** In the first file a row that was known or left out is settled as well; in a later one it has been counted before. */
function sumOf(files: readonly Mending[]): number {
  const [first, ...later] = files.toSorted((a, b) => a.startedAt.getTime() - b.startedAt.getTime());
  if (!first) return 0;
  const { accepted, same, skipped } = first.counts;
  return later.reduce((sum, { counts }) => sum + counts.accepted, accepted + same + skipped);
}
