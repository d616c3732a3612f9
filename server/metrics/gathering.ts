// In the process above a fleet: gathers the metrics of all for the one that was asked.
import type { AboutMetrics, SaidMetrics } from './of-all-processes.ts';

/** A process of the fleet, as far as it is spoken to. */
export interface Member {
  readonly place: number;
  send(message: AboutMetrics): void;
}

interface Asked {
  readonly by: Member;
  readonly said: Map<number, SaidMetrics>;
  readonly missing: Set<number>;
  readonly timer: NodeJS.Timeout;
}

export class MetricsGathering {
  readonly #asked = new Map<string, Asked>();
  readonly #members: () => readonly Member[];
  readonly #withinMs: number;

  constructor(members: () => readonly Member[], withinMs = 1_000) {
    this.#members = members;
    this.#withinMs = withinMs;
  }

  hear(from: Member, message: AboutMetrics): void {
    if (message.kind === 'metrics-wanted') this.#ask(from, message.ask);
    else if (message.kind === 'metrics-said') {
      const asked = this.#asked.get(message.ask);
      asked?.said.set(from.place, message.metrics);
      asked?.missing.delete(from.place);
      if (asked?.missing.size === 0) this.#answer(message.ask);
    }
  }

  #ask(by: Member, ask: string): void {
    const members = this.#members();
    const missing = new Set(members.map(({ place }) => place));
    const timer = setTimeout(() => this.#answer(ask), this.#withinMs);
    this.#asked.set(ask, { by, said: new Map(), missing, timer });
    for (const member of members) member.send({ kind: 'metrics-wanted', ask });
  }

  #answer(ask: string): void {
    const asked = this.#asked.get(ask);
    if (!asked) return;
    this.#asked.delete(ask);
    clearTimeout(asked.timer);
    const all = [...asked.said].sort(([one], [other]) => one - other);
    asked.by.send({ kind: 'metrics-of-all', ask, all });
  }
}
