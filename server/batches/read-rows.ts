// The rows of a batch in order, from its blocks; blocks without a wanted row are not fetched.
import type { BatchRow, PageOfBatchRows, RowOutcome } from '../../shared/api/batches.ts';
import { normaliseText } from '../../shared/text/thai.ts';
import type { Context } from '../context.ts';
import { Turn } from '../db/turn.ts';
import { type Page, PageOf } from '../http/page.ts';
import { problem } from '../http/problem.ts';
import {
  type StoredBatch,
  type StoredRow,
  type StoredRowBlock,
  storedRowBlocks,
} from './batch.model.ts';
import { toBatchRow } from './batch-on-the-wire.ts';

type Reader = Pick<Context, 'db'>;
type BlockHead = Pick<StoredRowBlock, '_id' | 'firstRow' | 'outcomes'>;

/** the head of a block is read with the whole of it: few are asked for as long as few are passed by */
const headsAtFirst = 2;
const headsAtMost = 64;

export interface WantedRows {
  readonly outcome?: RowOutcome | undefined;
  /** only rows with this violation, or skipped for this reason */
  readonly code?: string | undefined;
  /** only rows with a cell that holds these words */
  readonly q?: string | undefined;
}

/** how long is looked for one page of those that are searched or have a reason: `next` goes on from there */
const lookingMs = 1500;

/** `after`: the number of the last row that was seen. */
export async function pageOfRows(
  context: Reader,
  batch: StoredBatch,
  { outcome, code, q }: WantedRows,
  { limit, after }: Page,
): Promise<PageOfBatchRows> {
  const from = rowOf(after);
  const page = new PageOf<BatchRow>(limit);
  const words = normaliseText(q ?? '').toLowerCase();
  const until = performance.now() + lookingMs;
  const turn = new Turn();
  const isWanted = ({ row, outcome: what, violations, cells }: StoredRow) =>
    row > from &&
    (!outcome || what === outcome) &&
    (!code || violations.some((violation) => violation.code === code)) &&
    (words === '' || cells.some((cell) => cell.toLowerCase().includes(words)));
  for await (const { firstRow, rows } of blocksAfter(context, batch._id, from, outcome)) {
    for (const row of rows)
      if (isWanted(row) && !page.add(toBatchRow(row, batch.headers)))
        return { items: page.items, next: String(page.items.at(-1)?.row ?? 0) };
    // not in the first, which may hold the last row that was seen: the cursor would not move
    if (firstRow > from && performance.now() > until)
      return { items: page.items, next: String(rows.at(-1)?.row ?? firstRow) };
    await turn.giveWay();
  }
  return { items: page.items, next: null };
}

function rowOf(after: string | null): number {
  if (after === null) return 0;
  if (/^\d{1,9}$/.test(after)) return Number(after);
  throw problem('unreadable', {
    detail: '`after` is no cursor of this list.',
    errors: [{ pointer: '/query/after' }],
  });
}

/** Rows with a number greater than `from`, one block in memory at a time. */
export async function* rowsAfter(
  context: Reader,
  batch: string,
  from: number,
  outcome: RowOutcome | undefined,
): AsyncGenerator<StoredRow> {
  for await (const { rows } of blocksAfter(context, batch, from, outcome))
    for (const row of rows) if (row.row > from && (!outcome || row.outcome === outcome)) yield row;
}

/** From the one on that the row after `from` stands in; one without a wanted row comes without its rows. */
async function* blocksAfter(
  context: Reader,
  batch: string,
  from: number,
  outcome: RowOutcome | undefined,
): AsyncGenerator<Pick<StoredRowBlock, 'firstRow' | 'rows'>> {
  const first = await blockOf(context, batch, from);
  if (!outcome) return yield* blocksFrom(context, batch, first);
  for await (const { _id, firstRow, outcomes } of headsFrom(context, batch, first)) {
    const block =
      outcomes[outcome] > 0 &&
      (await context.db.model(storedRowBlocks).findById(_id).lean<StoredRowBlock>());
    yield block || { firstRow, rows: [] };
  }
}

/** Every block of a batch, one in memory at a time. */
export function blocksOf(context: Reader, batch: string): AsyncGenerator<StoredRowBlock> {
  return blocksFrom(context, batch, 0);
}

async function* blocksFrom(
  { db }: Reader,
  batch: string,
  first: number,
): AsyncGenerator<StoredRowBlock> {
  for (let from = first; ; ) {
    const [block] = await db
      .model(storedRowBlocks)
      .find({ batch, firstRow: { $gte: from } })
      .sort({ firstRow: 1 })
      .limit(1)
      .lean<StoredRowBlock[]>();
    if (!block) return;
    yield block;
    from = block.firstRow + 1;
  }
}

/** These rows by their numbers, one block in memory at a time; those that are not there are left out. */
export async function rowsAt(
  context: Reader,
  batch: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, StoredRow>> {
  const found = new Map<number, StoredRow>();
  const open = new Set(numbers.filter((number) => number > 0));
  for (const number of [...open].sort((one, other) => one - other)) {
    if (!open.has(number)) continue;
    open.delete(number);
    const firstRow = await blockOf(context, batch, number - 1);
    const block = await context.db
      .model(storedRowBlocks)
      .findOne({ batch, firstRow })
      .lean<StoredRowBlock>();
    for (const row of block?.rows ?? []) {
      if (row.row !== number && !open.delete(row.row)) continue;
      found.set(row.row, row);
    }
  }
  return found;
}

/** The first row of the block that the row after `from` stands in. */
async function blockOf({ db }: Reader, batch: string, from: number): Promise<number> {
  const [block] = await db
    .model(storedRowBlocks)
    .find({ batch, firstRow: { $lte: from + 1 } }, { firstRow: 1 })
    .sort({ firstRow: -1 })
    .limit(1)
    .lean<BlockHead[]>();
  return block?.firstRow ?? 0;
}

async function* headsFrom({ db }: Reader, batch: string, first: number): AsyncGenerator<BlockHead> {
  let from = first;
  for (let atOnce = headsAtFirst; ; atOnce = Math.min(2 * atOnce, headsAtMost)) {
    const heads = await db
      .model(storedRowBlocks)
      .find({ batch, firstRow: { $gte: from } }, { firstRow: 1, outcomes: 1 })
      .sort({ firstRow: 1 })
      .limit(atOnce)
      .lean<BlockHead[]>();
    yield* heads;
    const last = heads.at(-1);
    if (!last || heads.length < atOnce) return;
    from = last.firstRow + 1;
  }
}
