// Decisions on responses.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { NewDecision, Response } from '../../shared/api/responses.ts';
import type { Call } from '../http/endpoint.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { onTheWire } from '../responses/read-response.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { may } from '../users/permissions.ts';
import { decide } from './decide.ts';

export const review = Router().post(
  paths.decisions(':survey', ':id'),
  may('decide'),
  endpoint(
    {
      params: ResponseKey,
      body: NewDecision,
      replies: { 201: Response },
      summary: 'Approve, return or reject a response',
    },
    postDecision,
  ),
);

async function postDecision(
  { params, body }: { params: ResponseKey; body: NewDecision },
  { context, user }: Call,
) {
  return created(onTheWire(await decide(context, params, body, user)));
}
