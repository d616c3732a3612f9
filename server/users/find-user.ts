// One account by its user name, and what is noted about it.
import type { Context } from '../context.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

/** `username` in lower case; null when there is none. */
export function findUser(
  { db }: Pick<Context, 'db'>,
  username: string,
): Promise<StoredUser | null> {
  return db.model(storedUsers).findById(username).lean<StoredUser>();
}

/** Whether there is an account at all. */
export async function hasUsers({ db }: Pick<Context, 'db'>): Promise<boolean> {
  return (await db.model(storedUsers).findOne({}, { _id: 1 }).lean()) !== null;
}

/** Somebody knows the password that was made up for this account. */
export async function noteShown({ db }: Pick<Context, 'db'>, username: string): Promise<void> {
  await db
    .model(storedUsers)
    .updateOne({ _id: username, unshown: true }, { $unset: { unshown: '' } });
}
