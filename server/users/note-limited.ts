// What a limit on guessing refuses is in the record too: the first try of each name, address or device in the limit's time.
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { findUser } from './find-user.ts';

/** `username`: as it was given; a name that nobody has may be a password in the wrong field. */
export async function noteLimited(
  call: Pick<Call, 'context' | 'req' | 'res'>,
  username: string | null,
): Promise<void> {
  const known = username === null ? null : await findUser(call.context, username);
  const on = known ? `person:${known._id}` : null;
  await auditOf(call).note({ what: 'sign-in-refused', on, who: null, changes: tooManyTries });
}

/** Of who is in already, and shows a password or a code once more. */
export async function noteLimitedProof(call: Call): Promise<void> {
  const on = `person:${call.user.username}`;
  await auditOf(call).note({ what: 'act-refused', on, changes: tooManyTries });
}

const tooManyTries = [{ field: 'reason', before: null, after: 'too-many-tries' }];
