// The rows that hold the words of erased responses lose their cells: those that became the response or were the same as it, and those
// of which nothing was stored (rejected, repeated) that say the same. Every block of a survey's files is looked at: rows are never
// queried into. Why such a file was withdrawn goes as well. May be done again at any time, and finds nothing then.
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { forgetSaid } from '../responses/withdraw-rows.ts';
import {
  reasonsInHistories,
  rootReceipt,
  type StoredBatch,
  type StoredRow,
  type StoredRowBlock,
  storedBatches,
  storedRowBlocks,
} from './batch.model.ts';
import { asRead, outcomesOf, withoutCells } from './row-blocks.ts';

type Reading = Pick<Context, 'db'>;
type Erasing = Pick<Context, 'db' | 'facts' | 'now'>;

/** What a row is looked at with. */
export interface ReadRow {
  readonly row: StoredRow;
  /** what its id column says; undefined: the file has none */
  readonly idCell: string | undefined;
  readonly office: string;
  /** when its file began to come */
  readonly sentAt: Date;
  /** of the file, or of the file whose rejected rows it brings back */
  readonly rootReceipt: string;
}

/** Says of each row of a block whether its words are to go. */
export type FindCopies = (rows: readonly ReadRow[]) => Promise<readonly boolean[]>;

/** Returns how many rows there were. */
export async function eraseRows(
  context: Erasing,
  survey: string,
  find: FindCopies,
): Promise<number> {
  let erased = 0;
  const turn = new Turn();
  for (const batch of await batchesOf(context, survey))
    for await (const block of blocksInTurn(context, batch._id)) {
      erased += await eraseIn(context, batch, block, find);
      await turn.giveWay();
    }
  return erased;
}

/** Whether a file is being read that was begun by then: its rows may have met the response as it was before. */
export async function isLoadingSince({ db }: Reading, survey: string, at: Date): Promise<boolean> {
  const loading = await db
    .model(storedBatches)
    .find({ state: { $in: ['loading', 'storing', 'undoing'] } }, { survey: 1, startedAt: 1 })
    .lean<Pick<StoredBatch, 'survey' | 'startedAt'>[]>();
  return loading.some((batch) => batch.survey === survey && batch.startedAt <= at);
}

/** Whether a file was sent from the one moment on, before the other. */
export async function hasFileBetween(
  { db }: Reading,
  survey: string,
  from: Date,
  before: Date,
): Promise<boolean> {
  const [one] = await db
    .model(storedBatches)
    .find({ survey, startedAt: { $gte: from, $lt: before } }, { _id: 1 })
    .sort({ startedAt: -1 })
    .limit(1)
    .lean();
  return one !== undefined;
}

/** The row of a file that became a response; undefined: it came by itself, or its row is not listed. */
export async function rowOfResponse(
  context: Reading,
  {
    _id,
    batch: id,
    row,
  }: { readonly _id: string; readonly batch: string | null; readonly row: number | null },
): Promise<ReadRow | undefined> {
  if (id === null || row === null) return undefined;
  const batch = await context.db.model(storedBatches).findById(id).lean<StoredBatch>();
  if (!batch) return undefined;
  const [block] = await context.db
    .model(storedRowBlocks)
    .find({ batch: id, firstRow: { $lte: row } })
    .sort({ firstRow: -1 })
    .limit(1)
    .lean<StoredRowBlock[]>();
  const listed = block?.rows.find(({ responseId }) => responseId === _id);
  return listed && inBatch(listed, batch);
}

/** One after another, in any order: also their heads alone would be read by hundreds. */
function blocksInTurn({ db }: Reading, batch: string): AsyncIterable<StoredRowBlock> {
  return db.model(storedRowBlocks).find({ batch }).lean<StoredRowBlock>().batchSize(1).cursor();
}

async function batchesOf({ db }: Reading, survey: string): Promise<readonly StoredBatch[]> {
  return await db
    .model(storedBatches)
    .find({ survey })
    .sort({ startedAt: -1, _id: -1 })
    .lean<StoredBatch[]>();
}

function inBatch(row: StoredRow, batch: StoredBatch): ReadRow {
  const header = batch.mapping.find(([, field]) => field === 'id')?.[0];
  const at = header === undefined ? -1 : batch.headers.indexOf(header);
  return {
    row,
    idCell: row.cells[at],
    office: batch.office,
    sentAt: batch.startedAt,
    rootReceipt: rootReceipt(batch),
  };
}

/** Why a file was withdrawn is written by hand, and may speak of whoever's words go. */
async function forgetWithdrawalReason(context: Erasing, batch: string): Promise<void> {
  const batches = context.db.model(storedBatches);
  const now = await batches.findById(batch, { withdrawal: 1 }).lean<StoredBatch>();
  if (!now?.withdrawal) return;
  const said = new Set(reasonsInHistories(now.withdrawal));
  if (said.size > 0)
    for await (const { rows } of blocksInTurn(context, batch)) {
      const ids = rows.flatMap(({ responseId }) => responseId ?? []);
      await forgetSaid(context, ids, said, context.now());
    }
  // after the histories: whoever goes on after a crash knows by it what to look for
  await batches.updateOne(
    { _id: batch, 'withdrawal.reason': { $exists: true } },
    { $set: { 'withdrawal.reason': null, 'withdrawal.inHistories': [] } },
  );
}

async function eraseIn(
  context: Erasing,
  batch: StoredBatch,
  block: StoredRowBlock,
  find: FindCopies,
): Promise<number> {
  const open = block.rows.filter(({ erased }) => !erased);
  const copies = await find(open.map((row) => inBatch(row, batch)));
  const found = new Set(open.filter((_row, index) => copies[index]).map(({ row }) => row));
  if (found.size === 0) return 0;
  // before the rows: whoever goes on after a crash finds these still open
  await forgetWithdrawalReason(context, batch._id);
  const rows = block.rows.map((row) => (found.has(row.row) ? withoutCells(row) : row));
  const blocks = context.db.model(storedRowBlocks);
  const { matchedCount } = await blocks.updateOne(asRead(block), {
    $set: { rows, outcomes: outcomesOf(rows) },
    $inc: { erasures: 1 },
  });
  if (matchedCount === 1) return found.size;
  const now = await blocks.findById(block._id).lean<StoredRowBlock>();
  return now ? await eraseIn(context, batch, now, find) : 0;
}
