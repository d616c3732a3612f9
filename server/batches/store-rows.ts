// Rows that passed the rules meet the database: stored now, stored before, or in conflict with what is stored.
import type { MappedColumn } from '../../shared/batch/map-columns.ts';
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
  readonly columns: readonly MappedColumn[];
  /** null: nothing is stored, only compared */
  readonly load: ActiveLoad | null;
}

/** How a row met what is stored. */
interface Met {
  readonly outcome: Inserted['outcome'];
  /** the office whose row is stored */
  readonly office: string;
}

/** The rows with their outcomes, in the order they came; those that are settled stay as they are. */
export async function storeRows(
  rows: readonly JudgedRow[],
  storing: Storing,
): Promise<StoredRow[]> {
  const storable = rows.filter((row) => row.kind === 'storable');
  const met = await meet(storable, storing);
  let next = 0;
  return rows.map((row) =>
    row.kind === 'settled' ? row.verdict : settle(row, met[next++], storing),
  );
}

async function meet(rows: readonly StorableRow[], storing: Storing): Promise<Met[]> {
  if (rows.length === 0) return [];
  return storing.load ? await insert(rows, storing, storing.load) : await compare(rows, storing);
}

function settle(row: StorableRow, met: Met | undefined, storing: Storing): StoredRow {
  if (!met) throw new Error('every row that is stored or compared has an outcome');
  const { verdict } = row;
  if (met.outcome === 'new') return verdict;
  if (met.outcome === 'different') return conflict(verdict, storing.columns, { stored: true });
  const same = { ...verdict, outcome: 'same' as const };
  // the office is all that is said of what another one sent
  return met.office === storing.office ? same : { ...same, knownFrom: met.office };
}

async function insert(
  rows: readonly StorableRow[],
  storing: Storing,
  load: ActiveLoad,
): Promise<Met[]> {
  const entries = rows.map((row) => toEntry(row, storing, load));
  const { context } = storing;
  const first = await insertResponses(context, { id: storing.survey }, entries);
  const met = first.map(toMet);
  const others = otherLoads(context.db, load);
  const repeated = entries.filter((_, index) => met[index]?.outcome !== 'new');
  if (others.length === 0 || repeated.length === 0) return met;
  for (const other of others) for (const { id } of repeated) other.kept.add(id);
  const undoing = others.flatMap((other) => other.undoing ?? []);
  if (undoing.length === 0) return met;
  // a load that is being undone may have deleted them between our look and our word
  await Promise.allSettled(undoing);
  const second = await insertResponses(context, { id: storing.survey }, repeated);
  const again = new Map(second.map((inserted) => [inserted.stored._id, toMet(inserted)]));
  return met.map((one, index) => again.get(entries[index]?.id ?? '') ?? one);
}

function toMet({ outcome, stored }: Inserted): Met {
  return { outcome, office: stored.office };
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
    if (!before) return { outcome: 'new', office };
    const same = before.survey === survey && before.digest === digest;
    return { outcome: same ? 'same' : 'different', office: before.office };
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
