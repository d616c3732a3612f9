// What the server asks back about a file: rows that change what is stored are a person's to decide.
import { ApiProblem } from '../../data/api.ts';

export interface ChangesAsked {
  /** rows whose id stands for other content, and the numbers of the first of them */
  readonly changed: number;
  readonly rows: readonly number[];
  /** new rows that differ in a cell or two from those of an earlier file */
  readonly looksCorrected: readonly { readonly rows: number; readonly batch: string }[];
}

/** null: it is another refusal */
export function changesAsked(refusal: object): ChangesAsked | null {
  if (!(refusal instanceof ApiProblem) || refusal.type !== 'changes-to-decide') return null;
  const { changed, rows, looksCorrected } = refusal.details;
  if (typeof changed !== 'number' || !Array.isArray(rows) || !Array.isArray(looksCorrected))
    return null;
  return { changed, rows, looksCorrected };
}

/** Rows that were sent back and come corrected are all that it asks about: keeping takes them as what was asked for. */
export function isOnlySentBack(refusal: object): boolean {
  const asked = changesAsked(refusal);
  return asked !== null && asked.changed === 0 && asked.looksCorrected.length === 0;
}
