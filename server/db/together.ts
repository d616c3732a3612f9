// Many small questions to a server over the network, asked together: what comes while others are on their way waits for them, and
// goes in one. Each still goes after it was asked, so whoever asks after a write reads that write. A group that is slow keeps nobody
// back: its server may be one that is gone.
import { setTimeout as wait } from 'node:timers/promises';

/** how many groups are on their way at once: while one is made durable, the next is carried there */
const mostUnderWay = 2;

interface Waiting<Item, Outcome> {
  readonly item: Item;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: unknown) => void;
}

interface Groups {
  /** items that go in one */
  readonly most: number;
  /** how long others wait for a group that is on its way */
  readonly slowMs: number;
}

const usual: Groups = { most: 200, slowMs: 100 };

/** `work` gives an outcome for each item, in their order; when it throws, all that it was given fail with that. */
export class Together<Item, Outcome> {
  readonly #work: (items: readonly Item[]) => Promise<readonly Outcome[]>;
  readonly #groups: Groups;
  #waiting: Waiting<Item, Outcome>[] = [];
  #underWay = 0;
  #planned = false;

  constructor(
    work: (items: readonly Item[]) => Promise<readonly Outcome[]>,
    groups: Partial<Groups> = {},
  ) {
    this.#work = work;
    this.#groups = { ...usual, ...groups };
  }

  ask(item: Item): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#plan();
    });
  }

  /** Goes at the end of this turn of the event loop: the requests that came in it go together. */
  #plan(): void {
    if (this.#planned || this.#underWay === mostUnderWay || this.#waiting.length === 0) return;
    this.#planned = true;
    setImmediate(() => {
      this.#planned = false;
      void this.#go(this.#waiting.splice(0, this.#groups.most));
      this.#plan();
    });
  }

  async #go(group: readonly Waiting<Item, Outcome>[]): Promise<void> {
    this.#underWay += 1;
    const working = this.#work(group.map(({ item }) => item));
    const slow = new AbortController();
    void Promise.race([working, wait(this.#groups.slowMs, undefined, { signal: slow.signal })])
      .catch(() => undefined)
      .then(() => {
        this.#underWay -= 1;
        this.#plan();
      });
    try {
      const outcomes = await working;
      if (outcomes.length !== group.length) throw new Error('each item has an outcome');
      for (const [i, { resolve }] of group.entries()) resolve(outcomes[i] as Outcome); // as many
    } catch (error) {
      for (const { reject } of group) reject(error);
    } finally {
      slow.abort();
    }
  }
}
