// The record of who did what, to be read. There is no route that changes or removes an entry.
import { Router } from 'express';
import * as v from 'valibot';
import { auditedActs } from '../../shared/api/audit.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Scope } from '../../shared/api/session.ts';
import { provincesOf } from '../../shared/places/scope.ts';
import type { Call } from '../context.ts';
import { endpoint, written } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { writeParts } from '../http/write-parts.ts';
import { auditedChanges, auditOf } from './audit-of.ts';
import { exportAudit } from './export-audit.ts';
import { listAudit } from './read-audit.ts';

const time = v.optional(v.pipe(v.string(), v.isoTimestamp()));
const text = v.optional(v.pipe(v.string(), v.maxLength(200)));
const filters = {
  who: text,
  what: v.optional(v.picklist(auditedActs)),
  on: text,
  from: time,
  to: time,
};
const Filtered = v.object(filters);
const Listing = v.object({ ...pageQuery, ...filters });

export const auditRoutes = Router()
  .get(
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
  )
  .get(
    paths.auditCsv(),
    may('read-audit'),
    endpoint({ query: Filtered, summary: 'The same as CSV, one line an entry' }, exportAll),
  );

async function list({ query }: { query: v.InferOutput<typeof Listing> }, { context, scope }: Call) {
  refusePart(scope);
  const { limit: _limit, after: _after, ...filter } = query;
  return await listAudit(context.db, filter, readPage(query));
}

async function exportAll({ query }: { query: v.InferOutput<typeof Filtered> }, call: Call) {
  refusePart(call.scope);
  const { context, res } = call;
  const changes = auditedChanges({}, query);
  await auditOf(call).note({ what: 'exported', on: 'audit:all', changes });
  res.attachment('rabfang-audit.csv').type('text/csv; charset=utf-8');
  res.set('Cache-Control', 'no-store');
  await writeParts(res, exportAudit(context.db, query));
  return written;
}

/** It tells of every office. @throws not-allowed */
function refusePart(scope: Scope): void {
  if (provincesOf(scope) === 'all') return;
  throw problem('not-allowed', { detail: 'Your scope is not the whole country.' });
}
