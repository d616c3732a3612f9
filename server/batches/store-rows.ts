// Rows that passed the rules meet the database: stored now, stored before, or in conflict with what is stored.
import type { ProblemType } from '../../shared/api/problems.ts';
import type { User } from '../../shared/api/session.ts';
import type { ChangedChoice } from '../../shared/batch/corrections.ts';
import type { MappedColumn } from '../../shared/batch/map-columns.ts';
import { conflict, type JudgedRow, type StorableRow } from '../../shared/batch/verdict.ts';
import type { Context } from '../context.ts';
import { Problem } from '../http/problem.ts';
import type { Entry, Inserted, Patience } from '../responses/insert-responses.ts';
import { insertResponses } from '../responses/insert-responses.ts';
import { holds, type Known, readKnown } from '../responses/known.ts';
import { reviseResponse } from '../responses/revise-response.ts';
import type { StoredRow } from './batch.model.ts';
import type { LoadKey } from './load-request.ts';
import { leftOutAsErased, withoutCells } from './row-blocks.ts';

export interface Storing {
  readonly context: Context;
  readonly survey: string;
  readonly office: string;
  /** who sends the file */
  readonly user: User;
  readonly columns: readonly MappedColumn[];
  /** null: nothing is stored, only compared */
  readonly load: LoadKey | null;
  /** of the whole file */
  readonly patience: Patience;
  /** what becomes of rows that change what is stored */
  readonly changed: ChangedChoice;
  /** they do not count before the last row was judged */
  readonly held: boolean;
  /** rows of this file whose responses are erased: their repetitions hold the same words */
  readonly erased: Set<number>;
  /** rows of a file whose sender wants to be asked that would be taken as the new content of what was sent back */
  readonly sentBack: Set<number>;
}

export interface RowsStored {
  readonly rows: readonly StoredRow[];
  /** others are still loading some of them, and may hand them over; or some are withdrawn, and to be taken up */
  readonly leaning: boolean;
}

/** How a row met what is stored. */
interface Met {
  readonly outcome: Inserted['outcome'];
  /** the office whose row is stored */
  readonly office: string;
  readonly leaning?: boolean | undefined;
  readonly erased?: boolean;
  /** it was sent back, and this is its new content */
  readonly revised?: boolean;
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
  const same = {
    ...verdict,
    outcome: 'same' as const,
    ...(met.revised && { revised: true as const }),
  };
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
  const revised = await revise(rows, inserted, storing);
  return inserted.map(({ outcome, stored, leaning }, index) => {
    // at its end the file takes up what it met withdrawn
    const open = leaning || Boolean(stored.withdrawnAt);
    const { office } = stored;
    if (revised.has(index)) return { outcome: 'same', office, leaning: open, revised: true };
    // an earlier load of the same file has stored it
    const again = outcome === 'same' && stored.batch === load.batch;
    const erased = stored.erasedAt !== undefined;
    return { outcome: again ? 'new' : outcome, office, leaning: open, erased };
  });
}

/** Rows that were sent back and come with other content take the place of the old: which of them. */
async function revise(
  rows: readonly StorableRow[],
  inserted: readonly Inserted[],
  storing: Storing,
): Promise<ReadonlySet<number>> {
  const revised = new Set<number>();
  for (const [index, { outcome, stored }] of inserted.entries()) {
    const row = rows[index];
    if (!row || outcome !== 'different' || !isToMend(stored, storing)) continue;
    if (storing.changed === 'ask') storing.sentBack.add(row.verdict.row);
    if (storing.held) continue;
    const { response, warnings: violations } = row;
    const { _id: id, survey, revision = 1 } = stored;
    const mended = { survey, id, revision, response, violations, replaces: true } as const;
    if (await isRevised(storing, mended)) revised.add(index);
  }
  return revised;
}

/** What somebody else changed meanwhile stays as they made it: the row is told that it differs, and the others go on. */
async function isRevised(
  { context, user }: Storing,
  mended: Parameters<typeof reviseResponse>[1],
): Promise<boolean> {
  try {
    await reviseResponse(context, mended, user);
    return true;
  } catch (error) {
    if (error instanceof Problem && overtaken.has(error.type)) return false;
    throw error;
  }
}

const overtaken: ReadonlySet<ProblemType> = new Set([
  'revision-stale',
  'response-erased',
  'response-withdrawn',
  'not-found',
]);

/**
 * By the office that sent it: what was sent back, and what nobody has decided on yet where the sender wants it replaced, or where it
 * is withdrawn with its file: the wrong one taken back, the right one sent. A row that somebody withdrew by itself stays so until it is
 * said to be replaced. A file that may be refused as a whole changes nothing that is stored.
 */
function isToMend(stored: Known, { survey, office, changed }: Storing): boolean {
  const isOwn = stored.office === office && stored.survey === survey && !stored.erasedAt;
  const isOpen = stored.status === 'returned' || stored.status === 'received';
  if (!isOwn || !isOpen) return false;
  if (changed === 'replace') return true;
  if (stored.withdrawnAt) return Boolean(stored.withdrawnWith);
  return stored.status === 'returned';
}

/** What would become of the rows; nothing is stored. */
async function compare(rows: readonly StorableRow[], storing: Storing): Promise<Met[]> {
  const { context, survey, office } = storing;
  const known = await readKnown(
    context,
    rows.map(({ verdict }) => verdict.responseId ?? ''),
  );
  return rows.map(({ verdict, digest }) => {
    const before = known.get(verdict.responseId ?? '');
    if (!before || before.held || before.leaving) return { outcome: 'new', office };
    const same = before.survey === survey && holds(before, digest);
    const erased = before.erasedAt !== undefined;
    const revised = !same && !storing.held && isToMend(before, storing);
    const outcome = same || revised ? 'same' : 'different';
    return { outcome, office: before.office, erased, revised };
  });
}

function toEntry(
  { verdict, response, digest, warnings }: StorableRow,
  { user, office, held }: Storing,
  load: LoadKey,
): Entry {
  return {
    id: verdict.responseId ?? '',
    response,
    digest,
    violations: warnings,
    by: user.username,
    office,
    ...load,
    row: verdict.row,
    line: verdict.line,
    held,
  };
}
