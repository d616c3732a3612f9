// A file whose sender wants to be asked: what would change what is stored, and is decided by a person first.
import { problem } from '../http/problem.ts';
import type { StoredBatch, StoredRow } from './batch.model.ts';

const mostNamed = 100;

/** The rows of a file whose id stands for other content in the database. */
export class ChangingRows {
  /** numbers of the first of them */
  readonly first: number[] = [];
  /** rows that were sent back and come corrected: nobody has to be asked what is meant by them */
  readonly sentBack = new Set<number>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  look(rows: readonly StoredRow[]): void {
    for (const { row, violations } of rows) {
      const isChange = violations.some(({ code, stored }) => code === 'id-conflict' && stored);
      if (!isChange || this.sentBack.has(row)) continue;
      this.#count++;
      if (this.first.length < mostNamed) this.first.push(row);
    }
  }
}

/** @throws changes-to-decide: nothing of the file stays stored */
export function askAboutChanges(changing: ChangingRows, notes: StoredBatch['notes']): void {
  const corrected = notes.filter(({ code }) => code === 'looks-corrected');
  if (changing.count + changing.sentBack.size + corrected.length === 0) return;
  throw problem('changes-to-decide', {
    detail: 'Send the file again with the field `changed`: `keep` or `replace`.',
    changed: changing.count,
    rows: changing.first,
    sentBack: changing.sentBack.size,
    looksCorrected: corrected.map(({ rows, batch }) => ({ rows, batch })),
  });
}
