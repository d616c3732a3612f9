// Sees to it that what is broken is set aside: what the check at start finds, and what a read meets later.
import { join } from 'node:path';
import type { Damage, SetAside } from '../database.ts';
import { StorageRefusal } from '../refusal.ts';
import { type Broken, type Examination, examine } from './examine.ts';
import { lookThrough } from './look-through.ts';
import { fileName } from './open-file.ts';
import { damaged } from './opening-failure.ts';
import { allSetAside, brokenIn, setAside } from './set-aside.ts';
import type { SqliteStore } from './store.ts';

export class DamageWatch implements Damage {
  readonly examined: Promise<void>;
  mended: Promise<void> = Promise.resolve();
  readonly #store: SqliteStore;
  readonly #dataDir: string;
  readonly #file: string;
  readonly #onError: (error: unknown) => void;
  readonly #listeners: ((one: SetAside) => void)[] = [];
  readonly #handled = new Set<string>();
  /** resolves when everything taken up to now is set aside */
  #taken: Promise<unknown> = Promise.resolve();
  #examination: Examination | undefined;
  #all: readonly SetAside[] | undefined;
  #ended = false;

  constructor(store: SqliteStore, dataDir: string, onError: (error: unknown) => void) {
    this.#store = store;
    this.#dataDir = dataDir;
    this.#file = join(dataDir, fileName);
    this.#onError = onError;
    store.onBroken = (collection, rid) => void this.#take([{ collection, rid }]);
    store.onDoubt = () => void this.#examineAgain();
    this.examined = store.isNew ? Promise.resolve() : this.#examine();
    // who waits for it is told; nobody has to
    this.examined.catch(() => undefined);
  }

  setAside(): readonly SetAside[] {
    this.#all ??= allSetAside(this.#store);
    return this.#all;
  }

  lookThrough(): Promise<readonly string[]> {
    return lookThrough(this.#dataDir);
  }

  onSetAside(listener: (one: SetAside) => void): void {
    this.#listeners.push(listener);
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#examination?.end();
  }

  /**
   * Reads the whole file once, beside what else goes on. Resolves as soon as it is known that its pages hang together; documents and
   * indexes are looked at after that, and what is broken is set aside. @throws StorageRefusal
   */
  async #examine(): Promise<void> {
    const examination = examine(this.#file);
    this.#examination = examination;
    this.mended = this.#mend(examination);
    const pages = await examination.pages;
    if (pages.length > 0)
      throw new StorageRefusal(damaged(this.#file, pages.join('; ').replaceAll('\n', ' ')));
  }

  async #mend({ pages, broken, indexes }: Examination): Promise<void> {
    try {
      if ((await pages).length > 0) return;
      await this.#take(await broken);
      if ((await indexes).length === 0) return;
      await this.#store.writes.write(() => this.#store.run('REINDEX', []));
      this.#onError(new Error(`Indexes of ${this.#file} did not fit their documents: built anew.`));
    } catch (error) {
      if (!this.#ended) this.#onError(error);
    }
  }

  /** A statement stumbled over a document that it could not name. */
  async #examineAgain(): Promise<void> {
    if (this.#examination === undefined) await this.#examine().catch(this.#onError);
  }

  async settle(collections: readonly string[]): Promise<void> {
    for (const name of collections)
      await this.#take(brokenIn(this.#store, name).map((rid) => ({ collection: name, rid })));
  }

  /** Sets aside what nobody has set aside before; resolves when all that was taken until now is. */
  #take(broken: readonly Broken[]): Promise<unknown> {
    this.#taken = Promise.all([this.#taken, this.#takeFresh(broken)]).then(() => undefined);
    return this.#taken;
  }

  async #takeFresh(broken: readonly Broken[]): Promise<void> {
    const fresh = broken.filter(({ collection, rid }) => {
      const key = `${collection} ${rid}`;
      return !this.#handled.has(key) && this.#handled.add(key);
    });
    for (const collection of new Set(fresh.map((one) => one.collection))) {
      const rids = fresh.filter((one) => one.collection === collection).map(({ rid }) => rid);
      const found = await setAside(this.#store, collection, rids).catch(this.#onError);
      this.#all = undefined;
      for (const one of found ?? []) for (const listener of this.#listeners) listener(one);
    }
  }
}
