// Which rows of a checked file a person looks at.
import type { Batch } from '../../../../shared/api/batches.ts';
import { errorCodes } from '../../../../shared/survey/violation.ts';
import { rejectedRows } from '../../../data/batch-state.ts';
import type { RowBook } from './row-book.ts';
import { verdictOf } from './summary.ts';
import type { ListedField, UnknownValues } from './unknown-values.ts';

const rowKinds = ['look', 'fix', 'outside', 'remark', 'mended', 'left', 'skip', 'all'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface RowFilter {
  readonly kind: RowKind;
  /** only rows that are told this */
  readonly code?: string | undefined;
  /** only rows that are told something of this column */
  readonly column?: string | undefined;
  /** only rows in which this value stands */
  readonly value?: { readonly field: ListedField; readonly value: string } | undefined;
}

/** What there is to do here, else everything. */
export const usualFilter = (checked: Pick<Batch, 'counts' | 'errors'>): RowFilter => ({
  kind: rejectedRows({ ...checked, mended: 0 }).toFix > 0 ? 'look' : 'all',
});

const errors: ReadonlySet<string> = new Set(errorCodes);

/** `outside-scope` is nothing that can be mended: such a row is another office's. */
export function isMendable(code: string): boolean {
  return errors.has(code) && code !== 'outside-scope';
}

/** Numbers of rows, in their order. */
export function rowsThat(
  book: RowBook,
  values: UnknownValues,
  { kind, code, column, value }: RowFilter,
): Uint32Array {
  const found = new Uint32Array(book.size);
  let size = 0;
  const among = value && new Set(values.rowsOf(value.field, value.value));
  for (let row = 1; row <= book.size; row++) {
    if (among && !among.has(row)) continue;
    const told = verdictOf(book, row);
    // one reason is asked for of all rejected rows
    const isFound =
      kind === 'fix' && code ? told.outcome === 'reject' : isOfKind(book, row, kind, told);
    if (!isFound) continue;
    const isSaid = told.violations.some(
      (one) => (!code || one.code === code) && (!column || one.column === column),
    );
    if ((code || column) && !isSaid) continue;
    found[size++] = row;
  }
  return found.slice(0, size);
}

function isOfKind(
  book: RowBook,
  row: number,
  kind: RowKind,
  { outcome, violations }: ReturnType<typeof verdictOf>,
): boolean {
  switch (kind) {
    case 'all':
      return true;
    case 'fix':
      return outcome === 'reject' && !isOutside(violations);
    case 'outside':
      return outcome === 'reject' && isOutside(violations);
    case 'remark':
      return outcome === 'accept' && violations.length > 0;
    case 'mended':
      return book.isMended(row);
    case 'left':
      return book.isLeftOut(row);
    case 'skip':
      return outcome === 'skip';
    case 'look':
      return (
        (outcome === 'reject' && !isOutside(violations)) ||
        book.isMended(row) ||
        book.isLeftOut(row)
      );
  }
}

/** Another office's row: there is nothing to be mended here. */
export const isOutside = (violations: readonly { readonly code: string }[]): boolean =>
  violations.some(({ code }) => code === 'outside-scope');
