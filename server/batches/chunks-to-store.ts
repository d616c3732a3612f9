// The judged rows of a file on their way into the database, a chunk at a time. One chunk is stored while the next is read and
// judged, so that neither the disk nor a database over the network is waited for by who computes; there are never more than these two.
import type { CsvRow } from '../../shared/batch/csv-reader.ts';
import { RowTally } from '../../shared/batch/tally.ts';
import type { JudgedRow, RowRules } from '../../shared/batch/verdict.ts';
import { throughElection } from '../db/through-election.ts';
import { newPatience } from '../responses/insert-responses.ts';
import { holdsRows } from './batch.model.ts';
import type { BatchStore, LoadProgress } from './batch-store.ts';
import { ChangingRows } from './changes-to-decide.ts';
import { progressOf } from './end-broken-load.ts';
import { NewRows } from './find-corrections.ts';
import type { LoadKey, LoadRequest } from './load-request.ts';
import { meetNamed } from './meet-named.ts';
import { storeRows } from './store-rows.ts';
import { WaitingRows } from './waiting-rows.ts';

const storedAfterMs = 1000;

interface Loading {
  readonly request: LoadRequest;
  readonly key: LoadKey;
  readonly store: BatchStore;
  /** how much of the file has arrived */
  readonly bytes: () => number;
}

export class ChunksToStore {
  readonly tally = new RowTally();
  readonly newRows = new NewRows();
  readonly #loading: Loading;
  readonly changing = new ChangingRows();
  readonly #patience = newPatience();
  readonly #erased = new Set<number>();
  readonly #waiting = new WaitingRows();
  #rules: RowRules | null = null;
  #begunAt = performance.now();
  /** rejects when the chunk that was begun cannot be stored */
  #storing: Promise<void> = Promise.resolve();
  #writing = false;
  #leaning = false;

  constructor(loading: Loading) {
    this.#loading = loading;
  }

  /** From now on there is a batch that they are of. */
  begin(rules: RowRules): void {
    this.#rules = rules;
  }

  /** rows of the file belong to others who are still loading, and may hand them over */
  get leaning(): boolean {
    return this.#leaning;
  }

  /** the counts may be other than what is stored: rows belong to others, or a write failed */
  get uncertain(): boolean {
    return this.#leaning || this.#writing;
  }

  get progress(): LoadProgress {
    return progressOf(this.tally, this.#loading.bytes());
  }

  add(judged: JudgedRow, row: CsvRow): void {
    this.#waiting.add(judged, row);
  }

  get isFull(): boolean {
    return this.#waiting.isFull;
  }

  get isDue(): boolean {
    return performance.now() - this.#begunAt > storedAfterMs;
  }

  /** Begins to store what waits, once what was begun before is stored. @throws when that could not be */
  async next(): Promise<void> {
    await this.#storing;
    this.#begunAt = performance.now();
    this.#storing = this.store();
    // whoever waits for it is told
    this.#storing.catch(() => undefined);
  }

  /** Stores all that is left. */
  async finish(): Promise<void> {
    await this.next();
    await this.#storing;
  }

  /** Lets what was begun come to its end; should it fail, nothing that was judged behind it is stored. */
  async settle(): Promise<void> {
    await this.#storing.catch(() => this.#waiting.take());
  }

  /** Stores what waits, then its block of rows, then the counts: what the batch says is never more than what is there. */
  async store(): Promise<void> {
    const { rows: waiting, blockEnds } = this.#waiting.take();
    const rules = this.#rules;
    if (!rules) return;
    const { request, key, store } = this.#loading;
    const { context, user, dryRun, fields } = request;
    const { office } = user;
    const meeting = { context, rules, office, dryRun };
    const met = await this.#steadily(() => meetNamed(waiting, meeting));
    const storing = {
      context,
      survey: request.survey.id,
      office,
      user,
      columns: rules.columns,
      load: dryRun ? null : key,
      patience: this.#patience,
      changed: fields.changed,
      held: holdsRows({ policy: fields.policy, asks: fields.changed === 'ask' }),
      sentBack: this.changing.sentBack,
      erased: this.#erased,
    };
    const { rows, leaning } = await this.#steadily(() => storeRows(met, storing));
    this.newRows.add(met, rows, rules);
    this.#leaning ||= leaning;
    this.changing.look(rows);
    for (const row of rows) this.tally.add(row);
    if (dryRun) return;
    this.#writing = true;
    // together, so that the embedded database makes them durable in one go
    await this.#steadily(() =>
      Promise.all([store.writeRows(rows, blockEnds), store.writeProgress(this.progress)]),
    );
    this.#writing = false;
    context.metrics.countRows(rows);
  }

  /** An upload goes on after an election; each step of it may be done twice. */
  #steadily<T>(step: () => Promise<T>): Promise<T> {
    return throughElection(step, { stopping: this.#loading.request.context.stopping });
  }
}
