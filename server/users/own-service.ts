// The organisation's sign-in service as a person's own second way in: added by who is signed in already, given up by the same.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { ServiceRefusal } from '../single-sign-on/refusal.ts';
import { findUser } from './find-user.ts';
import { keepSession } from './own-sessions.ts';
import { askForProof } from './proof.ts';
import { takeServiceFrom } from './service-people.ts';
import { wayToService } from './service-routes.ts';
import { versionOf } from './sessions.ts';

export const ownServiceRoutes = Router()
  .get(
    paths.ownService(),
    may('manage-own-account'),
    endpoint(
      { replies: replies.ownService.GET, summary: 'Whether one signs in by the own service' },
      read,
    ),
  )
  .post(
    paths.ownService(),
    may('manage-own-account'),
    endpoint(
      {
        rate: 'people',
        replies: replies.ownService.POST,
        summary: 'Begin to sign in by the organisation’s service as well: leads a browser there',
      },
      add,
    ),
  )
  .delete(
    paths.ownService(),
    may('manage-own-account'),
    endpoint(
      {
        replies: replies.ownService.DELETE,
        summary: 'Sign in by the password alone again; all other sessions end',
      },
      giveUp,
    ),
  );

async function read(_input: object, { context, user }: Call) {
  const stored = await findUser(context, user.username);
  return {
    since: stored?.service?.since.toISOString() ?? null,
    hasPassword: stored?.password != null,
  };
}

async function add(_input: object, call: Call) {
  await askForProof(call);
  const { user, res } = call;
  const adding = { username: user.username, session: String(res.locals.sessionId) };
  try {
    return { goOnTo: await wayToService(call, { next: '/me', adding }) };
  } catch (error) {
    if (!(error instanceof ServiceRefusal)) throw error;
    throw problem('not-ready', { retryAfter: 10, detail: 'The sign-in service does not answer.' });
  }
}

async function giveUp(_input: object, call: Call) {
  await askForProof(call);
  const { context, user, res } = call;
  const after = await takeServiceFrom(context, user.username, auditOf(call));
  await keepSession(context, String(res.locals.sessionId), versionOf(after));
  return nothing();
}
