// Whether questions are answered: not before everything stored is counted, not while a write is in doubt, and never again once
// something did not fit. A part is no number.
import { problem } from '../http/problem.ts';
import { CodeLimit } from './codes.ts';

export class Readiness {
  readonly #doubts = new Set<object>();
  #isComplete = false;
  #broken: CodeLimit | undefined;

  get isReady(): boolean {
    return this.#isComplete && !this.#broken && this.#doubts.size === 0;
  }

  complete(): void {
    this.#isComplete = true;
  }

  /** Everything was forgotten, also what did not fit. */
  beginAnew(): void {
    this.#isComplete = false;
    this.#broken = undefined;
  }

  /** @returns what ends the doubt */
  inDoubt(): () => void {
    const doubt = {};
    this.#doubts.add(doubt);
    return () => this.#doubts.delete(doubt);
  }

  /** @throws not-ready */
  must(): void {
    if (this.#broken) throw problem('not-ready', { detail: this.#broken.message, retryAfter: 60 });
    if (this.#doubts.size > 0)
      throw problem('not-ready', { detail: 'The database has yet to say what it stored.' });
    if (!this.#isComplete)
      throw problem('not-ready', { detail: 'The responses are being counted.' });
  }

  /** What could not be taken in is missing from every figure, so none is given any more. */
  orNeverAgain<T>(change: () => T): T {
    try {
      return change();
    } catch (error) {
      if (error instanceof CodeLimit) this.#broken ??= error;
      throw error;
    }
  }
}
