// Where in the rows that are shown something is to be looked at: a mark for each part of them, as they are drawn beside the bar.
import type { RowBook } from './row-book.ts';
import { isOutside } from './row-filter.ts';
import { verdictOf } from './summary.ts';

export type RowMark = 'fix' | 'remark' | 'mended';

/** what weighs more stands for its part */
const weight: Readonly<Record<RowMark, number>> = { mended: 1, remark: 2, fix: 3 };

/** One for each of at most so many parts of equal size, in their order; null: nothing is said of its rows. */
export function marksOf(
  book: RowBook,
  shown: Uint32Array,
  parts: number,
): readonly (RowMark | null)[] {
  const marks: (RowMark | null)[] = Array.from(
    { length: Math.min(parts, shown.length) },
    () => null,
  );
  shown.forEach((row, at) => {
    const part = Math.floor((at * marks.length) / shown.length);
    const known = marks[part] ?? null;
    const mark = markOf(book, row);
    if (mark && (!known || weight[mark] > weight[known])) marks[part] = mark;
  });
  return marks;
}

function markOf(book: RowBook, row: number): RowMark | null {
  const { outcome, violations } = verdictOf(book, row);
  if (outcome === 'reject') return isOutside(violations) ? 'remark' : 'fix';
  if (book.isMended(row)) return 'mended';
  return outcome === 'accept' && violations.length > 0 ? 'remark' : null;
}
