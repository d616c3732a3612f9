// Which column is which field: the claims that headers make, as far as the cells bear them out, against each other.
import { type CsvField, requiredFields } from '../survey/fields/names-in-files.ts';
import { cellsBearOut } from './cells-bear-out.ts';
import type { MappingTarget } from './inspection.ts';
import type { Recognised } from './recognise-header.ts';

/** The columns before they are given out. */
export interface Claiming {
  /** what a person decided */
  readonly targets: readonly (MappingTarget | undefined)[];
  /** what each column is by its header and its cells; null: nothing that is known */
  readonly guesses: readonly (Recognised | null)[];
}

export interface Claim {
  /** the column that is the field */
  readonly taken: number | null;
  /** columns a person has to choose from; empty when it is clear */
  readonly rivals: readonly number[];
  readonly doubtful: boolean;
}

export interface Guess {
  readonly guess: Recognised | null;
  /** what the header says and the cells do not bear out */
  readonly proposed: CsvField | null;
}

/** The likeliest claim that the column's cells do not speak against. */
export function guessOf(claims: readonly Recognised[], cells: () => Iterable<string>): Guess {
  const holds = ({ as, tested, proposal }: Recognised) =>
    !proposal && (!tested || as === 'number' || as === 'personal' || cellsBearOut(as, cells()));
  const guess = claims.find(holds) ?? null;
  if (guess?.as === 'personal' || guess?.as === 'number') return { guess, proposed: null };
  const isProposed = (claim: Recognised) => {
    const field = fieldOf(claim);
    return claim.proposal ? field !== null && cellsBearOut(field, cells()) : guess === null;
  };
  return { guess, proposed: claims.filter(isProposed).map(fieldOf)[0] ?? null };
}

/** A tool's column is the field or nothing. */
function fieldOf({ as, byTool }: Recognised): CsvField | null {
  return as === 'number' || as === 'personal' || byTool ? null : as;
}

/** What people suggest is all that they said, where nothing else has the details. */
export function withoutDetails(
  guesses: Claiming['guesses'],
  targets: Claiming['targets'],
): Claiming {
  const claiming = { targets, guesses };
  if (claimColumn('detail', claiming).taken !== null) return claiming;
  const details = guesses.map((guess) =>
    guess?.as === 'suggestion' ? { ...guess, as: 'detail' as const } : guess,
  );
  return { targets, guesses: details };
}

export function claimColumn(field: CsvField, { targets, guesses }: Claiming): Claim {
  const where = (test: (index: number) => boolean) => guesses.map((_, index) => index).filter(test);
  const chosen = where((index) => targets[index] === field);
  if (chosen.length > 0) return oneOf(chosen);
  const claiming = where((index) => guesses[index]?.as === field);
  const strong = claiming.filter((index) => guesses[index]?.exact && !guesses[index]?.weak);
  const behindPaths = strong.filter((index) => guesses[index]?.tested);
  if (strong.length > behindPaths.length)
    return oneOf(strong.filter((index) => !behindPaths.includes(index)));
  const byRank = (a: number, b: number) => (guesses[a]?.rank ?? 0) - (guesses[b]?.rank ?? 0);
  const contained = claiming.filter((index) => !guesses[index]?.exact);
  const near = behindPaths.length > 0 ? behindPaths : contained;
  if (near.length > 1 && requiredFields.includes(field)) return oneOf(near);
  const [taken = null] = behindPaths.length > 0 ? behindPaths : claiming.sort(byRank);
  return { taken, rivals: [], doubtful: near.length > 1 };
}

function oneOf(columns: readonly number[]): Claim {
  return { taken: columns[0] ?? null, rivals: columns.length > 1 ? columns : [], doubtful: false };
}
