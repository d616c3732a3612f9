// The record of who did what, to be read. There is no route that changes or removes an entry.
import { Router } from 'express';
import * as v from 'valibot';
import { auditedActs } from '../../shared/api/audit.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call } from '../context.ts';
import { endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { listAudit } from './read-audit.ts';

const time = v.optional(v.pipe(v.string(), v.isoTimestamp()));
const text = v.optional(v.pipe(v.string(), v.maxLength(200)));
const Listing = v.object({
  ...pageQuery,
  who: text,
  what: v.optional(v.picklist(auditedActs)),
  on: text,
  from: time,
  to: time,
});

export const auditRoutes = Router().get(
  paths.audit(),
  may('read-audit'),
  endpoint(
    {
      query: Listing,
      replies: replies.audit.GET,
      summary:
        'The record of who did what, newest first: by person, act, thing (`person:malee`) and time',
    },
    list,
  ),
);

async function list({ query }: { query: v.InferOutput<typeof Listing> }, { context, scope }: Call) {
  // it tells of every office
  if (scope.kind !== 'all')
    throw problem('not-allowed', { detail: 'Your scope is not the whole country.' });
  const { limit: _limit, after: _after, ...filter } = query;
  return await listAudit(context.db, filter, readPage(query));
}
