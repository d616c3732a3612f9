// What a checked file adds up to, as its batch will say it.
import type { Batch } from '../../../../shared/api/batches.ts';
import type { FileNote } from '../../../../shared/batch/file-note.ts';
import { RowTally } from '../../../../shared/batch/tally.ts';
import type { RowBook } from './row-book.ts';

export type CheckSummary = Pick<Batch, 'counts' | 'errors' | 'warnings' | 'skips' | 'corrected'> & {
  readonly notes: Batch['notes'];
  readonly left: number;
  /** rows that pass, with something to be said of them */
  readonly remarked: number;
};

export function summaryOf(
  book: RowBook,
  { blank, notes }: { readonly blank: number; readonly notes: readonly FileNote[] },
): CheckSummary {
  const tally = new RowTally();
  let left = 0;
  let remarked = 0;
  for (let row = 1; row <= book.size; row++) {
    const told = verdictOf(book, row);
    tally.add(told);
    if (told.outcome === 'accept' && told.violations.length > 0) remarked++;
    if (book.isLeftOut(row)) left++;
  }
  const { counts, errors, warnings, skips, corrected } = tally;
  return {
    counts: { ...counts, blank },
    errors,
    warnings,
    skips,
    corrected,
    left,
    remarked,
    notes: [...notes, ...tally.notes],
  };
}

/** What a row is told, without its words. */
export function verdictOf(book: RowBook, row: number): Parameters<RowTally['add']>[0] {
  const { outcome, codes, readsOtherwise } = book.toldOf(row);
  const mended = book.isMended(row) ? { corrected: true as const } : {};
  const met = book.metAs(row);
  if (met !== 'first' && outcome === 'accept')
    return {
      outcome: met === 'duplicate' ? 'skip' : 'reject',
      violations: [{ code: met, column: null }],
      ...mended,
    };
  const violations = readsOtherwise ? codes.map((code) => ({ ...code, readsAs: '' })) : [...codes];
  return { outcome, violations, ...mended };
}
