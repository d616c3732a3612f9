// Sessions: a signed token that names a session document; deleting the document kills the token at once, and so does any
// change of the person. The database holds a hash of the token's id only, so who reads it cannot sign in.
import { hash, randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import jwt from 'jsonwebtoken';
import type { Role, User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { isStorageFull } from '../db/failures.ts';
import { identifyWithinMs, inTime } from '../http/deadline.ts';
import { tokenOf } from './session-cookie.ts';
import { TokenReader } from './token-reader.ts';
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
const noteAfter = 5 * 60 * 1000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly user: User;
}

const storedId = (id: string): string => hash('sha256', id, 'base64url');
const versionOf = (user: StoredUser): number => user.version ?? 1;

function toUser({ _id, name, role, scope }: StoredUser): User {
  return { username: _id, name, role, scope };
}

export async function openSession(context: Context, stored: StoredUser): Promise<OpenedSession> {
  const createdAt = context.now();
  const expiresAt = new Date(createdAt.getTime() + lasts[stored.role].atMost);
  const id = randomBytes(24).toString('base64url');
  const session: StoredSession = {
    _id: storedId(id),
    username: stored._id,
    userVersion: versionOf(stored),
    createdAt,
    seenAt: createdAt,
    expiresAt,
  };
  await context.db.model(storedSessions).collection.insertOne(session as never);
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

/** Whether a session still stands. What cannot be found out counts as no: a reader who still may will come back. */
export async function isAliveSession(context: Context, id: string): Promise<boolean> {
  return (await livingSession(context, id).catch(() => undefined)) !== undefined;
}

/** Puts `user` and `sessionId` into res.locals when the request carries a living session; says nothing otherwise. */
export function readSession(context: Context): RequestHandler {
  const tokens = new TokenReader(context.secret, storedId);
  return async (req, res, next) => {
    const token = tokenOf(req);
    const id = token ? tokens.sessionOf(token) : undefined;
    const looking = id === undefined ? undefined : livingSession(context, id);
    const living = looking && (await inTime(looking, identifyWithinMs));
    if (living) {
      res.locals.user = toUser(living.user);
      res.locals.sessionId = living.session._id;
      res.locals.sessionExpiresAt = living.session.expiresAt;
    }
    next();
  };
}

interface Living {
  readonly session: StoredSession;
  readonly user: StoredUser;
}

async function livingSession(context: Context, _id: string): Promise<Living | undefined> {
  const { db, demo } = context;
  const session = await db.byId(storedSessions, _id);
  if (!session || session.expiresAt <= context.now()) return undefined;
  const user = await db.byId(storedUsers, session.username);
  if (!user?.active || (user.demo && !demo)) return undefined;
  if (session.userVersion !== versionOf(user)) return undefined;
  const unused = context.now().getTime() - session.seenAt.getTime();
  if (unused > lasts[user.role].idle) return undefined;
  if (unused > noteAfter) await noteUse(context, _id);
  return { session, user };
}

/** It is only a note: where there is no room to write it, reading goes on. */
async function noteUse({ db, now }: Context, _id: string): Promise<void> {
  try {
    await db.model(storedSessions).updateOne({ _id }, { $set: { seenAt: now() } });
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
}
