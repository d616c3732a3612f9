// People whom the organisation's sign-in service knows. Somebody is known by the subject that the service has for them, and by nothing
// else: not by a name and not by an e-mail, which are given to others in time.
import { hash } from 'node:crypto';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { isDuplicateKey } from '../db/failures.ts';
import { problem } from '../http/problem.ts';
import { ServiceRefusal } from '../single-sign-on/refusal.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { isFullAdministrator, takeAwayAdministrator } from './last-administrator.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

/** What the service and the mapping say of somebody. */
export interface PersonAtService extends Pick<StoredUser, 'role' | 'office' | 'scope'> {
  /** digestOfSubject */
  readonly digest: string;
}

export const digestOfSubject = (issuer: string, subject: string): string =>
  hash('sha256', `subject ${issuer}\n${subject}`, 'base64url');

/** null: nobody yet. @throws ServiceRefusal when several claim to be the same */
export async function findAtService(
  { db }: Pick<Context, 'db'>,
  digest: string,
): Promise<StoredUser | null> {
  const [one, other] = await db
    .model(storedUsers)
    .find({ 'service.digest': digest })
    .limit(2)
    .lean<StoredUser[]>();
  // two that added the same way in at the same moment: neither has it before one of them gives it up
  if (other) throw new ServiceRefusal('failed');
  return one ?? null;
}

/** @throws ServiceRefusal when somebody has the user name already: they are not taken for the same */
export async function addFromService(
  context: Context,
  { digest, ...place }: PersonAtService,
  { username, name, email }: { username: string; name: string; email: string | null },
  audit: Audit,
): Promise<StoredUser> {
  const createdAt = context.now();
  const stored: StoredUser = {
    _id: username,
    name,
    ...place,
    email,
    password: null,
    service: { digest, since: createdAt },
    active: true,
    version: 1,
    tokenVersion: 1,
    revision: 1,
    demo: false,
    createdAt,
  };
  const happening = {
    what: 'person-added',
    on: `person:${username}`,
    who: username,
    changes: auditedChanges({}, { name, ...place, email, by: 'service' }),
  } as const;
  try {
    await audit.before(happening, () =>
      context.db.model(storedUsers).collection.insertOne(stored as never),
    );
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ServiceRefusal('name-taken');
  }
  return stored;
}

/** Role, office and scope are what the mapping says now; what was open with others ends. @throws ServiceRefusal */
export async function followService(
  context: Context,
  stored: StoredUser,
  { role, office, scope }: PersonAtService,
  audit: Audit,
): Promise<StoredUser> {
  const place = { role, office, scope };
  const changesOf = (before: StoredUser) => auditedChanges(placeOf(before), place);
  if (changesOf(stored).length === 0) return stored;
  const decide = (before: StoredUser): UserChange => ({
    set: place,
    ends: 'sessions',
    happening: {
      what: 'person-changed',
      on: `person:${before._id}`,
      who: before._id,
      changes: [...changesOf(before), { field: 'by', before: null, after: 'service' }],
    },
  });
  const write = () => changeUser(context, stored._id, decide, audit);
  const { demo } = context;
  const isLess =
    isFullAdministrator(stored, demo) && !isFullAdministrator({ ...stored, ...place }, demo);
  return await (isLess ? takeAwayAdministrator(context, stored._id, write) : write());
}

const placeOf = ({ role, office, scope }: StoredUser) => ({ role, office, scope });

/** The service says that they may no longer: what they have open ends, on every device. */
export async function endAllOf(context: Context, { _id }: StoredUser): Promise<void> {
  await changeUser(context, _id, () => ({ set: {}, ends: 'sessions and tokens' }));
}

/** From now on they may sign in by the service too. @throws ServiceRefusal when another account has it */
export async function addServiceTo(
  context: Context,
  username: string,
  digest: string,
  audit: Audit,
): Promise<void> {
  const other = await findAtService(context, digest);
  if (other && other._id !== username) throw new ServiceRefusal('other-account');
  const service = { digest, since: context.now() };
  const decide = (before: StoredUser): UserChange => ({
    set: { service },
    ends: 'nothing',
    happening: serviceChanged(before, 'added'),
  });
  await changeUser(context, username, decide, audit);
}

/** From now on they sign in by the password alone; what was open by the service ends with the rest. @throws not-allowed without one */
export async function takeServiceFrom(
  context: Context,
  username: string,
  audit: Audit,
): Promise<StoredUser> {
  const decide = (before: StoredUser): UserChange => {
    if (before.password === null)
      throw problem('not-allowed', { detail: 'You have no password: nothing else lets you in.' });
    return { set: { service: null }, ends: 'sessions', happening: serviceChanged(before, null) };
  };
  return await changeUser(context, username, decide, audit);
}

const serviceChanged = ({ _id, service }: StoredUser, after: string | null) =>
  ({
    what: 'person-changed',
    on: `person:${_id}`,
    who: _id,
    changes: [{ field: 'service', before: service ? 'added' : null, after }],
  }) as const;
