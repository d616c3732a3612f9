// One uploaded file, from its first byte to its receipt: read, check, store in chunks, write progress. Memory is flat; the next
// piece of the file is asked for when the last one is stored.
import { createHash, randomUUID } from 'node:crypto';
import type { Batch } from '../../shared/api/batches.ts';
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import { CsvReader } from '../../shared/batch/csv-reader.ts';
import type { Table } from '../../shared/batch/find-table.ts';
import { inspectionOf } from '../../shared/batch/inspect.ts';
import { Problem, problem } from '../http/problem.ts';
import { type ActiveLoad, beginLoad, endLoad } from './active-loads.ts';
import type { StoredBatch, StoredRow } from './batch.model.ts';
import { toBatch } from './batch-on-the-wire.ts';
import { BatchStore } from './batch-store.ts';
import { type CheckedRow, checkRow, type RowRules } from './check-row.ts';
import type { LoadRequest } from './load-request.ts';
import { newBatch, placeOf, readOptions, rulesOf } from './load-request.ts';
import { isRefusal, mappingNeeded, toRefusal } from './refusal.ts';
import { type Storing, storeRows } from './store-rows.ts';
import { Tally } from './tally.ts';

const chunkRows = 500;
/** characters of cells in one block of rows; stays under the largest document */
const chunkLength = 1_000_000;
const writeAfterMs = 1000;
const fingerprintBytes = 64 * 1024;

/** @throws what refuses the file; what cuts the line leaves an interrupted batch and is thrown on */
export async function loadBatch(
  request: LoadRequest,
  file: AsyncIterable<Uint8Array>,
): Promise<Batch> {
  const { db } = request.context;
  const id = request.fields.id ?? randomUUID();
  const load = beginLoad(db, id, placeOf(request));
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
  readonly #tally = new Tally();
  readonly #head: Uint8Array[] = [];
  #bytes = 0;
  #batch: StoredBatch | null = null;
  #rules: RowRules | null = null;
  #waiting: CheckedRow[] = [];
  #waitingLength = 0;
  #writtenAt = performance.now();

  constructor(request: LoadRequest, load: ActiveLoad) {
    this.#request = request;
    this.#load = load;
    this.#store = new BatchStore(request.context, load);
    this.#reader = new CsvReader(readOptions(request.fields));
  }

  async run(file: AsyncIterable<Uint8Array>): Promise<Batch> {
    const { config, stopping } = this.#request.context;
    for await (const piece of file) {
      if (stopping.aborted) throw problem('not-ready', { detail: 'The server is stopping.' });
      if (this.#bytes < fingerprintBytes) this.#head.push(Uint8Array.from(piece));
      this.#bytes += piece.length;
      if (this.#bytes > config.maxFileBytes) {
        throw problem('too-large', {
          detail: 'Cut the file into smaller ones.',
          limit: config.maxFileBytes,
        });
      }
      await this.#take(this.#reader.push(piece));
    }
    await this.#take(this.#reader.end());
    await this.#write();
    return await this.#finish();
  }

  async #take(rows: readonly CsvRow[]): Promise<void> {
    const { table } = this.#reader;
    if (!table) return;
    const rules = this.#rules ?? (await this.#begin(table, rows));
    for (const row of rows) {
      const checked = checkRow(row, rules);
      if (!checked) this.#tally.addBlank();
      else this.#wait(checked);
      if (this.#waiting.length >= chunkRows || this.#waitingLength >= chunkLength)
        await this.#write();
    }
    if (performance.now() - this.#writtenAt > writeAfterMs) await this.#write();
  }

  async #begin(table: Table, rows: readonly CsvRow[]): Promise<RowRules> {
    if (table.problem) throw mappingNeeded(inspectionOf(this.#reader, rows));
    const rules = rulesOf(this.#request, table);
    const fingerprint = fingerprintOf(this.#head);
    const batch = newBatch(this.#request, this.#load.id, {
      table,
      rules,
      encoding: this.#reader.encoding,
      fingerprint,
    });
    this.#batch = this.#request.dryRun ? batch : await this.#store.begin(batch);
    this.#rules = rules;
    return rules;
  }

  #wait(row: CheckedRow): void {
    this.#waiting.push(row);
    for (const cell of row.stored.cells) this.#waitingLength += cell.length;
  }

  /** Stores what waits, then its block of rows, then the counts: what the batch says is never more than what is there. */
  async #write(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingLength = 0;
    this.#writtenAt = performance.now();
    if (!this.#batch || !this.#rules) return;
    const rows = waiting.length > 0 ? await this.#settle(waiting, this.#rules) : [];
    for (const row of rows) this.#tally.add(row);
    if (this.#request.dryRun) return;
    // together, so that the embedded database makes them durable in one go
    await Promise.all([
      this.#store.writeRows(rows),
      this.#store.update(this.#progress(), 'loading'),
    ]);
  }

  async #settle(waiting: readonly CheckedRow[], { columns }: RowRules): Promise<StoredRow[]> {
    const { context, survey, user, dryRun } = this.#request;
    const { office } = this.#load;
    const load = dryRun ? null : this.#load;
    const storing: Storing = {
      context,
      survey: survey.id,
      office,
      by: user.username,
      columns,
      load,
    };
    const stored = await storeRows(
      waiting.filter((row) => row.kind === 'storable'),
      storing,
    );
    let next = 0;
    return waiting.map((row) =>
      row.kind === 'settled' ? row.stored : (stored[next++] ?? row.stored),
    );
  }

  #progress() {
    const { counts, errors, warnings, skips } = this.#tally;
    return { counts, errors, warnings, skips, bytes: this.#bytes };
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
    const at = this.#request.context.now();
    const done = { ...this.#progress(), state: 'done', changedAt: at, finishedAt: at } as const;
    return toBatch({ ...this.#batch, ...(dryRun ? done : await this.#store.update(done, 'done')) });
  }

  /** Leaves the batch as what became of it, and gives what is to be thrown. */
  async end(error: unknown): Promise<unknown> {
    if (this.#request.dryRun) return error;
    try {
      return isRefusal(error) ? await this.#refuse(error) : await this.#interrupt(error);
    } catch (failure) {
      // the database is gone: the batch is found as `loading` at the next start and marked then
      this.#request.context.log.warn(
        { err: failure, batch: this.#load.id },
        'a batch could not be ended',
      );
      return error;
    }
  }

  async #refuse(error: ReturnType<typeof problem>): Promise<unknown> {
    if (!this.#batch) return error;
    await this.#store.undo();
    const counted = error.type === 'all-or-nothing';
    if (!counted) await this.#store.forgetRows();
    await this.#store.update(counted ? this.#progress() : emptyProgress(this.#bytes), 'refused');
    const { counts, errors, skips } = this.#tally;
    if (!counted) return error;
    return problem('all-or-nothing', {
      ...error.extra,
      batch: this.#load.id,
      counts,
      errors,
      skips,
    });
  }

  async #interrupt(error: unknown): Promise<unknown> {
    if (!this.#batch) {
      // cut off before the table was found; a problem instead says why nothing began
      if (error instanceof Problem) return error;
      await this.#store.noteCutOff({
        ...newBatch(this.#request, this.#load.id, null),
        bytes: this.#bytes,
      });
      return error;
    }
    if (this.#request.fields.policy === 'all-or-nothing') {
      await this.#store.undo();
      await this.#store.forgetRows();
      await this.#store.update(emptyProgress(this.#bytes), 'interrupted');
      return error;
    }
    await this.#write(); // rows that have arrived whole
    await this.#store.update(this.#progress(), 'interrupted');
    return error;
  }
}

function emptyProgress(bytes: number) {
  const { counts, errors, warnings, skips } = new Tally();
  return { counts, errors, warnings, skips, bytes };
}

function fingerprintOf(head: readonly Uint8Array[]): string {
  const bytes = Buffer.concat(head).subarray(0, fingerprintBytes);
  return createHash('sha256').update(bytes).digest('base64url');
}
