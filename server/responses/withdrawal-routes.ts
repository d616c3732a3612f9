// One response out of the count, and back.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewWithdrawal } from '../../shared/api/withdrawals.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { onTheWire } from './on-the-wire.ts';
import { ResponseKey } from './response-key.ts';
import { bringOneBack, previewOne, withdrawOne } from './withdraw-one.ts';
import { reasonOfWithdrawal } from './withdrawal.ts';

export const responseWithdrawalRoutes = Router()
  .get(
    paths.responseWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: ResponseKey,
        replies: replies.responseWithdrawal.GET,
        summary: 'What withdrawing a response would change',
      },
      preview,
    ),
  )
  .put(
    paths.responseWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: ResponseKey,
        body: NewWithdrawal,
        replies: replies.responseWithdrawal.PUT,
        summary: 'Take a response out of every figure, with a reason',
      },
      withdraw,
    ),
  )
  .delete(
    paths.responseWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: ResponseKey,
        replies: replies.responseWithdrawal.DELETE,
        summary: 'Bring a withdrawn response back',
      },
      bringBack,
    ),
  );

interface OfResponse {
  readonly params: ResponseKey;
}

function preview({ params }: OfResponse, { context, user }: Call) {
  return previewOne(context, params, user);
}

async function withdraw({ params, body }: OfResponse & { body: NewWithdrawal }, call: Call) {
  const { context, user } = call;
  const reason = reasonOfWithdrawal(body.reason);
  return onTheWire(await withdrawOne(context, params, { user, audit: auditOf(call), reason }));
}

async function bringBack({ params }: OfResponse, call: Call) {
  const { context, user } = call;
  return onTheWire(await bringOneBack(context, params, { user, audit: auditOf(call) }));
}
