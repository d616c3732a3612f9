// One response out of the count, and back; alone, whichever file it came in.
import type { User } from '../../shared/api/session.ts';
import type { ResponseWithdrawalPreview } from '../../shared/api/withdrawals.ts';
import { type Audit, auditedChanges } from '../audit/audit-of.ts';
import type { Context } from '../context.ts';
import { problem } from '../http/problem.ts';
import { type ResponseAddress, responsesIn } from './read-responses.ts';
import type { StoredResponse } from './response.model.ts';
import {
  bringResponseBack,
  mayWithdrawApproved,
  withdrawalActOf,
  withdrawResponse,
} from './withdrawal.ts';

const tries = 5;

interface Asking {
  readonly user: User;
  readonly audit: Audit;
}

/** @throws not-found */
export async function previewOne(
  context: Context,
  address: ResponseAddress,
  user: User,
): Promise<ResponseWithdrawalPreview> {
  const { withdrawnAt, issues, status } = await responsesIn(user.scope, context).one(address);
  const approved = Number(status === 'approved');
  const allowed = approved === 0 || mayWithdrawApproved(user);
  if (withdrawnAt) return { responses: 0, issues: 0, approved: 0, allowed };
  return { responses: 1, issues: issues.length, approved, allowed };
}

/** Once: what is withdrawn stays as it is. @throws not-found, rows-approved, decision-conflict */
export async function withdrawOne(
  context: Context,
  address: ResponseAddress,
  { user, audit, reason }: Asking & { readonly reason: string },
): Promise<StoredResponse> {
  return await changed(context, address, user, {
    isThere: ({ withdrawnAt }) => withdrawnAt !== null,
    change: async (before) => {
      const { _id, row, line, status } = before;
      if (status === 'approved' && !mayWithdrawApproved(user))
        throw problem('rows-approved', { approved: 1, rows: [{ row, line, responseId: _id }] });
      // the reason stands in its history, where it can be erased
      const changes = auditedChanges({}, { survey: address.survey });
      return await audit.before(
        { what: 'response-withdrawn', on: `response:${_id}`, changes },
        async () =>
          (await withdrawResponse(
            context,
            before,
            withdrawalActOf(user, reason, context.now()),
            null,
          )) ?? null,
      );
    },
  });
}

/** Once: what counts stays as it is. @throws not-found, batch-state when it was withdrawn with its batch, decision-conflict */
export async function bringOneBack(
  context: Context,
  address: ResponseAddress,
  { user, audit }: Asking,
): Promise<StoredResponse> {
  return await changed(context, address, user, {
    isThere: ({ withdrawnAt }) => withdrawnAt === null,
    change: async (before) => {
      const { _id, withdrawnWith } = before;
      if (withdrawnWith)
        throw problem('batch-state', {
          detail: 'It was withdrawn with its batch. Bring the batch back.',
          batch: withdrawnWith,
        });
      const changes = auditedChanges({}, { survey: address.survey });
      return await audit.before(
        { what: 'response-brought-back', on: `response:${_id}`, changes },
        async () =>
          (await bringResponseBack(context, before, withdrawalActOf(user, null, context.now()))) ??
          null,
      );
    },
  });
}

interface Way {
  readonly isThere: (stored: StoredResponse) => boolean;
  /** null: it has another version by now */
  readonly change: (before: StoredResponse) => Promise<StoredResponse | null>;
}

async function changed(
  context: Context,
  address: ResponseAddress,
  { scope }: User,
  { isThere, change }: Way,
): Promise<StoredResponse> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const before = await responsesIn(scope, context).one(address);
    if (isThere(before)) return before;
    const after = await change(before);
    if (after) return after;
  }
  throw problem('decision-conflict', { detail: 'This response is being changed by others.' });
}
