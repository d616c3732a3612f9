// One record of a file of people: the person it means, or everything that is wrong with it.
import * as v from 'valibot';
import type { Office } from '../api/offices.ts';
import { NewPerson, type PeopleFault } from '../api/people.ts';
import { findScope } from '../places/find-scope.ts';
import { findOfficeIn } from './find-office.ts';
import { findRole, type PeopleColumn } from './people-words.ts';
import type { PeopleFile, PersonRecord } from './read-people-file.ts';

export interface PersonReason {
  readonly code: PeopleFault;
  /** the column's own header; its usual name where the file has none */
  readonly column: string;
}

export interface JudgedPerson {
  readonly person: NewPerson | null;
  readonly reasons: readonly PersonReason[];
}

/** Without a scope a person's is the place that the office answers for. */
export function judgePerson(
  { cells }: PersonRecord,
  headers: PeopleFile['headers'],
  offices: readonly Office[],
): JudgedPerson {
  const reasons: PersonReason[] = [];
  const wrong = (code: PeopleFault, column: PeopleColumn) => {
    reasons.push({ code, column: headers[column] || column });
    return undefined;
  };
  const required = (column: PeopleColumn) => cells[column] || wrong('missing', column);
  const username = required('username');
  const name = required('name');
  const role = reading(required('role'), findRole, () => wrong('unknown-role', 'role'));
  const find = (text: string) => findOfficeIn(offices, text);
  const office = reading(required('office'), find, () => wrong('unknown-office', 'office'));
  if (office?.state === 'closed') wrong('closed-office', 'office');
  const scope = cells.scope
    ? (findScope(cells.scope) ?? wrong('unknown-scope', 'scope'))
    : office?.place;
  const email = cells.email || null;
  if (reasons.length > 0) return { person: null, reasons };
  const result = v.safeParse(NewPerson, { username, name, role, office: office?.id, scope, email });
  if (result.success) return { person: result.output, reasons };
  for (const column of new Set(result.issues.map(({ path }) => String(path?.[0].key))))
    wrong('unreadable', column as PeopleColumn); // its members are named as the columns are
  return { person: null, reasons };
}

function reading<T>(
  text: string | undefined,
  read: (text: string) => T | undefined,
  orWrong: () => undefined,
): T | undefined {
  return text === undefined ? undefined : (read(text) ?? orWrong());
}
