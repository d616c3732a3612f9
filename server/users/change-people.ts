// Adding a person, changing one, and giving out a new invitation. Nobody ever sets another's password.
import type { InvitedPerson, NewPerson, Person, PersonChange } from '../../shared/api/people.ts';
import type { User } from '../../shared/api/session.ts';
import { mayManage } from '../../shared/people/managing.ts';
import { isKnownScope } from '../../shared/places/scope.ts';
import { type Audit, type AuditedHappening, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { findOffice } from '../offices/read-offices.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { findUser } from './find-user.ts';
import { newInvitation } from './invitations.ts';
import { isFullAdministrator, takeAwayAdministrator } from './last-administrator.ts';
import { toPerson } from './person.ts';
import { noSuchPerson } from './read-people.ts';
import { type StoredInvitation, type StoredUser, storedUsers } from './user.model.ts';

/** @throws not-allowed beyond what the manager may give, person-invalid, person-exists */
export async function addPerson(
  context: Context,
  manager: User,
  person: NewPerson,
  audit: Audit,
): Promise<InvitedPerson> {
  refuseBeyond(manager, person);
  await refuseImpossible(context, person);
  const { shown, stored: invitation } = newInvitation(context.now());
  const stored = toStored(person, invitation, context.now());
  await audit.before(personAdded(person), async () => {
    try {
      return await context.db.model(storedUsers).collection.insertOne(stored as never);
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw problem('person-exists', { detail: `There is a person \`${person.username}\`.` });
    }
  });
  return { person: toPerson(stored, context.now()), invitation: shown };
}

export const personAdded = ({ username, ...rest }: NewPerson): AuditedHappening => ({
  what: 'person-added',
  on: `person:${username}`,
  changes: auditedChanges({}, rest),
});

/** A person who has never signed in. */
export function toStored(
  { username, email, ...rest }: NewPerson,
  invitation: StoredInvitation,
  createdAt: Date,
): StoredUser {
  return {
    _id: username,
    ...rest,
    email: email ?? null,
    password: null,
    invitation,
    active: true,
    version: 1,
    tokenVersion: 1,
    revision: 1,
    demo: false,
    createdAt,
  };
}

/** @throws not-found, not-allowed, person-invalid, last-administrator */
export async function changePerson(
  context: Context,
  manager: User,
  username: string,
  change: PersonChange,
  audit: Audit,
): Promise<Person> {
  const decide = async (before: StoredUser): Promise<UserChange> => {
    if (!mayManage(manager, before)) throw noSuchPerson();
    const { disabled, ...given } = change;
    const set = { ...withoutUndefined(given), ...(disabled !== undefined && disable(disabled)) };
    refuseBeyond(manager, { ...before, ...set });
    await refuseImpossible(context, given);
    const happening = {
      what: 'person-changed',
      on: `person:${username}`,
      changes: auditedChanges(plain(before), plain({ ...before, ...set })),
    } as const;
    return { set, ends: endsWith(before, { ...before, ...set }), happening };
  };
  const write = () => changeUser(context, username, decide, audit);
  const before = await findUser(context, username);
  if (!before) throw noSuchPerson();
  const isLess = takesAway(context, before, change);
  // asked first, so that whoever may not is not told whether it is the last
  if (isLess) await decide(before);
  const after = await (isLess ? takeAwayAdministrator(context, username, write) : write());
  return toPerson(after, context.now());
}

/** The old password goes on until the new one is set. @throws not-found, person-disabled */
export async function invitePerson(
  context: Context,
  manager: User,
  username: string,
  audit: Audit,
): Promise<InvitedPerson> {
  const { shown, stored: invitation } = newInvitation(context.now());
  const decide = (before: StoredUser): UserChange => {
    if (!mayManage(manager, before)) throw noSuchPerson();
    if (!before.active)
      throw problem('person-disabled', { detail: 'Enable the person, then invite them.' });
    const happening = { what: 'person-invited', on: `person:${username}` } as const;
    return { set: { invitation }, ends: 'nothing', happening };
  };
  const after = await changeUser(context, username, decide, audit);
  return { person: toPerson(after, context.now()), invitation: shown };
}

/** What the record says of a person: never a password or a code. */
const plain = ({ name, email, role, office, scope, active }: StoredUser) => ({
  name,
  email,
  role,
  office,
  scope,
  active,
});

/** Nothing that was given out stands any more, also when the person is enabled again. */
const disable = (disabled: boolean) =>
  disabled ? { active: false, invitation: null } : { active: true };

function endsWith(before: StoredUser, after: StoredUser): UserChange['ends'] {
  if (before.active && !after.active) return 'sessions and tokens';
  const what = ({ role, office, scope, active }: StoredUser) =>
    JSON.stringify([role, office, Object.entries(scope).sort(), active]);
  return what(before) === what(after) ? 'nothing' : 'sessions';
}

function takesAway(context: Context, before: StoredUser, change: PersonChange): boolean {
  const { disabled, role = before.role, scope = before.scope } = change;
  const after = { ...before, role, scope, active: before.active && disabled !== true };
  const { demo } = context;
  return isFullAdministrator(before, demo) && !isFullAdministrator(after, demo);
}

/** @throws not-allowed */
function refuseBeyond(manager: User, person: Parameters<typeof mayManage>[1]): void {
  if (mayManage(manager, person)) return;
  throw problem('not-allowed', {
    detail:
      'You manage people inside of your own scope; an officer the enumerators of the own office.',
  });
}

/** @throws person-invalid */
async function refuseImpossible(
  context: Context,
  { office, scope }: Pick<PersonChange, 'office' | 'scope'>,
): Promise<void> {
  const errors = [];
  if (scope && !isKnownScope(scope)) errors.push({ pointer: '/body/scope', code: 'unknown-scope' });
  if (office !== undefined) {
    const known = await findOffice(context, office);
    if (known?.state !== 'active')
      errors.push({ pointer: '/body/office', code: known ? 'closed-office' : 'unknown-office' });
  }
  if (errors.length > 0)
    throw problem('person-invalid', { errors, detail: 'The office or the scope is none.' });
}

function withoutUndefined(given: Omit<PersonChange, 'disabled'>): Partial<StoredUser> {
  const some = Object.entries(given).filter(([, value]) => value !== undefined);
  return Object.fromEntries(some) as Partial<StoredUser>; // the same names, those that were given
}
