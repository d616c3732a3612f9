// Which cells of a row are shown, and which of them are the matter.
import type { Batch, BatchRow, RowOutcome } from '../../../shared/api/batches.ts';
import { errorCodes } from '../../../shared/survey/violation.ts';

/** The fields a reader tells a row by, in the order of the grid. */
const telling = ['day', 'province', 'district', 'title', 'severity', 'affected'];

export interface ShownColumn {
  readonly header: string;
  readonly field: string;
}

/** The telling columns this file has, in the order of the grid; the file's own first six when it has none of them. */
export function shownColumns(
  mapping: Batch['mapping'],
  rows: readonly BatchRow[],
): readonly ShownColumn[] {
  const headers = Object.entries(mapping);
  const shown = telling.flatMap((field) =>
    headers
      .filter(([, target]) => target === field)
      .slice(0, 1)
      .map(([header]) => ({ header, field })),
  );
  if (shown.length > 0) return shown;
  const own = Object.keys(rows[0]?.cells ?? {}).slice(0, 6);
  return own.map((header) => ({ header, field: mapping[header] ?? '' }));
}

export type ShownViolation = BatchRow['violations'][number];

const errors: ReadonlySet<string> = new Set(errorCodes);

/** A row of another office's province is not stored either, but there is nothing in it to fix. */
export function isToFix({ code }: Pick<ShownViolation, 'code'>): boolean {
  return errors.has(code) && code !== 'outside-scope';
}

/** `bad`: something there must be fixed; `odd`: there is a remark on it. */
export function markOf(row: BatchRow, header: string): 'bad' | 'odd' | null {
  const here = row.violations.filter(({ column }) => column === header);
  if (here.length === 0) return null;
  return here.some(isToFix) ? 'bad' : 'odd';
}

/** Provinces that may have been meant, as the server proposes them. */
export function proposedProvinces({ hint, candidates }: ShownViolation): readonly string[] {
  const codes: readonly unknown[] = Array.isArray(candidates) ? candidates : [hint];
  return codes.filter((code) => typeof code === 'string');
}

/** The violation with the cell it speaks of as `value`, when it has none of its own. */
export function withValue(violation: ShownViolation, row: BatchRow): ShownViolation {
  const { column } = violation;
  if ('value' in violation || column === null) return violation;
  const cell = row.cells[column];
  return cell ? { ...violation, value: cell } : violation;
}

/** What is asked of the server: an outcome, perhaps one reason, from a cursor on. */
export interface RowsQuestion {
  readonly outcome: RowOutcome;
  readonly code: string | null;
  /** words that a cell holds */
  readonly q?: string | null;
  readonly after: string | null;
}

const outcomes: readonly RowOutcome[] = ['reject', 'accept', 'same', 'skip'];

/** Read from the address; without an outcome, the rows to fix when there are some. */
export function questionOf(query: URLSearchParams, counts: Batch['counts']): RowsQuestion {
  const asked = outcomes.find((outcome) => outcome === query.get('outcome'));
  const usual = counts.rejected > 0 || counts.accepted + counts.same === 0 ? 'reject' : 'accept';
  const q = query.get('q');
  const outcome = asked ?? (usual === 'accept' && counts.accepted === 0 ? 'same' : usual);
  return {
    outcome,
    code: outcome === 'reject' ? query.get('code') : null,
    ...(q && { q }),
    after: query.get('after'),
  };
}

/** The address of a question, so that every view can be linked. */
export function addressOfRows(batch: string, { outcome, code, q, after }: RowsQuestion): string {
  const query = new URLSearchParams({ outcome });
  if (code) query.set('code', code);
  if (q) query.set('q', q);
  if (after) query.set('after', after);
  return `#/batches/${batch}?${query}`;
}
