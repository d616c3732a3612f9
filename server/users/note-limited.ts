// What a limit on guessing refuses is in the record too: the first try of each name, address or device in the limit's time.
import type { User } from '../../shared/api/session.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { findUser } from './find-user.ts';

/** `username`: as it was given; a name that nobody has may be a password in the wrong field. */
export async function noteLimited(
  call: Pick<Call, 'context' | 'req' | 'res'>,
  username: string | null,
): Promise<void> {
  const user = call.res.locals.user as User | undefined; // set by the session middleware
  const known = username === null ? null : await findUser(call.context, username);
  await auditOf(call).note({
    // who is in already has shown a password, or a code, once more
    what: user ? 'act-refused' : 'sign-in-refused',
    on: known ? `person:${known._id}` : null,
    who: user?.username ?? null,
    changes: [{ field: 'reason', before: null, after: 'too-many-tries' }],
  });
}
