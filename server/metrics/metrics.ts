// What is counted while it happens, for whoever watches over the server (`GET /metrics`). A registry for each app, so that several
// run in one process. Labels come from lists of our own alone: nothing that a stranger sends, no name and no id becomes one.
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type BatchState, rowOutcomes } from '../../shared/api/batches.ts';
import type { Busy } from '../db/database.ts';
import type { EndedRequest, RequestMeter } from '../http/ended-request.ts';
import { signInOf, signInOutcomes, submissionOf, submissionOutcomes } from './outcomes.ts';

/** seconds: from what a cached answer takes to what nobody waits for */
const latencies = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** a sync of a fast disk takes a tenth of a millisecond */
const commitTimes = [0.0001, 0.00025, 0.0005, ...latencies.slice(0, 10)];

type RowOutcome = (typeof rowOutcomes)[number];
/** also those between loading and done that nobody is told of */
type ReachedState = BatchState | 'storing' | 'undoing';
const batchStates = ['loading', 'done', 'refused', 'interrupted', 'withdrawn'] as const;

type SetGauge<L extends string> = (labels: Readonly<Record<L, string>>, value: number) => void;

export class Metrics implements RequestMeter {
  readonly registry = new Registry();
  /** requests that wait for their answer, open event streams among them */
  inFlight = 0;
  atWork = 0;
  readonly #requests = this.#counter('http_requests_total', 'Requests answered', [
    'method',
    'route',
    'status',
  ]);
  readonly #latency = this.#histogram(
    'http_request_duration_seconds',
    'Time from the first byte of a request to the last of its answer, by class of status; uploads take as long as their sender, event streams are left out',
    ['method', 'route', 'status'],
    latencies,
  );
  readonly #problems = this.#counter('http_problems_total', 'Requests answered with a problem', [
    'route',
    'problem',
  ]);
  readonly #submissions = this.#counter('submissions_total', 'Responses sent one by one', [
    'outcome',
  ]);
  readonly #signIns = this.#counter('sign_ins_total', 'Tries to sign in', ['outcome']);
  readonly #rows = this.#counter('rows_total', 'Rows of files, as they were stored or not', [
    'outcome',
  ]);
  readonly #batches = this.#counter('batches_total', 'Batches by the state they came to', [
    'state',
  ]);

  constructor() {
    for (const outcome of submissionOutcomes) this.#submissions.inc({ outcome }, 0);
    for (const outcome of signInOutcomes) this.#signIns.inc({ outcome }, 0);
    for (const outcome of rowOutcomes) this.#rows.inc({ outcome }, 0);
    for (const state of batchStates) this.#batches.inc({ state }, 0);
  }

  countRequest(ended: EndedRequest): void {
    const { method, route, status, problem, ms, isStream } = ended;
    this.#requests.inc({ method, route, status });
    const statusClass = typeof status === 'number' ? `${Math.floor(status / 100)}xx` : status;
    if (!isStream) this.#latency.observe({ method, route, status: statusClass }, ms / 1000);
    if (problem !== undefined) this.#problems.inc({ route, problem });
    const submission = submissionOf(ended);
    if (submission) this.#submissions.inc({ outcome: submission });
    const signIn = signInOf(ended);
    if (signIn) this.#signIns.inc({ outcome: signIn });
  }

  /** rows of a file whose outcome is stored */
  countRows(rows: readonly { readonly outcome: RowOutcome }[]): void {
    const counts = new Map<RowOutcome, number>();
    for (const { outcome } of rows) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    for (const [outcome, count] of counts) this.#rows.inc({ outcome }, count);
  }

  countBatch(state: ReachedState): void {
    this.#batches.inc({ state });
  }

  /** Hears from now on how long the engine takes. */
  listenTo(busy: Busy): void {
    if (busy.engine === 'embedded') this.#listenToCommits(busy);
    else this.#listenToConnections(busy);
  }

  #listenToCommits(busy: Extract<Busy, { engine: 'embedded' }>): void {
    const durations = this.#histogram(
      'commit_duration_seconds',
      'Time in which a group of writes was made durable',
      [],
      commitTimes,
    );
    const writes = this.#counter('committed_writes_total', 'Writes that were made durable', []);
    busy.onCommit(({ ms, writes: count }) => {
      durations.observe(ms / 1000);
      writes.inc(count);
    });
    this.gauge('writes_waiting', 'Writes that wait to be made durable', [], (set) =>
      set({}, busy.waiting()),
    );
    this.gauge('database_bytes', 'Size of the database and of its log', ['file'], (set) => {
      for (const [file, bytes] of Object.entries(busy.fileBytes())) set({ file }, bytes);
    });
    this.gauge('disk_free_bytes', 'Room on the disk of the database', [], (set) => {
      const bytes = busy.freeBytes();
      if (bytes !== undefined) set({}, bytes);
    });
  }

  #listenToConnections(busy: Extract<Busy, { engine: 'mongodb' }>): void {
    const used = this.#histogram(
      'mongodb_use_duration_seconds',
      'Time for which one command held its connection; one that waits for changes holds it as long as it waits',
      [],
      latencies,
    );
    const waited = this.#histogram(
      'mongodb_wait_duration_seconds',
      'Time for which a command waited for a connection',
      [],
      latencies,
    );
    const failed = this.#counter('mongodb_no_connection_total', 'Commands without connection', []);
    busy.onUsed((ms) => used.observe(ms / 1000));
    busy.onWaited((ms) => waited.observe(ms / 1000));
    busy.onNoConnection(() => failed.inc());
    this.gauge('mongodb_connections_in_use', 'Connections that a command holds', [], (set) =>
      set({}, busy.inUse()),
    );
  }

  /** A value that is read when it is asked for. `name`: ours begin with `rabfang_`; the common ones of processes are given whole. */
  gauge<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    read: (set: SetGauge<L>) => void | Promise<void>,
  ): void {
    const gauge = new Gauge<L>({
      name: fullName(name),
      help,
      labelNames,
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        // without labels it would be 0 then: what cannot be read is not said
        if (labelNames.length === 0) gauge.remove();
        await read((labels, value) => gauge.set(labels, value));
      },
    });
  }

  #counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name: fullName(name), help, labelNames, registers: [this.registry] });
  }

  #histogram<L extends string>(
    name: string,
    help: string,
    labelNames: readonly L[],
    buckets: number[],
  ): Histogram<L> {
    const registers = [this.registry];
    return new Histogram({ name: fullName(name), help, labelNames, buckets, registers });
  }
}

/** names that every exporter of Node's processes uses, so that ready-made dashboards read them */
const fullName = (name: string): string =>
  /^(process|nodejs)_/.test(name) ? name : `rabfang_${name}`;
