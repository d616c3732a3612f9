// Who wants to hear of each change of the counts, and when the last one was.
import type { CountsChanged } from './answer.ts';
import { provinceOfShelf } from './codes.ts';
import type { Columns, RowPlace } from './columns.ts';
import { fromId } from './ids.ts';

type Listener = (change: CountsChanged) => void;

export class CountsTold {
  /** the last change that was applied */
  asOf = new Date(0);
  readonly #listeners = new Set<Listener>();

  onChange(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** of a response where it stands */
  tellOf(columns: Columns, place: RowPlace, at: Date): void {
    const province = provinceOfShelf(place.number);
    const response = fromId(place.shelf.idAt(place.r));
    this.tell({ survey: columns.surveyAt(place), province, response }, at);
  }

  tell(change: CountsChanged, at = this.asOf): void {
    if (at > this.asOf) this.asOf = at;
    for (const listener of this.#listeners) listener(change);
  }
}
