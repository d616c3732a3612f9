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

export async function enter(
  { context, req, res }: Pick<Call, 'context' | 'req' | 'res'>,
  stored: StoredUser,
): Promise<SignedIn> {
  const { _id } = stored;
  const audit = auditOf({ context, req, res });
  await audit.note({ what: 'signed-in', on: `person:${_id}`, who: _id });
  const { token, expiresAt, user } = await openSession(
    context,
    stored,
    deviceWords(req.get('user-agent')),
  );
  req.log.info(
    { ...whoAsks(context, req, res), person: markOfPerson(context, stored._id) },
    'signed in',
  );
  setSessionCookie(req, res, token, expiresAt);
  if (!knownDevice(context, deviceOf(req), stored._id))
    setDeviceCookie(req, res, deviceToken(context, stored._id));
  const secondFactorMissing = await isSecondFactorMissing(context, stored);
  return { token, expiresAt: expiresAt.toISOString(), user, secondFactorMissing };
}
