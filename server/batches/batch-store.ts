// What a load writes: its batch document and blocks of rows. The document moves from state to state by updates that name the load
// and the state it leaves, so one end excludes the others, in whatever processes they are begun.
import type { Context } from '../context.ts';
import { isDuplicateKey, unconfirmed } from '../db/failures.ts';
import { type Problem, problem } from '../http/problem.ts';
import { type StoredBatch, type StoredRow, storedBatches, storedRowBlocks } from './batch.model.ts';
import { isEnding, isOutOfCount } from './batch-on-the-wire.ts';
import type { LoadKey } from './load-request.ts';
import { toBlock } from './row-blocks.ts';

export type LoadProgress = Partial<Omit<StoredBatch, '_id' | 'state'>>;

interface Beginning {
  /** brings to its end what an earlier load has left */
  readonly endLeft: (batch: StoredBatch) => Promise<void>;
  /** digests under which what was mended beside the file may be kept */
  readonly sameMends: readonly (string | null)[];
}

export class BatchStore {
  readonly #context: Context;
  readonly #load: LoadKey;
  #lastRow = 0;
  #lost = false;

  constructor(context: Context, load: LoadKey) {
    this.#context = context;
    this.#load = load;
  }

  /** the last row that is written in a block */
  get lastRow(): number {
    return this.#lastRow;
  }

  /** another process has ended this load */
  get lost(): boolean {
    return this.#lost;
  }

  #batches() {
    return this.#context.db.model(storedBatches);
  }

  #rowBlocks() {
    return this.#context.db.model(storedRowBlocks);
  }

  /**
   * Begins a batch, or begins one again that did not come to its end. One that is `done` stays as it is, for whatever comes
   * under its id: it is given as it is stored. @throws batch-differs
   */
  async begin(batch: StoredBatch, { endLeft, sameMends }: Beginning): Promise<StoredBatch> {
    const { _id, ...rest } = batch;
    let known = await this.current();
    if (!known) {
      await this.#batches()
        .collection.insertOne(batch as never)
        .catch((error: unknown) => {
          throw isDuplicateKey(error) ? unconfirmed() : error;
        });
      this.#context.metrics.countBatch('loading');
      return batch;
    }
    if (known.state === 'loading' || isEnding(known.state)) {
      // nobody holds its lease any more, so nobody is at it
      await endLeft(known);
      known = (await this.current()) ?? known;
    }
    refuseOther(known, batch, sameMends.includes(known.choicesDigest ?? null));
    if (known.state === 'done') return known;
    const again = { ...rest, receipt: known.receipt, recounts: known.recounts };
    const seen = { _id, attempt: known.attempt, state: known.state };
    const { matchedCount } = await this.#batches().updateOne(seen, { $set: again });
    if (matchedCount === 0) throw this.#takenOver();
    this.#context.metrics.countBatch('loading');
    // its rows are listed until then: what is left of them when this is cut short is looked at again
    await this.#rowBlocks().deleteMany({ batch: _id });
    return { _id, ...again };
  }

  /** Remembers that a file began to come; a batch that is known stays as it is. */
  async noteCutOff(batch: StoredBatch): Promise<void> {
    if (await this.current()) return;
    const at = this.#context.now();
    const cutOff = { ...batch, state: 'interrupted' as const, changedAt: at, finishedAt: at };
    await this.#batches().collection.insertOne(cutOff as never);
    this.#context.metrics.countBatch(cutOff.state);
  }

  /** In blocks that end where it is said. */
  async writeRows(rows: readonly StoredRow[], blockEnds: readonly number[]): Promise<void> {
    const blocks = blockEnds.map((end, index) => rows.slice(blockEnds[index - 1] ?? 0, end));
    // beside each other: the embedded database makes them durable in one go
    await Promise.all(blocks.map((block) => this.#writeBlock(block)));
    this.#lastRow = rows.at(-1)?.row ?? this.#lastRow;
  }

  async #writeBlock(rows: readonly StoredRow[]): Promise<void> {
    const block = toBlock(this.#load.batch, rows);
    if (!block) return;
    const { _id, ...rest } = block;
    // what a write left whose answer was lost is written over: it is the same
    await this.#rowBlocks()
      .collection.insertOne(block as never)
      .catch(async (error: unknown) => {
        if (!isDuplicateKey(error)) throw error;
        await this.#rowBlocks().updateOne({ _id }, { $set: rest });
      });
  }

  /** @throws not-ready when another process has ended this load */
  async writeProgress(progress: LoadProgress): Promise<void> {
    await this.move('loading', 'loading', progress);
  }

  /** Returns the batch as it is then. @throws not-ready when another process has ended this load */
  async move(
    from: StoredBatch['state'],
    to: StoredBatch['state'],
    progress: LoadProgress,
  ): Promise<StoredBatch> {
    const moved = await moveBatch(this.#context, this.#load, { from, to, progress });
    if (moved) return moved;
    const known = await this.current();
    // by a write of this load whose answer was lost
    if (known?.attempt === this.#load.attempt && known.state === to) return known;
    throw this.#takenOver();
  }

  #takenOver(): Problem {
    this.#lost = true;
    return problem('not-ready', {
      detail: 'This load was not heard of for too long and was ended. Send the file again.',
    });
  }

  /** as it is stored */
  current(): Promise<StoredBatch | null> {
    return this.#batches().findById(this.#load.batch).lean<StoredBatch>();
  }
}

interface Move {
  readonly from: StoredBatch['state'];
  readonly to: StoredBatch['state'];
  readonly progress: LoadProgress;
  /** only while its counts are still those that were read */
  readonly recounts?: number;
}

/** null: somebody else has moved it */
export async function moveBatch(
  { db, now, metrics }: Pick<Context, 'db' | 'now' | 'metrics'>,
  { batch, attempt }: { readonly batch: string; readonly attempt: string | null },
  { from, to, progress, recounts }: Move,
): Promise<StoredBatch | null> {
  const changedAt = now();
  const finishedAt = to === 'loading' || isEnding(to) ? null : changedAt;
  // a receipt stays that of its file, whatever becomes of its responses
  const finished = from === to || from === 'bringing-back' ? {} : { finishedAt };
  const moved = await db
    .model(storedBatches)
    .findOneAndUpdate(
      { _id: batch, attempt, state: from, ...(recounts !== undefined && { recounts }) },
      { $set: { ...progress, state: to, changedAt, ...finished } },
      { returnDocument: 'after' },
    )
    .lean<StoredBatch>();
  const isBack = to === 'withdrawing' || to === 'bringing-back' || from === 'bringing-back';
  if (moved && from !== to && !isBack) metrics.countBatch(to);
  return moved;
}

function refuseOther(known: StoredBatch, batch: StoredBatch, sameMends: boolean): void {
  const other = known.survey !== batch.survey || known.office !== batch.office;
  const otherFile =
    known.fingerprint !== '' && batch.fingerprint !== '' && known.fingerprint !== batch.fingerprint;
  const readOtherwise = known.state === 'done' && readingOf(known) !== readingOf(batch);
  if (other || otherFile || readOtherwise) throw batchDiffers();
  const replaces = ({ choices }: StoredBatch) => choices?.changed === 'replace';
  // one that is not done may have been asked about
  const sameChoices = sameMends && (known.state !== 'done' || replaces(known) === replaces(batch));
  const keepsRows = known.state !== 'refused' && known.counts.rows > 0;
  if (isOutOfCount(known.state))
    throw problem('batch-state', {
      detail: 'This batch is withdrawn. Bring it back, or send the file under an id of its own.',
      state: 'withdrawn',
    });
  if (!sameChoices && keepsRows) throw mendedOtherwise();
}

export function batchDiffers(): Problem {
  return problem('batch-differs', { detail: 'Send this file under an id of its own.' });
}

/** Rows that were stored as they were mended before would stay beside what they are now. */
function mendedOtherwise(): Problem {
  return problem('batch-differs', {
    detail:
      'Rows of this file are stored under this id as they were mended then. Send it with the same corrections, or under an id of its own.',
    corrections: true,
  });
}

/** With which decisions a file was read. */
function readingOf(batch: StoredBatch): string {
  const { encoding, delimiter, headerLine, severityDirection, dateOrder, policy, mapping } = batch;
  return JSON.stringify([
    ...[encoding, delimiter, headerLine, severityDirection, dateOrder],
    ...[policy, mapping, [...batch.fillDown].sort()],
  ]);
}
