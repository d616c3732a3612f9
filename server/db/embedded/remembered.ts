// Documents that nearly every request asks for by their ids, as they were read: given again until they change. All writes of this
// process come by here; one of another program is noticed within a second.
import type { Decoded } from './decode.ts';

interface Kept {
  readonly rid: number;
  readonly document: Decoded;
  readonly until: number;
}

const forMs = 1000;
/** in all collections; when there are more, all are forgotten */
const most = 20_000;

export class Remembered {
  readonly #collections = new Map<string, { byId: Map<string, Kept>; ids: Map<number, string> }>();
  readonly #now: () => number;
  #size = 0;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Nobody may change it. */
  get(collection: string, id: string): Decoded | undefined {
    const kept = this.#collections.get(collection)?.byId.get(id);
    return kept && kept.until > this.#now() ? kept.document : undefined;
  }

  keep(collection: string, id: string, rid: number, document: Decoded): void {
    if (this.#size >= most) this.clear();
    const { byId, ids } = this.#collections.get(collection) ?? { byId: new Map(), ids: new Map() };
    this.#collections.set(collection, { byId, ids });
    if (!byId.has(id)) this.#size++;
    byId.set(id, { rid, document, until: this.#now() + forMs });
    ids.set(rid, id);
  }

  forget(collection: string, rid: number): void {
    const known = this.#collections.get(collection);
    const id = known?.ids.get(rid);
    if (!known || id === undefined) return;
    known.ids.delete(rid);
    if (known.byId.delete(id)) this.#size--;
  }

  clear(): void {
    this.#collections.clear();
    this.#size = 0;
  }
}
