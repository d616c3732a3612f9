// The sessions of one person: on which device, since when, and how they end.
import type { OwnSession } from '../../shared/api/me.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { changeUser } from './change-user.ts';
import { findUser } from './find-user.ts';
import { idleLimitOf, versionOf } from './sessions.ts';
import { type StoredSession, storedSessions } from './user.model.ts';

/** a script that signs in each time leaves many */
const mostRead = 1000;

/** Those that live, the last used first. `current`: the one that asks. */
export async function listSessions(
  context: Context,
  username: string,
  current: string,
): Promise<OwnSession[]> {
  const user = await findUser(context, username);
  if (!user) return [];
  const now = context.now();
  const stored = await context.db
    .model(storedSessions)
    .find({ username })
    .sort({ _id: 1 })
    .limit(mostRead)
    .lean<StoredSession[]>();
  return stored
    .filter(({ userVersion }) => userVersion === versionOf(user))
    .filter(({ expiresAt, seenAt }) => {
      const isUsed = now.getTime() - seenAt.getTime() <= idleLimitOf(user);
      return expiresAt > now && isUsed;
    })
    .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime())
    .map(({ _id, device, createdAt, seenAt, expiresAt }) => ({
      id: _id,
      device: device ?? null,
      startedAt: createdAt.toISOString(),
      seenAt: seenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      current: _id === current,
    }));
}

/** @throws not-found, also for another person's */
export async function endOwnSession({ db }: Context, username: string, id: string): Promise<void> {
  const stored = await db.model(storedSessions).findById(id).lean<StoredSession>();
  if (stored?.username !== username)
    throw problem('not-found', { detail: 'You have no such session.' });
  await db.model(storedSessions).deleteOne({ _id: id });
}

/** All but this one: the person's version ends them in one write, however many there are. */
export async function endOtherSessions(
  context: Context,
  username: string,
  current: string,
): Promise<void> {
  const user = await changeUser(context, username, () => ({ set: {}, ends: 'sessions' }));
  await keepSession(context, current, versionOf(user));
}

/** A session that goes on although its person has changed: who changes their own password stays in. */
export async function keepSession({ db }: Context, id: string, userVersion: number): Promise<void> {
  await db.model(storedSessions).updateOne({ _id: id }, { $set: { userVersion } });
}
