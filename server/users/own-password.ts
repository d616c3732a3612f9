// Changing one's own password: the old one is asked for, and guessing at it is slowed down as signing in is.

import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { changeUser, type UserChange } from './change-user.ts';
import { knownDevice } from './device.ts';
import { findUser } from './find-user.ts';
import { noteLimitedProof } from './note-limited.ts';
import { keepSession } from './own-sessions.ts';
import { hashPassword, isPassword } from './password.ts';
import { deviceOf } from './session-cookie.ts';
import { versionOf } from './sessions.ts';
import { countTry, forgetTries } from './sign-in-limit.ts';
import type { StoredUser } from './user.model.ts';
import { refuseWeakPassword } from './weak-password.ts';

/** All other sessions end; this one goes on. @throws password-wrong, password-weak, too-many-tries */
export async function changeOwnPassword(
  call: Call,
  given: { readonly old: string; readonly new: string },
): Promise<void> {
  const { context, user, req, res } = call;
  const { username } = user;
  const device = knownDevice(context, deviceOf(req), username);
  const attempt = { username, address: req.ip ?? '', device };
  await countTry(context, attempt, () => noteLimitedProof(call));
  const before = await findUser(context, username);
  if (!(await isPassword(given.old, before?.password ?? undefined)))
    throw problem('password-wrong', { detail: 'The old password is another one.' });
  await forgetTries(context, attempt);
  await refuseWeakPassword(given.new, username);
  const password = await hashPassword(given.new);
  const decide = (now: StoredUser): UserChange => {
    // what was asked for is no longer the old one
    if (now.password !== before?.password) throw problem('password-wrong');
    const happening = { what: 'password-set', on: `person:${username}` } as const;
    return { set: { password, invitation: null }, ends: 'sessions', happening };
  };
  const after = await changeUser(context, username, decide, auditOf(call));
  await keepSession(context, String(res.locals.sessionId), versionOf(after));
}
