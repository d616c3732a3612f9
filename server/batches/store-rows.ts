// Rows that passed the rules meet the database: stored now, stored before, or in conflict with what is stored.
import type { MappedColumn } from '../../shared/batch/map-columns.ts';
import { conflict, type JudgedRow, type StorableRow } from '../../shared/batch/verdict.ts';
import type { Context } from '../context.ts';
import type { Entry, Inserted, Patience } from '../responses/insert-responses.ts';
import { insertResponses } from '../responses/insert-responses.ts';
import { holds, readKnown } from '../responses/known.ts';
import type { StoredRow } from './batch.model.ts';
import type { LoadKey } from './load-request.ts';
import { leftOutAsErased, withoutCells } from './row-blocks.ts';

export interface Storing {
  readonly context: Context;
  readonly survey: string;
  readonly office: string;
  readonly by: string;
  readonly columns: readonly MappedColumn[];
  /** null: nothing is stored, only compared */
  readonly load: LoadKey | null;
  /** of the whole file */
  readonly patience: Patience;
  /** they do not count before the last row was judged */
  readonly held: boolean;
  /** rows of this file whose responses are erased: their repetitions hold the same words */
  readonly erased: Set<number>;
}

export interface RowsStored {
  readonly rows: readonly StoredRow[];
  /** others are still loading some of them, and may hand them over */
  readonly leaning: boolean;
}

/** How a row met what is stored. */
interface Met {
  readonly outcome: Inserted['outcome'];
  /** the office whose row is stored */
  readonly office: string;
  readonly leaning?: boolean | undefined;
  readonly erased?: boolean;
}

/** The rows with their outcomes, in the order they came; those that are settled stay as they are. */
export async function storeRows(rows: readonly JudgedRow[], storing: Storing): Promise<RowsStored> {
  const storable = rows.filter((row) => row.kind === 'storable');
  const met = await meet(storable, storing);
  let next = 0;
  return {
    rows: rows.map((row) =>
      row.kind === 'settled' ? repeated(row.verdict, storing) : settle(row, met[next++], storing),
    ),
    leaning: met.some(({ leaning }) => leaning),
  };
}

async function meet(rows: readonly StorableRow[], storing: Storing): Promise<Met[]> {
  if (rows.length === 0) return [];
  return storing.load ? await insert(rows, storing, storing.load) : await compare(rows, storing);
}

function settle(row: StorableRow, met: Met | undefined, storing: Storing): StoredRow {
  if (!met) throw new Error('every row that is stored or compared has an outcome');
  if (met.erased) storing.erased.add(row.verdict.row);
  if (met.erased && met.outcome === 'different') return leftOutAsErased(row.verdict);
  const verdict = met.erased ? withoutCells(row.verdict) : row.verdict;
  if (met.outcome === 'new') return verdict;
  if (met.outcome === 'different') return conflict(verdict, storing.columns, { stored: true });
  const same = { ...verdict, outcome: 'same' as const };
  // the office is all that is said of what another one sent
  return met.office === storing.office ? same : { ...same, knownFrom: met.office };
}

/** A repetition within the file of a row whose response is erased, or what conflicts with it there. */
function repeated(verdict: StoredRow, { erased }: Storing): StoredRow {
  const isOf = (row: unknown) => typeof row === 'number' && erased.has(row);
  if (verdict.violations.some(({ duplicateOf }) => isOf(duplicateOf))) return withoutCells(verdict);
  const conflicts = verdict.violations.some(({ otherRow }) => isOf(otherRow));
  return conflicts ? leftOutAsErased(verdict) : verdict;
}

async function insert(
  rows: readonly StorableRow[],
  storing: Storing,
  load: LoadKey,
): Promise<Met[]> {
  const entries = rows.map((row) => toEntry(row, storing, load));
  const { context, survey, patience } = storing;
  const inserted = await insertResponses(context, { id: survey }, entries, patience);
  return inserted.map(({ outcome, stored, leaning }) => {
    // an earlier load of the same file has stored it
    const again = outcome === 'same' && stored.batch === load.batch;
    const erased = stored.erasedAt !== undefined;
    return { outcome: again ? 'new' : outcome, office: stored.office, leaning, erased };
  });
}

/** What would become of the rows; nothing is stored. */
async function compare(
  rows: readonly StorableRow[],
  { context, survey, office }: Storing,
): Promise<Met[]> {
  const known = await readKnown(
    context,
    rows.map(({ verdict }) => verdict.responseId ?? ''),
  );
  return rows.map(({ verdict, digest }) => {
    const before = known.get(verdict.responseId ?? '');
    if (!before || before.held || before.leaving) return { outcome: 'new', office };
    const same = before.survey === survey && holds(before, digest);
    const erased = before.erasedAt !== undefined;
    return { outcome: same ? 'same' : 'different', office: before.office, erased };
  });
}

function toEntry(
  { verdict, response, digest, warnings }: StorableRow,
  { by, office, held }: Storing,
  load: LoadKey,
): Entry {
  return {
    id: verdict.responseId ?? '',
    response,
    digest,
    violations: warnings,
    by,
    office,
    ...load,
    row: verdict.row,
    line: verdict.line,
    held,
  };
}
