// A long piece of work on the one thread, in turns of a few milliseconds: everybody else waits at most for one of them.
import { setImmediate as nextTurn } from 'node:timers/promises';

const usualMs = 5;

export class Turn {
  readonly #ms: number;
  #began = performance.now();

  constructor(ms = usualMs) {
    this.#ms = ms;
  }

  get isOver(): boolean {
    return performance.now() - this.#began > this.#ms;
  }

  /** Lets others go first when it has lasted long enough. */
  async giveWay(): Promise<void> {
    if (!this.isOver) return;
    await nextTurn();
    this.begin();
  }

  begin(): void {
    this.#began = performance.now();
  }
}
