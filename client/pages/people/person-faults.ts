// What is wrong with a person's form: what can be seen here, and what the server said.
import type { Role } from '../../../shared/api/session.ts';
import type { ApiProblem } from '../../data/api.ts';
import type { Messages } from '../../i18n/messages.ts';

export interface PersonValues {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  /** an id; null: none chosen */
  readonly office: string | null;
  /** the id of a place; null: none chosen */
  readonly scope: string | null;
  readonly email: string;
}

type Faults = Readonly<Partial<Record<keyof PersonValues, string>>>;

const usernames = /^[a-z][a-z0-9._-]{1,38}[a-z0-9]$/;
const emails = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A sentence for each field that has to be mended. */
export function faultsOf(
  values: PersonValues,
  failure: ApiProblem | null,
  isNew: boolean,
  t: Messages,
): Faults {
  const words = t.people.form;
  const { name, office, scope, email } = values;
  const username = values.username.trim().toLowerCase();
  return {
    ...(failure && saidOf(failure, t)),
    ...(isNew && username === '' && { username: words.missingUsername }),
    ...(isNew && username !== '' && !usernames.test(username) && { username: words.badUsername }),
    ...(name.trim() === '' && { name: words.missingName }),
    ...(office === null && { office: words.noOffice }),
    ...(scope === null && { scope: words.noScope }),
    ...(email.trim() !== '' && !emails.test(email.trim()) && { email: words.badEmail }),
  };
}

function saidOf({ type, details }: ApiProblem, t: Messages): Faults {
  const words = t.people.form;
  if (type === 'person-exists') return { username: words.taken };
  if (type === 'not-allowed') return { scope: words.beyond };
  const errors = Array.isArray(details.errors) ? details.errors : [];
  const codes = errors.map((error: { code?: unknown }) => error.code);
  return {
    ...(codes.includes('unknown-office') && { office: words.noOffice }),
    ...(codes.includes('closed-office') && { office: words.closedOffice }),
    ...(codes.includes('unknown-scope') && { scope: words.noScope }),
  };
}
