// Who is at a response that is reviewed.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call } from '../context.ts';
import { endpoint, nothing } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { endPresence, sayPresence } from './presence.ts';

export const presenceRoutes = Router()
  .put(
    paths.presence(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ResponseKey,
        rate: 'presence',
        replies: replies.presence.PUT,
        summary: 'Say that you are at a response, and hear who else is; again every 15 seconds',
      },
      putPresence,
    ),
  )
  .delete(
    paths.presence(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ResponseKey,
        rate: 'presence',
        replies: replies.presence.DELETE,
        summary: 'You have left it',
      },
      deletePresence,
    ),
  );

async function putPresence({ params }: { params: ResponseKey }, { context, user, scope }: Call) {
  const { _id } = await responsesIn(scope, context).one(params);
  return sayPresence(context, _id, user);
}

async function deletePresence({ params }: { params: ResponseKey }, { context, user }: Call) {
  await endPresence(context, params.id, user);
  return nothing();
}
