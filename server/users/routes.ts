// Signing in and out, and who is signed in.
import { Router } from 'express';
import type { InferOutput } from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { type CurrentSession, SignIn, type SignInWays } from '../../shared/api/session.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call, Context } from '../context.ts';
import { endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { askForCode } from './ask-for-code.ts';
import { knownDevice } from './device.ts';
import { enter } from './enter.ts';
import { findUser, noteShown } from './find-user.ts';
import { meRoutes } from './me-routes.ts';
import { noteLimited } from './note-limited.ts';
import { officeRoutes } from './office-routes.ts';
import { ownServiceRoutes } from './own-service.ts';
import { isPassword } from './password.ts';
import { refuseWherePasswordsAreOff } from './passwords-off.ts';
import { peopleRoutes } from './people-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { serviceRoutes, whereToSignOutToo } from './service-routes.ts';
import { clearSessionCookie, deviceOf } from './session-cookie.ts';
import { closeSession, mayEnter } from './sessions.ts';
import { countTry, forgetTries } from './sign-in-limit.ts';
import { markOfPerson, whoAsks } from './who-asks.ts';

const sessionRoutes = Router()
  .post(
    paths.session(),
    may('sign-in'),
    endpoint({ body: SignIn, replies: replies.session.POST, summary: 'Sign in' }, signIn),
  )
  .get(
    paths.session(),
    may('read-session'),
    endpoint({ replies: replies.session.GET, summary: 'Who is signed in' }, currentSession),
  )
  .delete(
    paths.session(),
    may('sign-out'),
    endpoint(
      { replies: replies.session.DELETE, summary: 'Sign out; the token is dead at once' },
      signOut,
    ),
  );

/** people, their offices, and what they manage of themselves */
export const userRoutes = [
  sessionRoutes,
  serviceRoutes,
  ownServiceRoutes,
  meRoutes,
  secondFactorRoutes,
  officeRoutes,
  peopleRoutes,
];

async function signIn({ body }: { body: SignIn }, { context, req, res }: Call) {
  const username = body.username.trim().toLowerCase();
  const device = knownDevice(context, deviceOf(req), username);
  const attempt = { username, address: req.ip ?? '', device };
  await countTry(context, attempt, () => noteLimited({ context, req, res }, username));
  const stored = await findUser(context, username);
  const known = stored && mayEnter(stored, context.demo) ? stored.password : null;
  const right = await isPassword(body.password, known ?? undefined);
  if (!right || !stored) {
    // a name that nobody has may be a password in the wrong field
    const on = stored ? `person:${stored._id}` : null;
    await auditOf({ context, req, res }).note({ what: 'sign-in-refused', on, who: null });
    const person = stored ? markOfPerson(context, stored._id) : undefined;
    req.log.info({ ...whoAsks(context, req, res), person }, 'failed sign-in');
    throw problem('signed-out', { detail: 'The name or the password is wrong.' });
  }
  await forgetTries(context, attempt);
  refuseWherePasswordsAreOff(context, stored);
  await askForCode({ context, req, res }, stored, body.code);
  if (stored.unshown) await noteShown(context, username);
  return await enter({ context, req, res }, stored);
}

/** Public, so that the sign-in page can ask; without a session it says whether this is a demonstration. */
function currentSession(
  _input: object,
  { context, res }: Call,
): InferOutput<typeof CurrentSession> {
  const { user, sessionExpiresAt } = res.locals;
  const ways = waysOf(context);
  if (!user) throw problem('signed-out', { demo: context.demo, ways });
  return {
    user,
    demo: context.demo,
    expiresAt: (sessionExpiresAt as Date).toISOString(),
    secondFactorMissing: res.locals.secondFactorMissing === true,
    ways,
  };
}

const waysOf = ({ config, signInService }: Context): SignInWays => ({
  service: signInService?.settings.names ?? null,
  passwords: config.localSignIn,
});

async function signOut(_input: object, { context, req, res }: Call) {
  const on = `person:${res.locals.user?.username}`;
  await auditOf({ context, req, res }).note({ what: 'signed-out', on });
  const goOnTo = await whereToSignOutToo({ context, req, res });
  await closeSession(context, String(res.locals.sessionId));
  req.log.info(whoAsks(context, req, res), 'signed out');
  clearSessionCookie(req, res);
  return goOnTo === undefined ? nothing() : { goOnTo };
}
