// Responses that are missing from every figure although they were stored: broken ones, and those that nothing can be counted of.
// Never many, and never silent: every answer says how many.
import { StrangeValue } from './codes.ts';
import { type Countable, whyUncountable } from './countable.ts';

export class LeftOut {
  /** told when the number changes, with the id and why */
  onChange: (id: string, why: string) => void = () => undefined;
  readonly #ids = new Map<string, string>();

  get size(): number {
    return this.#ids.size;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** @returns false when that was known */
  add(id: string, why: string): boolean {
    if (this.#ids.get(id) === why) return false;
    this.#ids.set(id, why);
    this.onChange(id, why);
    return true;
  }

  /** It can be counted (again). @returns true when it was left out before */
  delete(id: string): boolean {
    return this.#ids.size > 0 && this.#ids.delete(id);
  }

  clear(): void {
    this.#ids.clear();
  }
}

/** What `use` makes of a response, or why nothing can be made of it. @throws what says nothing about this one response */
export function unlessStrange<T>(response: Countable, use: () => T): { made: T } | { why: string } {
  const why = whyUncountable(response);
  if (why !== undefined) return { why };
  try {
    return { made: use() };
  } catch (error) {
    if (error instanceof StrangeValue) return { why: error.message };
    throw error;
  }
}
