// Work that takes much memory or time: however many ask for it at the same moment, one is at it, and the others wait in order.

export class OneAtATime {
  #before: Promise<unknown> = Promise.resolve();

  /** What `work` comes to, once all that asked before are done with theirs, well or not. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#before.then(work);
    this.#before = mine.catch(() => undefined);
    return mine;
  }
}
