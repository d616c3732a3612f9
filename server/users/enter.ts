// What happens once somebody has shown who they are, by whichever way: a session, its cookie, and a device that is known from now on.
import type { SignedIn } from '../../shared/api/session.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { deviceToken, knownDevice } from './device.ts';
import { deviceWords } from './device-words.ts';
import { isSecondFactorMissing } from './second-factor-rule.ts';
import { deviceOf, setDeviceCookie, setSessionCookie } from './session-cookie.ts';
import { openSession } from './sessions.ts';
import type { StoredUser } from './user.model.ts';
import { markOfPerson, whoAsks } from './who-asks.ts';

/** `byService`: what the sign-in service said of them, sealed; absent: they came in by a password. */
export async function enter(
  { context, req, res }: Pick<Call, 'context' | 'req' | 'res'>,
  stored: StoredUser,
  byService: string | null = null,
): Promise<SignedIn> {
  const { _id } = stored;
  const audit = auditOf({ context, req, res });
  const changes = byService === null ? [] : bySignInService;
  await audit.note({ what: 'signed-in', on: `person:${_id}`, who: _id, changes });
  const { token, expiresAt, user } = await openSession(context, stored, {
    device: deviceWords(req.get('user-agent')),
    byService,
  });
  req.log.info(
    { ...whoAsks(context, req, res), person: markOfPerson(context, stored._id) },
    'signed in',
  );
  setSessionCookie(req, res, token, expiresAt);
  if (!knownDevice(context, deviceOf(req), stored._id))
    setDeviceCookie(req, res, deviceToken(context, stored._id));
  const secondFactorMissing = await isSecondFactorMissing(context, stored, { byService });
  return { token, expiresAt: expiresAt.toISOString(), user, secondFactorMissing };
}

/** What the record says of a sign-in that was no matter of a password here. */
export const bySignInService = [{ field: 'by', before: null, after: 'service' }] as const;
