// Sessions: a signed token that names a session document; deleting the document kills the token at once.
import { type KeyObject, randomBytes } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import jwt from 'jsonwebtoken';
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { type StoredUser, storedSessions } from './user.model.ts';

const cookieName = 'rabfang_session';
const lifetimeMs = 12 * 60 * 60 * 1000;

export interface OpenedSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly user: User;
}

export async function openSession(context: Context, stored: StoredUser): Promise<OpenedSession> {
  const createdAt = context.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimeMs);
  const id = randomBytes(24).toString('base64url');
  const user: User = {
    username: stored._id,
    name: stored.name,
    role: stored.role,
    scope: stored.scope,
  };
  await context.db.model(storedSessions).collection.insertOne({
    _id: id as never,
    ...user,
    createdAt,
    expiresAt,
  });
  const exp = Math.floor(expiresAt.getTime() / 1000);
  const token = jwt.sign({ jti: id, exp }, context.secret, {
    algorithm: 'HS256',
    noTimestamp: true,
  });
  return { token, expiresAt, user };
}

export async function closeSession(context: Context, id: string): Promise<void> {
  await context.db.model(storedSessions).deleteOne({ _id: id });
}

/** Whether a session still stands. What cannot be found out counts as no: a reader who still may will come back. */
export async function isAliveSession(
  { db, now }: Pick<Context, 'db' | 'now'>,
  id: string,
): Promise<boolean> {
  try {
    const session = await db.model(storedSessions).findById(id, { expiresAt: 1 }).lean();
    return session !== null && session.expiresAt > now();
  } catch {
    return false;
  }
}

/** Puts `user` and `sessionId` into res.locals when the request carries a living session; says nothing otherwise. */
export function readSession(context: Context): RequestHandler {
  return async (req, res, next) => {
    const id = sessionIdOf(tokenOf(req.get('authorization'), req.get('cookie')), context.secret);
    const session = id && (await context.db.model(storedSessions).findById(id).lean());
    if (session && session.expiresAt > context.now()) {
      const { username, name, role, scope, expiresAt } = session;
      res.locals.user = { username, name, role, scope } satisfies User;
      res.locals.sessionId = id;
      res.locals.sessionExpiresAt = expiresAt;
    }
    next();
  };
}

export function setSessionCookie(res: Response, session: OpenedSession, secure: boolean): void {
  res.cookie(cookieName, session.token, { ...cookieOptions(secure), expires: session.expiresAt });
}

export function clearSessionCookie(res: Response, secure: boolean): void {
  res.clearCookie(cookieName, cookieOptions(secure));
}

function cookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' } as const;
}

function tokenOf(
  authorization: string | undefined,
  cookies: string | undefined,
): string | undefined {
  if (authorization) return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  const ours = cookies?.split(/; */).find((cookie) => cookie.startsWith(`${cookieName}=`));
  return ours?.slice(cookieName.length + 1);
}

function sessionIdOf(token: string | undefined, secret: KeyObject): string | undefined {
  if (!token) return undefined;
  try {
    const claims = jwt.verify(token, secret, { algorithms: ['HS256'] });
    return typeof claims === 'string' ? undefined : claims.jti;
  } catch {
    // not signed by us, changed, or expired: the same as no token at all
    return undefined;
  }
}
