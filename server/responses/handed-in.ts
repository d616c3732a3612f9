// Handing in what a colleague collected, whose phone cannot send it: stored under their name, and the history says through whom.
import type { User } from '../../shared/api/session.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { findUser } from '../users/find-user.ts';
import type { StoredResponse } from './response.model.ts';

/** Under whom it is stored. */
export type Collector = Pick<User, 'username' | 'office'>;

/** Somebody of the sender's office; an administrator hands in for anybody. @throws not-a-colleague */
export async function collectorOf(
  context: Pick<Context, 'db'>,
  collectedBy: string,
  { role, office }: User,
): Promise<Collector> {
  const person = await findUser(context, collectedBy.toLowerCase());
  if (!person?.office || (person.office !== office && role !== 'administrator'))
    throw problem('not-a-colleague');
  return { username: person._id, office: person.office };
}

export const isHandedInBy = (
  { history }: Pick<StoredResponse, 'history'>,
  { username }: Pick<User, 'username'>,
): boolean => history.some(({ decision, by }) => decision === 'handed-in' && by === username);
