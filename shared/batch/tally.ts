// What a batch adds up to while its rows get their verdicts. Counts by code count rows, not occurrences.
import type { Counts } from '../api/batches.ts';
import { errorCodes } from '../survey/violation.ts';
import { mixedOrder } from './date-order.ts';
import type { RowVerdict } from './verdict.ts';

const errors: ReadonlySet<string> = new Set(errorCodes);
const counted = { accept: 'accepted', same: 'same', reject: 'rejected', skip: 'skipped' } as const;

export class RowTally {
  readonly counts: Counts = { rows: 0, accepted: 0, same: 0, rejected: 0, skipped: 0, blank: 0 };
  readonly errors: Record<string, number> = {};
  readonly warnings: Record<string, number> = {};
  readonly skips: Record<string, number> = {};
  /** rows that were mended before they were sent */
  corrected = 0;
  #otherOrder = 0;

  /** what all rows together say, beside what their first said of the table */
  get notes(): readonly { readonly code: string; readonly [parameter: string]: unknown }[] {
    return mixedOrder(this.#otherOrder);
  }

  add(row: Pick<RowVerdict, 'outcome' | 'violations' | 'corrected'>): void {
    const { outcome, violations } = row;
    this.counts.rows++;
    if (row.corrected) this.corrected++;
    this.counts[counted[outcome]]++;
    for (const code of new Set(violations.map((violation) => violation.code))) {
      const table =
        outcome === 'skip' ? this.skips : errors.has(code) ? this.errors : this.warnings;
      table[code] = (table[code] ?? 0) + 1;
    }
    if (violations.some(({ readsAs }) => readsAs !== undefined)) this.#otherOrder++;
  }

  addBlank(): void {
    this.counts.blank++;
  }
}
