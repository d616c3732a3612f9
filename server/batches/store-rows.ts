// Rows that passed the rules meet the database: stored now, stored before, or in conflict with what is stored.
import type { Column } from '../../shared/batch/map-columns.ts';
import { conflict, type JudgedRow, type StorableRow } from '../../shared/batch/verdict.ts';
import type { Context } from '../context.ts';
import type { Entry, Inserted } from '../responses/insert-responses.ts';
import { insertResponses, readKnown } from '../responses/insert-responses.ts';
import { type ActiveLoad, otherLoads } from './active-loads.ts';
import type { StoredRow } from './batch.model.ts';

export interface Storing {
  readonly context: Context;
  readonly survey: string;
  readonly office: string;
  readonly by: string;
  readonly columns: readonly Column[];
  /** null: nothing is stored, only compared */
  readonly load: ActiveLoad | null;
}

type Outcome = Inserted['outcome'];

/** The rows with their outcomes, in the order they came; those that are settled stay as they are. */
export async function storeRows(
  rows: readonly JudgedRow[],
  storing: Storing,
): Promise<StoredRow[]> {
  const storable = rows.filter((row) => row.kind === 'storable');
  const outcomes = await outcomesOf(storable, storing);
  let next = 0;
  return rows.map((row) =>
    row.kind === 'settled'
      ? row.verdict
      : settle(row, outcomes[next++] ?? 'different', storing.columns),
  );
}

async function outcomesOf(rows: readonly StorableRow[], storing: Storing): Promise<Outcome[]> {
  if (rows.length === 0) return [];
  return storing.load ? await insert(rows, storing, storing.load) : await compare(rows, storing);
}

function settle(row: StorableRow, outcome: Outcome, columns: readonly Column[]): StoredRow {
  if (outcome === 'new') return row.verdict;
  // identity by content: what is stored under the id began as exactly this
  if (outcome === 'same' || !row.rejectCells) return { ...row.verdict, outcome: 'same' };
  return conflict(row.verdict, row.rejectCells, columns, { stored: true });
}

async function insert(
  rows: readonly StorableRow[],
  storing: Storing,
  load: ActiveLoad,
): Promise<Outcome[]> {
  const entries = rows.map((row) => toEntry(row, storing, load));
  const { context } = storing;
  const first = await insertResponses(context, { id: storing.survey }, entries);
  const outcomes = first.map(({ outcome }) => outcome);
  const others = otherLoads(context.db, load);
  const repeated = entries.filter((_, index) => outcomes[index] !== 'new');
  if (others.length === 0 || repeated.length === 0) return outcomes;
  for (const other of others) for (const { id } of repeated) other.kept.add(id);
  const undoing = others.flatMap((other) => other.undoing ?? []);
  if (undoing.length === 0) return outcomes;
  // a load that is being undone may have deleted them between our look and our word
  await Promise.allSettled(undoing);
  const second = await insertResponses(context, { id: storing.survey }, repeated);
  const again = new Map(repeated.map(({ id }, index) => [id, second[index]?.outcome]));
  return outcomes.map((outcome, index) => again.get(entries[index]?.id ?? '') ?? outcome);
}

/** What would become of the rows; nothing is stored. */
async function compare(
  rows: readonly StorableRow[],
  { context, survey }: Storing,
): Promise<Outcome[]> {
  const known = await readKnown(
    context,
    rows.map(({ verdict }) => verdict.responseId ?? ''),
  );
  return rows.map(({ verdict, digest }) => {
    const before = known.get(verdict.responseId ?? '');
    if (!before) return 'new';
    return before.survey === survey && before.digest === digest ? 'same' : 'different';
  });
}

function toEntry(
  { verdict, response, digest, warnings }: StorableRow,
  { by, office }: Storing,
  load: ActiveLoad,
): Entry {
  return {
    id: verdict.responseId ?? '',
    response,
    digest,
    violations: warnings,
    by,
    office,
    batch: load.id,
    row: verdict.row,
    line: verdict.line,
  };
}
