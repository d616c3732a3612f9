// What differs between a batch and another one, or the office's previous one; counted, or a page of the rows of one kind.
import type {
  BatchDifference,
  DifferenceKind,
  DifferingRow,
} from '../../shared/api/batch-difference.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import { isInSight, type Sight } from '../offices/sight.ts';
import { type StoredBatch, type StoredRow, storedBatches } from './batch.model.ts';
import { toBatchRow } from './batch-on-the-wire.ts';
import {
  type CommonField,
  type Compared,
  cellAt,
  commonFields,
  compareBatches,
} from './compare-batches.ts';
import { readBatch } from './read-batches.ts';
import { rowsAt } from './read-rows.ts';

type Reading = Pick<Context, 'db'>;

/** files before it that are looked at for one that holds rows */
const mostLookedAt = 100;
/** comparisons that are remembered, so that a page does not compare anew; each is a few numbers a row */
const remembered = 4;
const known = new WeakMap<Database, Map<string, Promise<Compared>>>();

export interface WantedDifference {
  readonly to: string | undefined;
  readonly kind: DifferenceKind | undefined;
}

/** @throws not-found, unreadable */
export async function batchDifference(
  context: Reading,
  batch: StoredBatch,
  { to, kind }: WantedDifference,
  sight: Sight,
  page: Page,
): Promise<BatchDifference> {
  const { survey } = batch;
  const other = to
    ? await readBatch(context, { survey, id: to }, sight)
    : await previousOf(context, batch, sight);
  const compared = await compareOnce(context, batch, other);
  const counts = {
    to: other && toldOf(other),
    new: compared.new.length,
    gone: compared.gone.length,
    changed: compared.changed.length,
    same: compared.same.length,
  };
  if (!kind) return counts;
  return { ...counts, ...(await pageOf(context, batch, other, compared[kind], page)) };
}

const toldOf = ({ _id, receipt, name, startedAt }: StoredBatch) => ({
  id: _id,
  receipt,
  name,
  startedAt: startedAt.toISOString(),
});

/** The newest of the office before it that holds rows and may be seen. */
async function previousOf(
  { db }: Reading,
  { survey, office, startedAt }: StoredBatch,
  sight: Sight,
): Promise<StoredBatch | null> {
  const before = await db
    .model(storedBatches)
    .find({ survey, office, startedAt: { $lt: startedAt } })
    .sort({ startedAt: -1, _id: -1 })
    .limit(mostLookedAt)
    .lean<StoredBatch[]>();
  const holds = ({ state, counts }: StoredBatch) => state !== 'refused' && counts.rows > 0;
  return before.find((one) => holds(one) && isInSight(sight, one)) ?? null;
}

/** As both are now: who changes one of them says so in it. */
async function compareOnce(
  context: Reading,
  batch: StoredBatch,
  other: StoredBatch | null,
): Promise<Compared> {
  // a file without rows
  const nothing = { ...batch, _id: '', counts: { ...batch.counts, rows: 0 } };
  const key = [batch, other ?? nothing]
    .map(({ _id, changedAt, recounts }) => `${_id} ${changedAt.getTime()} ${recounts}`)
    .join();
  const all = known.get(context.db) ?? new Map<string, Promise<Compared>>();
  known.set(context.db, all);
  const comparing = all.get(key) ?? compareBatches(context, batch, other ?? nothing);
  all.delete(key);
  all.set(key, comparing);
  const [oldest] = all.keys();
  if (all.size > remembered && oldest !== undefined) all.delete(oldest);
  return await comparing.catch((error: unknown) => {
    all.delete(key);
    throw error;
  });
}

async function pageOf(
  context: Reading,
  batch: StoredBatch,
  other: StoredBatch | null,
  pairs: Compared[DifferenceKind],
  { limit, after }: Page,
): Promise<{ items: DifferingRow[]; next: string | null }> {
  const from = cursorOf(after);
  const wanted = pairs.slice(from, from + limit);
  const own = await rowsAt(
    context,
    batch._id,
    wanted.map(([row]) => row),
  );
  const others = await rowsAt(
    context,
    other?._id ?? '',
    wanted.map(([, row]) => row),
  );
  const fields = other ? commonFields(batch, other) : [];
  const page = new PageOf<DifferingRow>(limit);
  for (const [row, otherRow] of wanted) {
    const [one, before] = [own.get(row), others.get(otherRow)];
    const shown = one
      ? toBatchRow(one, batch.headers)
      : before && toBatchRow(before, other?.headers ?? []);
    const item = {
      ...{ row: row || null, line: one?.line ?? null },
      ...{ otherRow: otherRow || null, otherLine: before?.line ?? null },
      cells: shown?.cells ?? {},
      changes: one && before ? changesBetweenRows(before, one, fields) : [],
    };
    if (!page.add(item)) break;
  }
  const upTo = from + page.items.length;
  return { items: page.items, next: upTo < pairs.length ? String(upTo) : null };
}

function changesBetweenRows(
  before: StoredRow,
  after: StoredRow,
  fields: readonly CommonField[],
): DifferingRow['changes'] {
  if (before.cells.length === 0 || after.cells.length === 0) return [];
  return fields.flatMap(({ field, at, otherAt }) =>
    cellAt(after, at) === cellAt(before, otherAt)
      ? []
      : [{ field, before: before.cells[otherAt] ?? '', after: after.cells[at] ?? '' }],
  );
}

function cursorOf(after: string | null): number {
  if (after === null) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw problem('unreadable', {
    detail: '`after` is no cursor of this list.',
    errors: [{ pointer: '/query/after' }],
  });
}
