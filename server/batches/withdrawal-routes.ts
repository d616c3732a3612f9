// A batch out of the count, and back: what it would change, doing it, undoing it.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewWithdrawal } from '../../shared/api/withdrawals.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { sightOf } from '../offices/sight.ts';
import { reasonOfWithdrawal } from '../responses/withdrawal.ts';
import type { StoredBatch } from './batch.model.ts';
import { BatchKey } from './batch-key.ts';
import { toBatch } from './batch-on-the-wire.ts';
import { mendedRows } from './mended-rows.ts';
import { previewWithdrawal, withFigures } from './preview-withdrawal.ts';
import { readBatch } from './read-batches.ts';
import { bringBatchBack, withdrawBatch } from './withdraw-batch.ts';

export const batchWithdrawalRoutes = Router()
  .get(
    paths.batchWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: BatchKey,
        takesItsTime: true,
        replies: replies.batchWithdrawal.GET,
        summary: 'What withdrawing a batch would change, and by how much each figure would drop',
      },
      preview,
    ),
  )
  .put(
    paths.batchWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: BatchKey,
        body: NewWithdrawal,
        takesItsTime: true,
        replies: replies.batchWithdrawal.PUT,
        summary: 'Take the responses of a batch out of every figure, with a reason',
      },
      withdraw,
    ),
  )
  .delete(
    paths.batchWithdrawal(':survey', ':id'),
    may('withdraw'),
    endpoint(
      {
        params: BatchKey,
        takesItsTime: true,
        replies: replies.batchWithdrawal.DELETE,
        summary: 'Bring the responses of a withdrawn batch back',
      },
      bringBack,
    ),
  );

interface InBatch {
  readonly params: BatchKey;
}

async function preview({ params }: InBatch, { context, user }: Call) {
  const batch = await readBatch(context, params, await sightOf(context, user));
  return await withFigures(context, batch, user, await previewWithdrawal(context, batch, user));
}

async function withdraw({ params, body }: InBatch & { body: NewWithdrawal }, call: Call) {
  const { context, user } = call;
  const batch = await readBatch(context, params, await sightOf(context, user));
  const reason = reasonOfWithdrawal(body.reason);
  const asking = { user, audit: auditOf(call), reason };
  return await told(call, await withdrawBatch(context, batch, asking));
}

async function bringBack({ params }: InBatch, call: Call) {
  const { context, user } = call;
  const batch = await readBatch(context, params, await sightOf(context, user));
  return await told(call, await bringBatchBack(context, batch, { user, audit: auditOf(call) }));
}

async function told({ context }: Call, batch: StoredBatch) {
  const mended = await mendedRows(context, batch.survey, [batch]);
  return toBatch(batch, mended.get(batch.receipt));
}
