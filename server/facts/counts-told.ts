// Who wants to hear of each change of the counts, and when the last one was.
import type { CountsChanged } from './answer.ts';
import { provinceOfShelf } from './codes.ts';
import type { Columns, RowPlace } from './columns.ts';

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
    this.tell({ survey: columns.surveyAt(place), province }, at);
  }

  tell(change: CountsChanged, at = this.asOf): void {
    if (at > this.asOf) this.asOf = at;
    for (const listener of this.#listeners) listener(change);
  }
}
