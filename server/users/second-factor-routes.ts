// A person's own second factor, taking away another's, and which roles must have one.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import {
  ConfirmedSecondFactor,
  Proof,
  ResetSecondFactor,
  SignInRulesChange,
} from '../../shared/api/second-factor.ts';
import { roles } from '../../shared/api/session.ts';
import { provincesOf } from '../../shared/places/scope.ts';
import { auditedChanges, auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { keepSession } from './own-sessions.ts';
import { askForProof, takeProof } from './proof.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  newCodes,
  readSecondFactor,
  refuseWithoutSecret,
  resetSecondFactor,
  turnOffSecondFactor,
} from './second-factor.ts';
import { readRules, setRolesThatNeed } from './second-factor-rule.ts';
import { markOfPerson, whoAsks } from './who-asks.ts';

const PersonKey = v.object({ username: v.pipe(v.string(), v.maxLength(100), v.toLowerCase()) });

export const secondFactorRoutes = Router()
  .get(
    paths.secondFactor(),
    may('manage-second-factor'),
    endpoint({ replies: replies.secondFactor.GET, summary: 'The own second factor' }, own),
  )
  .post(
    paths.secondFactor(),
    may('manage-second-factor'),
    endpoint(
      {
        rate: 'people',
        replies: replies.secondFactor.POST,
        summary: 'Begin to set up a second factor; nothing changes before a code of it has come',
      },
      begin,
    ),
  )
  .put(
    paths.secondFactor(),
    may('manage-second-factor'),
    endpoint(
      {
        body: ConfirmedSecondFactor,
        replies: replies.secondFactor.PUT,
        summary: 'Confirm it by a code; its recovery codes are shown this once',
      },
      confirm,
    ),
  )
  .delete(
    paths.secondFactor(),
    may('manage-second-factor'),
    endpoint({ replies: replies.secondFactor.DELETE, summary: 'Turn it off' }, turnOff),
  )
  .post(
    paths.recoveryCodes(),
    may('manage-second-factor'),
    endpoint(
      {
        rate: 'people',
        replies: replies.recoveryCodes.POST,
        summary: 'New recovery codes, shown this once; those of before are over',
      },
      codes,
    ),
  )
  .post(
    paths.proof(),
    may('manage-second-factor'),
    endpoint(
      {
        body: Proof,
        replies: replies.proof.POST,
        summary: 'Show that it is still you: for ten minutes the second factor can be changed',
      },
      prove,
    ),
  )
  .delete(
    paths.personSecondFactor(':username'),
    may('manage-people'),
    endpoint(
      {
        params: PersonKey,
        body: ResetSecondFactor,
        rate: 'people',
        replies: replies.personSecondFactor.DELETE,
        summary: 'Take away the second factor of a person who has lost it; their sessions end',
      },
      reset,
    ),
  )
  .get(
    paths.signInRules(),
    may('manage-sign-in'),
    endpoint({ replies: replies.signInRules.GET, summary: 'Who must have a second factor' }, rules),
  )
  .put(
    paths.signInRules(),
    may('manage-sign-in'),
    endpoint(
      {
        body: SignInRulesChange,
        replies: replies.signInRules.PUT,
        summary:
          'Say which roles must have a second factor: who has none sets one up first, and may do nothing else',
      },
      setRules,
    ),
  );

async function own(_input: object, { context, user }: Call) {
  return await readSecondFactor(context, user);
}

async function begin(_input: object, call: Call) {
  await askForProof(call);
  return await beginSecondFactor(call.context, call.user.username);
}

async function confirm(
  { body }: { body: v.InferOutput<typeof ConfirmedSecondFactor> },
  call: Call,
) {
  const { context, user, res } = call;
  const { codes, version } = await confirmSecondFactor(
    context,
    user.username,
    body.code,
    auditOf(call),
  );
  await keepSession(context, String(res.locals.sessionId), version);
  note(call, 'second factor set up');
  return codes;
}

async function turnOff(_input: object, call: Call) {
  await askForProof(call);
  await turnOffSecondFactor(call.context, call.user, auditOf(call));
  note(call, 'second factor turned off');
  return nothing();
}

async function codes(_input: object, call: Call) {
  await askForProof(call);
  return await newCodes(call.context, call.user.username, auditOf(call));
}

async function prove({ body }: { body: Proof }, call: Call) {
  await takeProof(call, body);
  return nothing();
}

async function reset(
  {
    params,
    body,
  }: { params: v.InferOutput<typeof PersonKey>; body: v.InferOutput<typeof ResetSecondFactor> },
  call: Call,
) {
  const person = await resetSecondFactor(call.context, call.user, {
    username: params.username,
    reason: body.reason,
    audit: auditOf(call),
  });
  const of = markOfPerson(call.context, params.username);
  note(call, 'second factor reset', { of, reason: body.reason });
  return person;
}

async function rules(_input: object, { context }: Call) {
  return await readRules(context);
}

async function setRules({ body }: { body: v.InferOutput<typeof SignInRulesChange> }, call: Call) {
  const { context, scope } = call;
  if (provincesOf(scope) !== 'all')
    throw problem('not-allowed', { detail: 'This holds for the whole country.' });
  if (body.secondFactor.length > 0) refuseWithoutSecret(context);
  const { secondFactor: before } = await readRules(context);
  const changes = auditedChanges(
    { secondFactor: before },
    { secondFactor: roles.filter((role) => body.secondFactor.some((one) => one === role)) },
  );
  await auditOf(call).before({ what: 'sign-in-rules-changed', on: null, changes }, () =>
    setRolesThatNeed(context, body.secondFactor),
  );
  note(call, 'roles that need a second factor', { roles: body.secondFactor });
  return await readRules(context);
}

function note({ context, req, res }: Call, what: string, more: object = {}): void {
  req.log.info({ ...whoAsks(context, req, res), ...more }, what);
}
