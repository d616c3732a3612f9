// Several processes of one machine on one port: starts them, says once how it went, replaces one that dies, and stops them all.
// It serves nothing itself, so nothing that a request does can end it.
import cluster, { type Worker } from 'node:cluster';
import type { Logger } from 'pino';
import { type Member, MetricsGathering } from '../metrics/gathering.ts';
import { isAboutMetrics } from '../metrics/of-all-processes.ts';
import { isTold, isUsed, printed, type Told, type Used } from './messages.ts';
import { restartPause } from './restart-pause.ts';
import type { Teller } from './teller.ts';

interface Place {
  worker: Worker | undefined;
  /** what its process wants to be read, once it serves */
  lines: readonly string[] | undefined;
  servingSince: number | undefined;
  pauseMs: number;
}

export interface FleetOptions {
  readonly processes: number;
  /** the module that each process runs */
  readonly main: string;
  /** variables that each process is given beside the environment */
  readonly env: Readonly<Record<string, string>>;
  /** how long a process may take to stop */
  readonly stopWithinMs: number;
}

export class Fleet {
  readonly #options: FleetOptions;
  readonly #log: Logger;
  readonly #teller: Teller;
  readonly #places: readonly Place[];
  readonly #gathering = new MetricsGathering(() => this.#places.flatMap(memberAt));
  #announced = false;
  /** with what code it ends, once it does */
  #ending: number | undefined;

  constructor(options: FleetOptions, log: Logger, teller: Teller) {
    this.#options = options;
    this.#log = log;
    this.#teller = teller;
    this.#places = Array.from({ length: options.processes }, () => ({
      worker: undefined,
      lines: undefined,
      servingSince: undefined,
      pauseMs: 0,
    }));
    const execArgv = [...process.execArgv, '--enable-source-maps'];
    cluster.setupPrimary({ exec: options.main, execArgv });
  }

  /** The first process alone meets an empty or an old database; the others begin when that has what it needs. */
  start(): void {
    this.#startAt(this.#places.slice(0, 1));
  }

  /** Ends all processes as a signal to each of them would, and then this one. */
  stop(): void {
    this.#end(0);
  }

  #startAt(places: readonly Place[]): void {
    for (const place of places) {
      const worker = cluster.fork(this.#options.env);
      place.worker = worker;
      worker.on('message', (message) => {
        if (isTold(message)) this.#hear(place, message);
        else if (isUsed(message)) this.#handOn(place, message);
        else if (isAboutMetrics(message))
          for (const from of memberAt(place, this.#places.indexOf(place)))
            this.#gathering.hear(from, message);
      });
      worker.once('exit', (code, signal) => this.#gone(place, signal ?? code));
    }
  }

  #hear(place: Place, told: Told): void {
    const [first, ...others] = this.#places;
    if (told.kind === 'refused') this.#refuse(told.reason);
    else if (told.kind === 'serving') {
      place.lines = told.lines;
      place.servingSince = performance.now();
      if (!this.#announced && this.#places.every(({ lines }) => lines)) void this.#announce();
    } else if (place === first && !this.#announced) this.#startAt(others);
  }

  #handOn(from: Place, used: Used): void {
    for (const place of this.#places)
      if (place !== from && place.worker?.isConnected()) place.worker.send(used);
  }

  async #announce(): Promise<void> {
    this.#announced = true;
    const [first] = this.#places;
    await this.#teller.serving(first?.lines ?? []);
    // only this one's lines were read by somebody
    first?.worker?.send(printed);
  }

  /** A start that cannot be ends all of them; one in the place of a process that died is tried again. */
  #refuse(reason: string): void {
    if (this.#announced) this.#log.error(reason);
    else if (this.#ending === undefined) {
      process.stderr.write(`${reason}\n`);
      this.#end(1);
    }
  }

  #gone(place: Place, how: number | string): void {
    place.worker = undefined;
    if (this.#ending !== undefined) this.#exitWhenEmpty();
    else if (this.#announced) this.#replace(place, how);
    else this.#refuse(diedEarly(how));
  }

  #replace(place: Place, how: number | string): void {
    const { servingSince } = place;
    const servedMs = servingSince === undefined ? 0 : performance.now() - servingSince;
    place.pauseMs = restartPause(place.pauseMs, servedMs);
    place.servingSince = undefined;
    this.#log.warn({ ended: how, pauseMs: place.pauseMs }, 'a process ended: it is replaced');
    setTimeout(() => {
      if (this.#ending === undefined) this.#startAt([place]);
    }, place.pauseMs);
  }

  #end(code: number): void {
    if (this.#ending !== undefined) return;
    this.#ending = code;
    this.#signal('SIGTERM');
    setTimeout(() => {
      this.#ending = 1;
      this.#signal('SIGKILL');
    }, this.#options.stopWithinMs + 2000);
    this.#exitWhenEmpty();
  }

  #signal(signal: NodeJS.Signals): void {
    for (const { worker } of this.#places) worker?.process.kill(signal);
  }

  #exitWhenEmpty(): void {
    if (this.#places.every(({ worker }) => worker === undefined)) process.exit(this.#ending);
  }
}

/** A process that can be spoken to, by the number of its place; who has died meanwhile hears nothing. */
function memberAt({ worker }: Place, at: number): Member[] {
  if (!worker?.isConnected()) return [];
  return [{ place: at + 1, send: (message) => worker.send(message, () => undefined) }];
}

const diedEarly = (how: number | string): string =>
  `Rabfang does not start: one of its processes ended (${how}) before it served.`;
