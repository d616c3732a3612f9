// What a batch says, made anew from what is stored: after a load that nobody brought to its end, and where loads met in the same
// rows. Its listed rows are compared with the responses; responses that no block lists become rows too, without their cells,
// until the file is sent again. Can be begun again at any point.
import type { SkipCode } from '../../shared/batch/judge-record.ts';
import { RowTally } from '../../shared/batch/tally.ts';
import { valuesAsStored } from '../../shared/batch/verdict.ts';
import type { Context } from '../context.ts';
import { originsOf, responsesAt, rowsOfBatch } from '../responses/of-batch.ts';
import type { StoredResponse } from '../responses/response.model.ts';
import {
  type StoredBatch,
  type StoredRow,
  type StoredRowBlock,
  storedBatches,
  storedRowBlocks,
} from './batch.model.ts';
import { moveBatch } from './batch-store.ts';
import { blocksOf } from './read-rows.ts';
import { asRead, outcomesOf, toBlock } from './row-blocks.ts';

type Recounting = Pick<Context, 'db' | 'now' | 'metrics'>;
type Which = { readonly batch: string; readonly attempt: string | null };

const rowsInBlock = 500;

/** Counts it anew and moves it. null: somebody else has moved it. */
export async function moveRecounted(
  context: Recounting,
  which: Which,
  move: { readonly from: StoredBatch['state']; readonly to: StoredBatch['state'] },
): Promise<StoredBatch | null> {
  for (;;) {
    const batch = await readStored(context, which.batch);
    if ((batch?.attempt ?? null) !== which.attempt || batch?.state !== move.from) return null;
    const { recounts } = batch;
    const { counts, errors, warnings, skips, corrected } = await recount(context, batch);
    const blank = counts.rows > 0 ? batch.counts.blank : 0;
    const counted = { counts: { ...counts, blank }, errors, warnings, skips, corrected };
    const progress = { ...counted, recounts: recounts + 1 };
    const moved = await moveBatch(context, which, { ...move, progress, recounts });
    // counted by somebody else meanwhile: perhaps from what is older, perhaps from what is newer
    if (moved) return moved;
  }
}

/** Counts a batch anew that has come to its end; one that has not, counts itself there. */
export async function recountEnded(
  context: Recounting,
  batch: string,
): Promise<StoredBatch | null> {
  const stored = await readStored(context, batch);
  if (!stored || !isOver(stored.state)) return stored;
  const { state, attempt = null } = stored;
  return await moveRecounted(context, { batch, attempt }, { from: state, to: state });
}

const isOver = (state: StoredBatch['state']): boolean =>
  state === 'done' || state === 'interrupted' || state === 'refused';

async function readStored({ db }: Recounting, batch: string): Promise<StoredBatch | null> {
  return await db.model(storedBatches).findById(batch).lean<StoredBatch>();
}

async function recount(context: Recounting, batch: StoredBatch): Promise<RowTally> {
  const tally = new RowTally();
  const listed = new Set<number>();
  const begins: number[] = [];
  for await (const block of blocksOf(context, batch._id)) {
    begins.push(block.firstRow);
    for (const row of await compareBlock(context, batch, block)) {
      listed.add(row.row);
      tally.add(row);
    }
  }
  for await (const row of listRest(context, batch, { listed, begins })) tally.add(row);
  return tally;
}

/** Corrects who has stored the rows of a block; one that nobody has stored was let go with the others, or has not come yet. */
async function compareBlock(
  context: Recounting,
  batch: StoredBatch,
  block: StoredRowBlock,
): Promise<readonly StoredRow[]> {
  const isStored = ({ outcome }: StoredRow) => outcome === 'accept' || outcome === 'same';
  const ids = block.rows.flatMap((row) => (isStored(row) && row.responseId) || []);
  const origins = await originsOf(context, ids);
  const rows = block.rows.flatMap((row) => {
    if (!isStored(row)) return [row];
    const origin = origins.get(row.responseId ?? '');
    if (!origin) return batch.undo?.keepsRows ? [letGo(row)] : [];
    const { knownFrom: _knownFrom, ...rest } = row;
    if (origin.batch === batch._id) return [{ ...rest, outcome: 'accept' as const }];
    const same = { ...rest, outcome: 'same' as const };
    return [origin.office === batch.office ? same : { ...same, knownFrom: origin.office }];
  });
  if (JSON.stringify(rows.map(settledAs)) === JSON.stringify(block.rows.map(settledAs)))
    return rows;
  const blocks = context.db.model(storedRowBlocks);
  const change = { $set: { rows, outcomes: outcomesOf(rows) } };
  const { matchedCount } = await blocks.updateOne(asRead(block), change);
  if (matchedCount === 1) return rows;
  const now = await blocks.findById(block._id).lean<StoredRowBlock>();
  return now ? await compareBlock(context, batch, now) : [];
}

function letGo(row: StoredRow): StoredRow {
  const violations = [{ code: 'all-or-nothing' satisfies SkipCode, column: null }];
  return { ...row, outcome: 'skip', violations, responseId: null };
}

const settledAs = ({ row, outcome, knownFrom }: StoredRow) => [row, outcome, knownFrom];

interface Listed {
  readonly listed: ReadonlySet<number>;
  /** the first rows of the blocks there are, in their order */
  readonly begins: readonly number[];
}

/** Lists what no block does, in blocks that lie between the others. */
async function* listRest(
  context: Recounting,
  { _id }: StoredBatch,
  { listed, begins }: Listed,
): AsyncGenerator<StoredRow> {
  let waiting: StoredRow[] = [];
  const write = async () => {
    const block = toBlock(_id, waiting);
    waiting = [];
    if (block) await context.db.model(storedRowBlocks).collection.insertOne(block as never);
  };
  for await (const page of rowsOfBatch(context, _id)) {
    const rest = page.filter(({ row }) => !listed.has(row));
    for (const response of await responsesAt(context, rest)) {
      const row = toRow(response);
      const from = waiting[0]?.row ?? row.row;
      const between = begins.some((begin) => begin > from && begin < row.row);
      if (between || waiting.length >= rowsInBlock) await write();
      waiting.push(row);
      yield row;
    }
  }
  await write();
}

function toRow(response: StoredResponse): StoredRow {
  const { _id, row, line, violations } = response;
  return {
    row: row ?? 0,
    line: line ?? 0,
    outcome: 'accept',
    violations: violations.map(({ code }) => ({ code, column: null })),
    cells: [],
    values: valuesAsStored(response),
    responseId: _id,
  };
}
