// What a load writes: its batch document, blocks of rows, and, when it must, the deletion of what it stored.
import type { BatchState } from '../../shared/api/batches.ts';
import type { Context } from '../context.ts';
import { type Problem, problem } from '../http/problem.ts';
import { removeResponsesOfBatch } from '../responses/remove-responses.ts';
import type { ActiveLoad } from './active-loads.ts';
import { type StoredBatch, type StoredRow, storedBatches, storedRowBlocks } from './batch.model.ts';

export type LoadProgress = Partial<Omit<StoredBatch, '_id'>>;

/** another process that wrote to a batch within this time is still loading it */
const aliveMs = 60_000;

export class BatchStore {
  readonly #context: Context;
  readonly #load: ActiveLoad;
  #startedAt = new Date(0);

  constructor(context: Context, load: ActiveLoad) {
    this.#context = context;
    this.#load = load;
  }

  #batches() {
    return this.#context.db.model(storedBatches);
  }

  #rowBlocks() {
    return this.#context.db.model(storedRowBlocks);
  }

  /**
   * Begins a batch, or begins one again that did not come to its end. One that is `done` stays as it is, for whatever comes
   * under its id: it is given as it is stored. @throws batch-differs, batch-loading
   */
  async begin(batch: StoredBatch): Promise<StoredBatch> {
    const batches = this.#batches();
    const { _id, ...rest } = batch;
    this.#startedAt = batch.startedAt;
    const known = await batches.findById(_id).lean<StoredBatch>();
    if (!known) {
      await batches.collection.insertOne(batch as never);
      return batch;
    }
    this.#refuseOther(known, batch);
    if (known.state === 'done') return known;
    await this.#rowBlocks().deleteMany({ batch: _id });
    const again = { ...rest, receipt: known.receipt };
    await batches.updateOne({ _id }, { $set: again });
    return { _id, ...again };
  }

  /** Remembers that a file began to come; a batch that is known stays as it is. */
  async noteCutOff(batch: StoredBatch): Promise<void> {
    const batches = this.#batches();
    if (await batches.findById(batch._id, { _id: 1 }).lean()) return;
    const at = this.#context.now();
    const cutOff = { ...batch, state: 'interrupted' as const, changedAt: at, finishedAt: at };
    await batches.collection.insertOne(cutOff as never);
  }

  #refuseOther(known: StoredBatch, batch: StoredBatch): void {
    const other = known.survey !== batch.survey || known.office !== batch.office;
    const otherFile =
      known.fingerprint !== '' &&
      batch.fingerprint !== '' &&
      known.fingerprint !== batch.fingerprint;
    const readOtherwise = known.state === 'done' && readingOf(known) !== readingOf(batch);
    if (other || otherFile || readOtherwise || known.state === 'withdrawn') throw batchDiffers();
    const fresh = batch.startedAt.getTime() - known.changedAt.getTime() < aliveMs;
    if (known.state === 'loading' && fresh && this.#context.db.engine === 'mongodb')
      throw problem('batch-loading');
  }

  async writeRows(rows: readonly StoredRow[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const outcomes = { accept: 0, same: 0, reject: 0, skip: 0 };
    for (const { outcome } of rows) outcomes[outcome]++;
    const _id = `${this.#load.id}:${String(first.row).padStart(9, '0')}`;
    const block = { _id, batch: this.#load.id, firstRow: first.row, outcomes, rows };
    await this.#rowBlocks().collection.insertOne(block as never);
  }

  /** Returns what was written. */
  async update(progress: LoadProgress, state: BatchState): Promise<LoadProgress> {
    const changedAt = this.#context.now();
    const finishedAt = state === 'loading' ? null : changedAt;
    const set = { ...progress, state, changedAt, finishedAt };
    await this.#batches().updateOne({ _id: this.#load.id }, { $set: set });
    return set;
  }

  /** Deletes what this load stored. Can be begun again at any point; an earlier run of the same batch keeps its rows. */
  undo(): Promise<void> {
    this.#load.undoing ??= undoBatch(
      this.#context,
      this.#load.id,
      this.#startedAt,
      this.#load.kept,
    );
    return this.#load.undoing;
  }

  async forgetRows(): Promise<void> {
    await this.#rowBlocks().deleteMany({ batch: this.#load.id });
  }
}

export function batchDiffers(): Problem {
  return problem('batch-differs', { detail: 'Send this file under an id of its own.' });
}

/** With which decisions a file was read. */
function readingOf(batch: StoredBatch): string {
  const { encoding, delimiter, headerLine, severityDirection, dateOrder, policy, mapping } = batch;
  return JSON.stringify([
    ...[encoding, delimiter, headerLine, severityDirection, dateOrder ?? 'dmy'],
    ...[policy, mapping, [...(batch.fillDown ?? [])].sort()],
  ]);
}

/** `kept`: responses that another load has called stored meanwhile. */
export function undoBatch(
  context: Pick<Context, 'db' | 'facts'>,
  batch: string,
  startedAt: Date,
  kept: ReadonlySet<string> = new Set(),
): Promise<void> {
  return removeResponsesOfBatch(
    context,
    batch,
    ({ _id, receivedAt }) => receivedAt >= startedAt && !kept.has(_id),
  );
}
