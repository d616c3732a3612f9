// A row that passed the rules: did it come before in its file? Then it is a duplicate to be skipped, or its id conflicts.
// Judged before the database is asked, so that a file sent again is told the same about its own repetitions.
import { identify, namedResponse } from './identity.ts';
import { conflict, type JudgedRow, type RowRules, type StorableRow } from './verdict.ts';

type PassedRow = Omit<StorableRow, 'digest' | 'named'>;

/** `idCell`: what the file's id column says; empty without one. */
export function settleIdentity(row: PassedRow, idCell: string, rules: RowRules): JudgedRow {
  const { verdict, response, warnings } = row;
  const { hasId, key, content, digest, responseId } = identify({ idCell, response }, rules);
  const earlier = rules.seen.add(key, content, verdict.row, hasId);
  if (!earlier) {
    const named = hasId ? namedResponse(idCell) : null;
    // the verdict is our own, and of a hundred thousand rows
    const stored = Object.assign(verdict, { responseId });
    return { kind: 'storable', response, warnings, verdict: stored, digest, named };
  }
  if (earlier.same || !hasId) {
    const violations = [{ code: 'duplicate', column: null, duplicateOf: earlier.row }];
    return { kind: 'settled', verdict: { ...verdict, outcome: 'skip', violations } };
  }
  const parameters = { otherRow: earlier.row };
  return { kind: 'settled', verdict: conflict(verdict, rules.columns, parameters) };
}
