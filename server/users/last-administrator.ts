// The last administrator is never taken away: whoever takes one away does it alone, in every process, and looks first.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { provincesOf } from '../../shared/places/scope.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { mayEnter } from './sessions.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

type Looking = Pick<Context, 'db' | 'demo' | 'leases'>;

const lease = 'people:administrators';
const tryAgainMs = 50;
const patienceMs = 5000;

/** One who can sign in, and manage everybody. */
export function isFullAdministrator(user: StoredUser, demo: boolean): boolean {
  if (user.role !== 'administrator' || user.password === null) return false;
  return mayEnter(user, demo) && provincesOf(user.scope) === 'all';
}

/** Does `take` when somebody is left who can manage everybody. @throws last-administrator, not-ready */
export async function takeAwayAdministrator<T>(
  { db, demo, leases }: Looking,
  username: string,
  take: () => Promise<T>,
): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const held = await leases.take(lease, randomUUID());
    if (held) {
      try {
        if (!(await isThereAnother())) throw lastOne();
        return await take();
      } finally {
        await held.release().catch(() => held.abandon());
      }
    }
    if (performance.now() > until)
      throw problem('not-ready', { detail: 'Somebody else changes administrators at the moment.' });
    await wait(tryAgainMs);
  }

  async function isThereAnother(): Promise<boolean> {
    const all = await db
      .model(storedUsers)
      .find({ role: 'administrator' })
      .sort({ _id: 1 })
      .lean<StoredUser[]>();
    return all.some((one) => one._id !== username && isFullAdministrator(one, demo));
  }
}

const lastOne = () =>
  problem('last-administrator', {
    detail: 'Make somebody else an administrator of the whole country first.',
  });
