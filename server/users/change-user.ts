// One change of one person, whoever else writes at the same moment: read, decide, write what was decided about, or begin again.
import type { Audit, AuditedHappening } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type StoredUser, storedUsers } from './user.model.ts';

export interface UserChange {
  readonly set: Partial<Omit<StoredUser, '_id' | 'version' | 'tokenVersion' | 'revision'>>;
  /** what of theirs ends with it, at once */
  readonly ends: 'nothing' | 'sessions' | 'sessions and tokens';
  /** what the record says of it */
  readonly happening?: AuditedHappening;
}

const grows: Readonly<Record<UserChange['ends'], object>> = {
  nothing: {},
  sessions: { version: 1 },
  'sessions and tokens': { version: 1, tokenVersion: 1 },
};
const tries = 10;

/** `decide` may be asked more than once; null: leave it as it is. @throws person-changed, what `decide` throws */
export async function changeUser(
  { db }: Pick<Context, 'db'>,
  username: string,
  decide: (before: StoredUser) => UserChange | Promise<UserChange>,
  audit?: Audit,
): Promise<StoredUser> {
  const model = db.model(storedUsers);
  for (let left = tries; left > 0; left--) {
    const before = await model.findById(username).lean<StoredUser>();
    if (!before) throw problem('not-found', { detail: 'There is no such person.' });
    const { set, ends, happening } = await decide(before);
    const write = async () =>
      await model
        .findOneAndUpdate(
          { _id: username, revision: before.revision },
          {
            ...(Object.keys(set).length > 0 && { $set: set }),
            $inc: { revision: 1, ...grows[ends] },
          },
          { returnDocument: 'after' },
        )
        .lean<StoredUser>();
    const after = audit && happening ? await audit.before(happening, write) : await write();
    if (after) return after;
  }
  throw problem('person-changed', { detail: 'Look at the person again, then repeat your change.' });
}
