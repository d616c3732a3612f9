// Sessions: a signed token that names a session document; deleting the document kills the token at once, and so does any
// change of the person. The database holds a hash of the token's id only, so who reads it cannot sign in.
import { hash, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { Role, User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { isStorageFull } from '../db/failures.ts';
import { type StoredSession, type StoredUser, storedSessions, storedUsers } from './user.model.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
/** how long a session lasts unused, and at most; a phone in the field is one person's, an office's PC is not */
const lasts: Readonly<Record<Role, { readonly idle: number; readonly atMost: number }>> = {
  enumerator: { idle: 30 * day, atMost: 90 * day },
  officer: { idle: 8 * hour, atMost: 12 * hour },
  planner: { idle: 8 * hour, atMost: 12 * hour },
  administrator: { idle: 8 * hour, atMost: 12 * hour },
};
/** being used is noted at most this often */
export const noteAfter = 5 * 60 * 1000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly user: User;
}

export const storedId = (id: string): string => hash('sha256', id, 'base64url');
export const versionOf = (user: StoredUser): number => user.version ?? 1;

export function toUser({ _id, name, role, office, scope }: StoredUser): User {
  return { username: _id, name, role, office, scope };
}

/** Accounts of the demonstration are none elsewhere. */
export function mayEnter(user: StoredUser, demo: boolean): boolean {
  return user.active && (!user.demo || demo);
}

export interface HowOpened {
  /** browser and system, as the person shall see them among their sessions */
  readonly device?: string | null;
  /** what the sign-in service said, sealed; null: by a password */
  readonly byService?: string | null;
}

export async function openSession(
  context: Context,
  stored: StoredUser,
  { device = null, byService = null }: HowOpened = {},
): Promise<OpenedSession> {
  const createdAt = context.now();
  const expiresAt = new Date(createdAt.getTime() + lasts[stored.role].atMost);
  const id = randomBytes(24).toString('base64url');
  const session: StoredSession = {
    _id: storedId(id),
    username: stored._id,
    userVersion: versionOf(stored),
    device,
    createdAt,
    seenAt: createdAt,
    ...(byService !== null && { byService }),
    expiresAt,
  };
  await context.db.model(storedSessions).collection.insertOne(session as never);
  await context.db
    .model(storedUsers)
    .updateOne({ _id: stored._id }, { $set: { seenAt: createdAt } });
  const exp = Math.floor(expiresAt.getTime() / 1000);
  const token = jwt.sign({ jti: id, exp }, context.secret, {
    algorithm: 'HS256',
    noTimestamp: true,
  });
  return { token, expiresAt, user: toUser(stored) };
}

/** `id`: as `res.locals.sessionId` has it. */
export async function closeSession(context: Context, id: string): Promise<void> {
  await context.db.model(storedSessions).deleteOne({ _id: id });
}

export interface LivingSession {
  readonly session: StoredSession;
  readonly user: StoredUser;
}

/** `_id`: as it is stored. undefined: it stands no more, or its person may not sign in. */
export async function livingSession(
  context: Context,
  _id: string,
): Promise<LivingSession | undefined> {
  const { db, demo } = context;
  const session = await db.byId(storedSessions, _id);
  if (!session || session.expiresAt <= context.now()) return undefined;
  const user = await db.byId(storedUsers, session.username);
  if (!user || !mayEnter(user, demo)) return undefined;
  if (session.userVersion !== versionOf(user)) return undefined;
  const unused = context.now().getTime() - session.seenAt.getTime();
  if (unused > idleLimitOf(user)) return undefined;
  if (unused > noteAfter) await noteUse(context, session);
  return { session, user };
}

/** how long a session of theirs lasts unused, in milliseconds */
export const idleLimitOf = ({ role }: StoredUser): number => lasts[role].idle;

/** It is only a note: where there is no room to write it, reading goes on. */
async function noteUse({ db, now }: Context, { _id, username }: StoredSession): Promise<void> {
  try {
    const seen = { $set: { seenAt: now() } };
    await db.model(storedSessions).updateOne({ _id }, seen);
    await db.model(storedUsers).updateOne({ _id: username }, seen);
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}
