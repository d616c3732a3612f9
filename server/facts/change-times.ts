// When something last changed in each province: an answer says so of the provinces it was asked about, and of no other.
import { shelfCount } from './codes.ts';

export class ChangeTimes {
  readonly #last = new Float64Array(shelfCount);
  #complete = 0;

  /** Noted before the change is made, since answers keep the time with their counts. */
  note(shelf: number, at: Date): void {
    this.#last[shelf] = Math.max(this.#last[shelf] ?? 0, at.getTime());
  }

  /** Everything stored was there: as of then where nothing has changed. */
  complete(at: Date): void {
    this.#complete = at.getTime();
  }

  /** of each shelf, ms since 1970 */
  toKeep(): Float64Array {
    return this.#last;
  }

  take(kept: Float64Array): void {
    this.#last.set(kept);
  }

  /** ms since 1970 */
  of(shelves: readonly number[]): number {
    const last = Math.max(0, ...shelves.map((shelf) => this.#last[shelf] ?? 0));
    return last || this.#complete;
  }
}
