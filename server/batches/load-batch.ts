// One uploaded file, from its first byte to its receipt: read, judge, hand on to be stored. Memory is flat; the next piece of the
// file is asked for when the one before is judged, and all but the last two chunks of its rows are stored.
import { randomUUID } from 'node:crypto';
import type { Batch } from '../../shared/api/batches.ts';
import { CsvReader, type CsvRow } from '../../shared/batch/csv-reader.ts';
import type { FoundTable } from '../../shared/batch/find-table.ts';
import { inspectionOf } from '../../shared/batch/inspect.ts';
import { judgeRow } from '../../shared/batch/judge-row.ts';
import type { RowRules } from '../../shared/batch/verdict.ts';
import { auditedChanges } from '../audit/audit-of.ts';
import { throughElection } from '../db/through-election.ts';
import { Turn } from '../db/turn.ts';
import { problem } from '../http/problem.ts';
import { leaseOfBatch } from '../leases/under-way.ts';
import { ArrivingFile } from './arriving-file.ts';
import { holdsRows, type StoredBatch } from './batch.model.ts';
import { toBatch } from './batch-on-the-wire.ts';
import { BatchStore, batchDiffers } from './batch-store.ts';
import { askAboutChanges } from './changes-to-decide.ts';
import { ChunksToStore } from './chunks-to-store.ts';
import { endLeftBatch, finishLoad } from './end-batch.ts';
import { type EndOfLoad, endBrokenLoad } from './end-broken-load.ts';
import type { LoadKey, LoadRequest } from './load-request.ts';
import { digestsOfMends, newBatch, readOptions, rulesOf } from './load-request.ts';
import { mappingNeeded, toRefusal } from './refusal.ts';

export interface Loaded {
  readonly batch: Batch;
  /** the same file came once more under the id of a batch that is done: nothing was stored, and the batch is as it was */
  readonly isRepeat: boolean;
}

/** @throws what refuses the file; what cuts the line leaves an interrupted batch and is thrown on */
export async function loadBatch(
  request: LoadRequest,
  file: AsyncIterable<Uint8Array>,
): Promise<Loaded> {
  const key = { batch: request.fields.id ?? randomUUID(), attempt: randomUUID() };
  const loading = new Loading(request, key);
  if (request.dryRun)
    return await loading.run(file).catch((error) => Promise.reject(toRefusal(error)));
  const { leases, stopping } = request.context;
  const take = () => leases.takeWhenLeft(leaseOfBatch(key.batch), key.attempt);
  const lease = await throughElection(take, { stopping });
  if (!lease)
    throw problem('batch-loading', { detail: 'Wait for it to end, or look at its counts.' });
  let ended = true;
  try {
    return await loading.run(file);
  } catch (error) {
    const end = await loading.end(toRefusal(error));
    ended = end.ended;
    throw end.error;
  } finally {
    // whoever watches ends what is not ended, and forgets a lease that could not be given back
    if (ended) await lease.release().catch(() => undefined);
    else lease.abandon();
  }
}

class Loading {
  readonly #request: LoadRequest;
  readonly #key: LoadKey;
  readonly #store: BatchStore;
  readonly #reader: CsvReader;
  readonly #file: ArrivingFile;
  readonly #chunks: ChunksToStore;
  #batch: StoredBatch | null = null;
  /** what is stored under the id already, when that came to its end: only the digest of this file is of interest then */
  #done: StoredBatch | null = null;
  #rules: ReturnType<typeof rulesOf> | null = null;
  readonly #turn = new Turn();
  /** its last row was judged and it is bound to be done */
  #settled = false;

  constructor(request: LoadRequest, key: LoadKey) {
    this.#request = request;
    this.#key = key;
    this.#store = new BatchStore(request.context, key);
    this.#reader = new CsvReader({
      ...readOptions(request.fields),
      questions: request.survey.questions,
    });
    this.#file = new ArrivingFile(request.context.config.maxFileBytes);
    this.#chunks = new ChunksToStore({
      request,
      key,
      store: this.#store,
      bytes: () => this.#file.bytes,
    });
  }

  async run(file: AsyncIterable<Uint8Array>): Promise<Loaded> {
    const { context, user, dryRun } = this.#request;
    const { stopping, limits } = context;
    for await (const piece of file) {
      if (stopping.aborted) throw problem('not-ready', { detail: 'The server is stopping.' });
      this.#file.count(piece);
      if (!dryRun) limits.count('bytes of files', user.username, piece.length);
      if (!this.#done) await this.#take(this.#reader.push(piece));
    }
    if (!this.#done) await this.#take(this.#reader.end());
    if (this.#done) return { batch: this.#repeat(this.#done), isRepeat: true };
    await this.#chunks.finish();
    return { batch: await this.#finish(), isRepeat: false };
  }

  async #take(rows: readonly CsvRow[]): Promise<void> {
    // also where nothing comes of what was read, as of a million blank lines
    await this.#turn.giveWay();
    const { table } = this.#reader;
    if (!table) return;
    const rules = this.#rules ?? (await this.#begin(table, rows));
    if (!rules) return;
    for (const row of rows) {
      if (this.#turn.isOver) await this.#turn.giveWay();
      const judged = judgeRow(row, rules);
      if (judged) this.#chunks.add(judged, row);
      else this.#chunks.tally.addBlank();
      if (this.#chunks.isFull) await this.#chunks.next();
    }
    if (this.#chunks.isDue) await this.#chunks.next();
  }

  async #begin(table: FoundTable, rows: readonly CsvRow[]): Promise<RowRules | null> {
    if (table.problem) throw mappingNeeded(inspectionOf(this.#reader, rows));
    const rules = rulesOf(this.#request, table);
    const { encoding } = this.#reader;
    const found = { table, rules, encoding, fingerprint: this.#file.fingerprint() };
    const batch = newBatch(this.#request, this.#key, found);
    const { context, dryRun } = this.#request;
    const endLeft = (left: StoredBatch) => endLeftBatch(context, left);
    const sameMends = digestsOfMends(this.#request.fields);
    const begin = () => this.#store.begin(batch, { endLeft, sameMends });
    if (!dryRun) await this.#steadily(() => this.#note(batch));
    const begun = dryRun ? batch : await this.#steadily(begin);
    if (begun.state === 'done') this.#done = begun;
    else this.#batch = begun;
    this.#rules = this.#done ? null : rules;
    if (this.#rules) this.#chunks.begin(this.#rules);
    return this.#rules;
  }

  async #note({ _id, survey, office, policy }: StoredBatch): Promise<void> {
    const changes = auditedChanges({}, { survey, office, policy });
    await this.#request.audit.note({ what: 'batch-sent', on: `batch:${_id}`, changes });
  }

  /** An upload goes on after an election; each step of it may be done twice. */
  #steadily<T>(step: () => Promise<T>): Promise<T> {
    return throughElection(step, { stopping: this.#request.context.stopping });
  }

  /** @throws batch-differs when it is another file, however alike its beginning */
  #repeat(done: StoredBatch): Batch {
    if (done.digest !== this.#file.digest()) throw batchDiffers();
    return toBatch(done);
  }

  async #finish(): Promise<Batch> {
    const { fields, dryRun, context } = this.#request;
    if (!this.#batch) throw new Error('a file without a table is refused before');
    const allOrNothing = fields.policy === 'all-or-nothing';
    const notes = [
      ...this.#reader.notes,
      ...this.#chunks.tally.notes,
      ...(this.#rules?.mender.notes ?? []),
      ...(await this.#steadily(() => this.#corrections())),
    ];
    const progress = { ...this.#chunks.progress, notes, digest: this.#file.digest() };
    if (dryRun) {
      const at = context.now();
      return toBatch({ ...this.#batch, ...progress, state: 'done', changedAt: at, finishedAt: at });
    }
    if (allOrNothing && this.#chunks.tally.counts.rejected > 0) {
      throw problem('all-or-nothing', {
        detail: 'Fix the rows with errors and send the file again.',
      });
    }
    if (fields.changed === 'ask') askAboutChanges(this.#chunks.changing, notes);
    const to = holdsRows(this.#batch) ? 'storing' : 'done';
    const moved = await this.#steadily(() => this.#store.move('loading', to, progress));
    this.#settled = true;
    return toBatch(await this.#steadily(() => finishLoad(context, moved, this.#chunks.leaning)));
  }

  async #corrections() {
    const { context, survey, user } = this.#request;
    if (!this.#rules) return [];
    const [office, batch] = [user.office, this.#key.batch];
    return this.#chunks.newRows.compare({
      context,
      survey: survey.id,
      office,
      batch,
      rules: this.#rules,
    });
  }

  /** Leaves the batch as what became of it, and gives what is to be thrown. */
  async end(error: unknown): Promise<EndOfLoad> {
    if (this.#settled) return { error, ended: false };
    await this.#chunks.settle();
    return await endBrokenLoad(error, {
      request: this.#request,
      key: this.#key,
      store: this.#store,
      batch: this.#batch,
      tally: this.#chunks.tally,
      uncertain: this.#chunks.uncertain,
      bytes: this.#file.bytes,
      write: () => this.#chunks.store(),
    });
  }
}
