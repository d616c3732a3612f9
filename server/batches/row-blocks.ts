// Rows in the blocks that they are kept in.
import type { StoredRow, StoredRowBlock } from './batch.model.ts';

/** undefined: there are no rows */
export function toBlock(batch: string, rows: readonly StoredRow[]): StoredRowBlock | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const _id = `${batch}:${String(first.row).padStart(9, '0')}`;
  return { _id, batch, firstRow: first.row, outcomes: outcomesOf(rows), rows };
}

export function outcomesOf(rows: readonly StoredRow[]): StoredRowBlock['outcomes'] {
  const outcomes = { accept: 0, same: 0, reject: 0, skip: 0 };
  for (const { outcome } of rows) outcomes[outcome]++;
  return outcomes;
}
