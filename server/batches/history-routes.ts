// What happened to a response: its own history, with the reasons that its files give for having been withdrawn.
import { Router } from 'express';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call, Context } from '../context.ts';
import { endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { type ReasonsOfFiles, readHistory } from '../responses/read-history.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { type StoredBatch, storedBatches } from './batch.model.ts';

export const historyRoutes = Router().get(
  paths.responseHistory(':survey', ':id'),
  may('read-responses'),
  endpoint(
    {
      params: ResponseKey,
      replies: replies.responseHistory.GET,
      summary: 'What happened to a response: who, when, why, and what changed value by value',
    },
    async ({ params }: { params: ResponseKey }, { context, scope }: Call) =>
      readHistory(context, await responsesIn(scope, context).one(params), reasonsOf(context)),
  ),
);

function reasonsOf({ db }: Pick<Context, 'db'>): ReasonsOfFiles {
  return async (ids) => {
    const batches = await db
      .model(storedBatches)
      .find({ _id: { $in: ids } }, { withdrawal: 1 })
      .lean<Pick<StoredBatch, '_id' | 'withdrawal'>[]>();
    return new Map(
      batches.flatMap(({ _id, withdrawal }) => (withdrawal ? [[_id, withdrawal] as const] : [])),
    );
  };
}
