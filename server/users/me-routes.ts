// What people manage of themselves: name, password, sessions, tokens for scripts.
import { Router } from 'express';
import * as v from 'valibot';
import { ChangedPassword, NewToken, OwnChange } from '../../shared/api/me.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditedChanges, auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { changeUser } from './change-user.ts';
import { changeOwnPassword } from './own-password.ts';
import { endOtherSessions, endOwnSession, listSessions } from './own-sessions.ts';
import { toUser } from './sessions.ts';
import { endToken, listTokens, makeToken, verbsToGive } from './tokens.ts';

const Key = v.object({ id: v.pipe(v.string(), v.maxLength(100)) });
type Key = { params: v.InferOutput<typeof Key> };

export const meRoutes = Router()
  .patch(
    paths.me(),
    may('manage-own-account'),
    endpoint(
      { body: OwnChange, replies: replies.me.PATCH, summary: 'Change the own name' },
      changeName,
    ),
  )
  .put(
    paths.ownPassword(),
    may('manage-own-account'),
    endpoint(
      {
        body: ChangedPassword,
        replies: replies.ownPassword.PUT,
        summary: 'Change the own password; all other sessions end',
      },
      changePassword,
    ),
  )
  .get(
    paths.ownSessions(),
    may('manage-own-account'),
    endpoint({ replies: replies.ownSessions.GET, summary: 'The own sessions' }, sessions),
  )
  .delete(
    paths.ownSessions(),
    may('manage-own-account'),
    endpoint(
      { replies: replies.ownSessions.DELETE, summary: 'End all own sessions but this one' },
      endSessions,
    ),
  )
  .delete(
    paths.ownSession(':id'),
    may('manage-own-account'),
    endpoint(
      { params: Key, replies: replies.ownSession.DELETE, summary: 'End one of the own sessions' },
      endSession,
    ),
  )
  .get(
    paths.ownTokens(),
    may('manage-own-account'),
    endpoint({ replies: replies.ownTokens.GET, summary: 'The own tokens for scripts' }, tokens),
  )
  .post(
    paths.ownTokens(),
    may('manage-own-account'),
    endpoint(
      {
        body: NewToken,
        rate: 'people',
        replies: replies.ownTokens.POST,
        summary:
          'A token for a script, shown this once; it may what it is given, and never more than its owner',
      },
      newToken,
    ),
  )
  .delete(
    paths.ownToken(':id'),
    may('manage-own-account'),
    endpoint(
      { params: Key, replies: replies.ownToken.DELETE, summary: 'End one of the own tokens' },
      removeToken,
    ),
  );

async function changeName({ body }: { body: v.InferOutput<typeof OwnChange> }, call: Call) {
  const { context, user } = call;
  const decide = ({ name }: { readonly name: string }) =>
    ({
      set: body,
      ends: 'nothing',
      happening: {
        what: 'person-changed',
        on: `person:${user.username}`,
        changes: auditedChanges({ name }, body),
      },
    }) as const;
  const after = await changeUser(context, user.username, decide, auditOf(call));
  return toUser(after);
}

async function changePassword(
  { body }: { body: v.InferOutput<typeof ChangedPassword> },
  call: Call,
) {
  await changeOwnPassword(call, body);
  return nothing();
}

async function sessions(_input: object, { context, user, res }: Call) {
  const current = String(res.locals.sessionId);
  return { items: await listSessions(context, user.username, current), next: null };
}

async function endSessions(_input: object, { context, user, res }: Call) {
  await endOtherSessions(context, user.username, String(res.locals.sessionId));
  return nothing();
}

async function endSession({ params }: Key, { context, user }: Call) {
  await endOwnSession(context, user.username, params.id);
  return nothing();
}

async function tokens(_input: object, { context, user }: Call) {
  const items = await listTokens(context, user.username);
  return { items, next: null, mayGive: [...verbsToGive(user.role)] };
}

async function newToken({ body }: { body: NewToken }, call: Call) {
  return created(await makeToken(call.context, call.user, body, auditOf(call)));
}

async function removeToken({ params }: Key, call: Call) {
  await endToken(call.context, call.user.username, params.id, auditOf(call));
  return nothing();
}
