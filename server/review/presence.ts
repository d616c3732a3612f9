// Who is at a response: one write and one read of a few documents each time a reviewer says that they still are. In the database, so
// every process knows; nothing is asked or told when nobody looks.
import { type Presence, presenceMs } from '../../shared/api/presence.ts';
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { type StoredPresence, storedPresences } from './presence.model.ts';

const presenceId = (response: string, username: string): string => `${response}:${username}`;

/** Says that this person is at it, and gives who else is. */
export async function sayPresence(
  { db, now }: Pick<Context, 'db' | 'now'>,
  response: string,
  { username, name }: User,
): Promise<Presence> {
  const at = now();
  const until = new Date(at.getTime() + presenceMs.lives);
  const model = db.model(storedPresences);
  const _id = presenceId(response, username);
  await model.updateOne(
    { _id },
    { $set: { name, until }, $setOnInsert: { since: at } },
    { upsert: true },
  );
  const there = await model
    .find({ _id: { $gt: presenceId(response, ''), $lt: presenceId(response, '\uffff') } })
    .lean<StoredPresence[]>();
  const others = there.filter((one) => one._id !== _id && one.until > at);
  return {
    items: others.map((one) => ({
      username: one._id.slice(presenceId(response, '').length),
      name: one.name,
      since: one.since.toISOString(),
    })),
    next: null,
  };
}

export async function endPresence(
  { db }: Pick<Context, 'db'>,
  response: string,
  { username }: User,
): Promise<void> {
  await db.model(storedPresences).deleteOne({ _id: presenceId(response, username) });
}
