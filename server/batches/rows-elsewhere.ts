// Rows of one file that stand in others too. Whoever sent the other file was told that they are stored, so they go on counting, with
// that file, when this one is withdrawn; and what was withdrawn counts again with the file that brings it anew. Rows are never
// queried into: the files of the survey that met rows of others are looked through, a block at a time.
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { batchOf } from '../facts/origin.ts';
import { rowsOfBatch } from '../responses/of-batch.ts';
import { takeRowsUp, withdrawRows } from '../responses/withdraw-rows.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';
import { rowsAfter } from './read-rows.ts';
import { recountEnded } from './recount-batch.ts';

type Reading = Pick<Context, 'db'>;
type Taking = Pick<Context, 'db' | 'facts' | 'now' | 'metrics'>;
type Meeting = Pick<StoredBatch, '_id' | 'state' | 'counts' | 'finishedAt' | 'office' | 'by'>;

const rowsAtOnce = 500;

interface MetRow {
  readonly row: number;
  readonly line: number;
  readonly responseId: string;
}

/** Which responses of this batch would go on counting without it; as the facts have it whose they are. */
export async function standElsewhere(
  context: Reading & Pick<Context, 'facts'>,
  batch: StoredBatch,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const other of await othersSince(context, batch, batch.startedAt))
    for await (const rows of metRows(context, other._id))
      for (const { responseId } of rows)
        if (batchOf(context.facts.columns, responseId) === batch._id) found.add(responseId);
  return found;
}

/** Gives them to the newest of the other files. Can be begun again at any point. */
export async function giveToOthers(
  context: Taking,
  batch: StoredBatch,
  since: Date,
): Promise<void> {
  for (const other of await othersSince(context, batch, since))
    await takeUp(context, other, batch._id);
}

/** What this file met withdrawn counts again, as its own. True: its counts are other ones now. */
export function takeWithdrawnUp(context: Taking, batch: Meeting): Promise<boolean> {
  return takeUp(context, batch, undefined);
}

async function takeUp(
  context: Taking,
  { _id, office, by }: Meeting,
  from: string | undefined,
): Promise<boolean> {
  let own = 0;
  for await (const rows of metRows(context, _id)) {
    const into = { batch: _id, office, by, at: context.now(), ...(from && { from }) };
    own += await takeRowsUp(context, rows, into);
  }
  if (own === 0) return false;
  // also rows that whoever was stopped here has made its own
  await recountEnded(context, _id);
  await withdrawWithTheirs(context, _id);
  return true;
}

/** The other file may have been withdrawn just then: what it was given does not stay behind. */
async function withdrawWithTheirs(context: Taking, id: string): Promise<void> {
  const now = await context.db.model(storedBatches).findById(id).lean<StoredBatch>();
  if (now?.state !== 'withdrawn' || !now.withdrawal) return;
  for await (const page of rowsOfBatch(context, id))
    await withdrawRows(
      context,
      id,
      page.map(({ _id }) => _id),
      now.withdrawal,
    );
}

/** Whether what a file met, that began to come then, may have been withdrawn meanwhile. */
export async function isWithdrawnSince(
  { db }: Reading,
  survey: string,
  at: Date,
): Promise<boolean> {
  const found = await db
    .model(storedBatches)
    .find({ state: { $in: ['withdrawing', 'withdrawn'] } }, { survey: 1, state: 1, withdrawal: 1 })
    .lean<Pick<StoredBatch, 'survey' | 'state' | 'withdrawal'>[]>();
  return found.some(
    (batch) =>
      batch.survey === survey &&
      (batch.state === 'withdrawing' || (batch.withdrawal?.at ?? at) >= at),
  );
}

/** Files that met rows of others and came to an end since then, newest first. */
async function othersSince(
  { db }: Reading,
  { _id, survey }: Pick<StoredBatch, '_id' | 'survey'>,
  since: Date,
): Promise<readonly Meeting[]> {
  const found = await db
    .model(storedBatches)
    .find({ survey }, { state: 1, counts: 1, finishedAt: 1, office: 1, by: 1 })
    .sort({ startedAt: -1, _id: -1 })
    .lean<Meeting[]>();
  return found.filter(
    (other) =>
      other._id !== _id &&
      other.counts.same > 0 &&
      (other.state === 'done' || other.state === 'interrupted') &&
      (other.finishedAt === null || other.finishedAt >= since),
  );
}

async function* metRows(context: Reading, batch: string): AsyncGenerator<readonly MetRow[]> {
  const turn = new Turn();
  let rows: MetRow[] = [];
  for await (const { row, line, responseId } of rowsAfter(context, batch, 0, 'same')) {
    if (responseId) rows.push({ row, line, responseId });
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
    await turn.giveWay();
  }
  if (rows.length > 0) yield rows;
}
