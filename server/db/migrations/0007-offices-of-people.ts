// From 29 November 2026 on an office is a document and a person belongs to one. The office that was computed from their scope becomes
// their own: it is the one that their batches and responses carry. What counts their changes begins.
import type { AnyDocument, MigrationStep } from './step.ts';

export const givePeopleOffices: MigrationStep = {
  makes: 7,
  does: 'every person belongs to an office',
  run: (database) =>
    database.each('users', ({ office, scope }) =>
      office === undefined || office === null
        ? {
            onlyIf: { office: null },
            set: { office: officeOf(scope), tokenVersion: 1, revision: 1 },
          }
        : undefined,
    ),
};

/** A scope names its region or its province; that over everything names none. */
function officeOf(scope: AnyDocument[string]): string {
  const { region, province } = (scope ?? {}) as Readonly<Record<string, unknown>>; // an object, whatever its kind
  return String(region ?? province ?? 'national');
}
