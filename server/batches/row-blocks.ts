// Rows in the blocks that they are kept in.
import type { SkipCode } from '../../shared/batch/judge-record.ts';
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

/** The row of a response whose words are gone: its outcome, its codes and what is counted of it stay. */
export function withoutCells({ violations, ...row }: StoredRow): StoredRow {
  const codes = violations.map(({ code, column }) => ({ code, column }));
  return { ...row, violations: codes, cells: [], erased: true };
}

/** What was sent under the id of such a response, and says something else: nothing of it is stored. */
export function leftOutAsErased(row: StoredRow): StoredRow {
  const violations = [{ code: 'erased' satisfies SkipCode, column: null }];
  return { ...withoutCells(row), outcome: 'skip', violations, responseId: null };
}

/** Finds a block as long as nothing was erased from it since it was read. */
export function asRead({ _id, erasures }: StoredRowBlock): object {
  return { _id, erasures: erasures ?? { $exists: false } };
}
