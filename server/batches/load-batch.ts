// One uploaded file, from its first byte to its receipt: read, judge, store in chunks, write progress. Memory is flat; the next
// piece of the file is asked for when the last one is stored.
import { randomUUID } from 'node:crypto';
import type { Batch } from '../../shared/api/batches.ts';
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import { CsvReader } from '../../shared/batch/csv-reader.ts';
import type { FoundTable } from '../../shared/batch/find-table.ts';
import { inspectionOf } from '../../shared/batch/inspect.ts';
import { judgeRow } from '../../shared/batch/judge-row.ts';
import { RowTally } from '../../shared/batch/tally.ts';
import type { JudgedRow, RowRules } from '../../shared/batch/verdict.ts';
import { officeOf } from '../../shared/places/scope.ts';
import { problem } from '../http/problem.ts';
import { type ActiveLoad, beginLoad, endLoad } from './active-loads.ts';
import { ArrivingFile } from './arriving-file.ts';
import type { StoredBatch } from './batch.model.ts';
import { toBatch } from './batch-on-the-wire.ts';
import { BatchStore, batchDiffers } from './batch-store.ts';
import { endBrokenLoad, progressOf } from './end-broken-load.ts';
import { NewRows } from './find-corrections.ts';
import type { LoadRequest } from './load-request.ts';
import { newBatch, readOptions, rulesOf } from './load-request.ts';
import { meetNamed } from './meet-named.ts';
import { mappingNeeded, toRefusal } from './refusal.ts';
import { storeRows } from './store-rows.ts';

const chunkRows = 500;
/** characters of the rows that wait for one block; stays under the largest document */
const chunkLength = 1_000_000;
/** what one violation may take of it */
const violationLength = 200;
const writeAfterMs = 1000;

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
  const { db } = request.context;
  const id = request.fields.id ?? randomUUID();
  const load = beginLoad(db, id, request.survey.id);
  if (!load)
    throw problem('batch-loading', { detail: 'Wait for it to end, or look at its counts.' });
  const loading = new Loading(request, load);
  try {
    return await loading.run(file);
  } catch (error) {
    throw await loading.end(toRefusal(error));
  } finally {
    endLoad(db, load);
  }
}

class Loading {
  readonly #request: LoadRequest;
  readonly #load: ActiveLoad;
  readonly #store: BatchStore;
  readonly #reader: CsvReader;
  readonly #file: ArrivingFile;
  readonly #tally = new RowTally();
  #batch: StoredBatch | null = null;
  /** what is stored under the id already, when that came to its end: only the digest of this file is of interest then */
  #done: StoredBatch | null = null;
  #rules: RowRules | null = null;
  readonly #newRows = new NewRows();
  #waiting: JudgedRow[] = [];
  #waitingLength = 0;
  #writtenAt = performance.now();

  constructor(request: LoadRequest, load: ActiveLoad) {
    this.#request = request;
    this.#load = load;
    this.#store = new BatchStore(request.context, load);
    this.#reader = new CsvReader({
      ...readOptions(request.fields),
      questions: request.survey.questions,
    });
    this.#file = new ArrivingFile(request.context.config.maxFileBytes);
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
    await this.#write();
    return { batch: await this.#finish(), isRepeat: false };
  }

  async #take(rows: readonly CsvRow[]): Promise<void> {
    const { table } = this.#reader;
    if (!table) return;
    const rules = this.#rules ?? (await this.#begin(table, rows));
    if (!rules) return;
    for (const row of rows) {
      const judged = judgeRow(row, rules);
      if (judged) this.#wait(judged, row);
      else this.#tally.addBlank();
      if (this.#waiting.length >= chunkRows || this.#waitingLength >= chunkLength)
        await this.#write();
    }
    if (performance.now() - this.#writtenAt > writeAfterMs) await this.#write();
  }

  async #begin(table: FoundTable, rows: readonly CsvRow[]): Promise<RowRules | null> {
    if (table.problem) throw mappingNeeded(inspectionOf(this.#reader, rows));
    const rules = rulesOf(this.#request, table);
    const { encoding } = this.#reader;
    const found = { table, rules, encoding, fingerprint: this.#file.fingerprint() };
    const batch = newBatch(this.#request, this.#load.id, found);
    const begun = this.#request.dryRun ? batch : await this.#store.begin(batch);
    if (begun.state === 'done') this.#done = begun;
    else this.#batch = begun;
    this.#rules = this.#done ? null : rules;
    return this.#rules;
  }

  #wait(judged: JudgedRow, { cells }: CsvRow): void {
    this.#waiting.push(judged);
    for (const cell of cells) this.#waitingLength += cell.length;
    this.#waitingLength += judged.verdict.violations.length * violationLength;
  }

  /** Stores what waits, then its block of rows, then the counts: what the batch says is never more than what is there. */
  async #write(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#writtenAt = performance.now();
    if (!this.#batch || !this.#rules) return;
    const request = this.#request;
    const { context } = request;
    const office = officeOf(request.user.scope);
    const met = await meetNamed(waiting, { context, rules: this.#rules, office });
    const rows = await storeRows(met, {
      context,
      survey: request.survey.id,
      office,
      by: request.user.username,
      columns: this.#rules.columns,
      load: request.dryRun ? null : this.#load,
    });
    this.#newRows.add(met, rows);
    for (const row of rows) this.#tally.add(row);
    if (request.dryRun) return;
    // together, so that the embedded database makes them durable in one go
    await Promise.all([
      this.#store.writeRows(rows),
      this.#store.update(this.#progress(), 'loading'),
    ]);
  }

  /** @throws batch-differs when it is another file, however alike its beginning */
  #repeat(done: StoredBatch): Batch {
    if (done.digest !== this.#file.digest()) throw batchDiffers();
    return toBatch(done);
  }

  #progress() {
    return progressOf(this.#tally, this.#file.bytes);
  }

  async #finish(): Promise<Batch> {
    const { fields, dryRun } = this.#request;
    if (!this.#batch) throw new Error('a file without a table is refused before');
    const { rejected } = this.#tally.counts;
    if (fields.policy === 'all-or-nothing' && rejected > 0 && !dryRun) {
      throw problem('all-or-nothing', {
        detail: 'Fix the rows with errors and send the file again.',
      });
    }
    const notes = [...this.#reader.notes, ...this.#tally.notes, ...(await this.#corrections())];
    const at = this.#request.context.now();
    const progress = { ...this.#progress(), notes, digest: this.#file.digest() };
    const done = { ...progress, state: 'done', changedAt: at, finishedAt: at } as const;
    return toBatch({ ...this.#batch, ...(dryRun ? done : await this.#store.update(done, 'done')) });
  }

  async #corrections() {
    const { context, survey, user } = this.#request;
    if (!this.#rules) return [];
    const office = officeOf(user.scope);
    const batch = this.#load.id;
    return this.#newRows.compare({ context, survey: survey.id, office, batch, rules: this.#rules });
  }

  /** Leaves the batch as what became of it, and gives what is to be thrown. */
  end(error: unknown): Promise<unknown> {
    return endBrokenLoad(error, {
      request: this.#request,
      id: this.#load.id,
      store: this.#store,
      batch: this.#batch,
      tally: this.#tally,
      bytes: this.#file.bytes,
      write: () => this.#write(),
    });
  }
}
