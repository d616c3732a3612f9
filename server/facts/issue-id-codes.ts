// The ids of issues as numbers: positions, which most of them are, as they stand; others by a list that grows.
import { Dictionary } from './codes.ts';

const position = /^[1-9]\d{0,5}$/;
const firstOther = 1_000_000;

export class IssueIdCodes {
  readonly #others = new Dictionary('id of an issue', 2 ** 30, 0);

  code(id: string): number {
    return position.test(id) ? Number(id) : firstOther + this.#others.code(id);
  }

  /** undefined: no issue has it */
  find(id: string): number | undefined {
    if (position.test(id)) return Number(id);
    const other = this.#others.find(id);
    return other === undefined ? undefined : firstOther + other;
  }

  text(code: number): string {
    return code < firstOther ? String(code) : (this.#others.value(code - firstOther) ?? '');
  }

  toKeep(): readonly string[] {
    return this.#others.values;
  }

  take(kept: readonly string[]): void {
    for (const id of kept) this.code(id);
  }
}
