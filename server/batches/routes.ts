// Batches: send a file, follow it, read its rows, take its rejects home.

import { Router } from 'express';
import * as v from 'valibot';
import { differenceKinds } from '../../shared/api/batch-difference.ts';
import { batchStates, KnownRowsAsked, rowOutcomes } from '../../shared/api/batches.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { type Lang, langs } from '../../shared/text/names.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint, written } from '../http/endpoint.ts';
import { readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { writeParts } from '../http/write-parts.ts';
import { sightOf } from '../offices/sight.ts';
import { readingRoutes } from '../readings/reading-routes.ts';
import { isOpen, notOpen } from '../surveys/not-open.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { rootReceipt } from './batch.model.ts';
import { batchDifference } from './batch-difference.ts';
import { readFields } from './batch-fields.ts';
import { BatchKey } from './batch-key.ts';
import { toBatch } from './batch-on-the-wire.ts';
import { exportRejects } from './export-rejects.ts';
import { historyRoutes } from './history-routes.ts';
import { knownRows } from './known-rows.ts';
import { loadBatch } from './load-batch.ts';
import { mendedRows } from './mended-rows.ts';
import { listBatches, readBatch } from './read-batches.ts';
import { pageOfRows } from './read-rows.ts';
import { receiveFile } from './receive-file.ts';
import { batchWithdrawalRoutes } from './withdrawal-routes.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Sending = v.object({ dryRun: v.optional(v.picklist(['true', 'false']), 'false') });
const page = { limit: v.optional(v.string()), after: v.optional(v.string()) };
const Listing = v.object({
  ...page,
  q: v.optional(v.pipe(v.string(), v.maxLength(100))),
  state: v.optional(v.picklist(batchStates)),
  office: v.optional(v.pipe(v.string(), v.maxLength(64))),
});
const Differing = v.object({
  ...page,
  to: v.optional(v.pipe(v.string(), v.maxLength(64), v.toLowerCase())),
  kind: v.optional(v.picklist(differenceKinds)),
});
const RowListing = v.object({
  ...page,
  outcome: v.optional(v.picklist(rowOutcomes)),
  code: v.optional(v.pipe(v.string(), v.maxLength(100))),
  q: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

const ofBatches = Router()
  .post(
    paths.batches(':survey'),
    may('upload-batches'),
    endpoint(
      {
        params: SurveyKey,
        query: Sending,
        rate: 'batches',
        takesItsTime: true,
        replies: replies.batches.POST,
        summary:
          'Send a CSV file (multipart/form-data: optional text fields, then `file`); answers when the last row is stored',
      },
      send,
    ),
  )
  .get(
    paths.batches(':survey'),
    may('read-batches'),
    endpoint(
      {
        params: SurveyKey,
        query: Listing,
        replies: replies.batches.GET,
        summary:
          'The batches, newest first; `q` looks in name, receipt and sender, `state` and `office` choose',
      },
      list,
    ),
  )
  .post(
    paths.knownRows(':survey'),
    may('upload-batches'),
    endpoint(
      {
        params: SurveyKey,
        body: KnownRowsAsked,
        bodyBytes: 96 * 1024,
        rate: 'batches',
        replies: replies.knownRows.POST,
        summary: 'Which rows are stored already, by the ids they would be stored under',
      },
      known,
    ),
  )
  .get(
    paths.batch(':survey', ':id'),
    may('read-batches'),
    endpoint(
      {
        params: BatchKey,
        replies: replies.batch.GET,
        summary: 'One batch; its counts grow while it loads',
      },
      read,
    ),
  )
  .get(
    paths.batchRows(':survey', ':id'),
    may('read-batches'),
    endpoint(
      {
        params: BatchKey,
        query: RowListing,
        replies: replies.batchRows.GET,
        summary: 'The rows of a batch and what became of each; `q` looks in their cells',
      },
      rows,
    ),
  )
  .get(
    paths.batchDifference(':survey', ':id'),
    may('read-batches'),
    endpoint(
      {
        params: BatchKey,
        query: Differing,
        takesItsTime: true,
        replies: replies.batchDifference.GET,
        summary:
          'What differs from the batch `to`, or from the previous one of its office; with `kind` a page of the rows',
      },
      difference,
    ),
  )
  .get(
    paths.batchRejects(':survey', ':id'),
    may('read-batches'),
    endpoint(
      {
        params: BatchKey,
        query: v.object({ lang: v.optional(v.picklist(langs)) }),
        summary: 'The rejected rows as CSV, to be fixed and sent again; `lang` of its headers',
      },
      rejects,
    ),
  );

export const batchRoutes = [ofBatches, batchWithdrawalRoutes, historyRoutes, readingRoutes];

type InSurvey = { params: v.InferOutput<typeof SurveyKey> };
type InBatch = { params: BatchKey };

async function send(
  { params, query }: InSurvey & { query: v.InferOutput<typeof Sending> },
  call: Call,
) {
  const { context, user, req, res } = call;
  const survey = await readSurvey(context, params.survey);
  if (!isOpen(survey, context.now())) throw notOpen(survey, context.now());
  const dryRun = query.dryRun === 'true';
  const release = context.limits.hold('uploads', user.username);
  try {
    const sending = { context, survey, user, dryRun, audit: auditOf(call) };
    const { batch, isRepeat } = await receiveFile(req, res, ({ name, bytes, fields }) =>
      loadBatch({ ...sending, fields: readFields(fields), fileName: name }, bytes),
    );
    return dryRun || isRepeat ? batch : created(batch);
  } finally {
    release();
  }
}

async function list(
  { params, query }: InSurvey & { query: v.InferOutput<typeof Listing> },
  { context, user }: Call,
) {
  const { id } = await readSurvey(context, params.survey);
  const { q, state, office } = query;
  const wanted = { q, state, office };
  return await listBatches(context, id, await sightOf(context, user), readPage(query), wanted);
}

async function known(
  { params, body }: InSurvey & { body: v.InferOutput<typeof KnownRowsAsked> },
  { context, user }: Call,
) {
  const { id: survey } = await readSurvey(context, params.survey);
  return await knownRows(context, user.scope, { survey, ids: body.ids });
}

async function read({ params }: InBatch, { context, user }: Call) {
  const batch = await readBatch(context, params, await sightOf(context, user));
  const mended = await mendedRows(context, params.survey, [batch]);
  return toBatch(batch, mended.get(batch.receipt));
}

async function rows(
  { params, query }: InBatch & { query: v.InferOutput<typeof RowListing> },
  { context, user }: Call,
) {
  const batch = await readBatch(context, params, await sightOf(context, user));
  return await pageOfRows(context, batch, query, readPage(query));
}

async function difference(
  { params, query }: InBatch & { query: v.InferOutput<typeof Differing> },
  { context, user }: Call,
) {
  const sight = await sightOf(context, user);
  const batch = await readBatch(context, params, sight);
  const { to, kind } = query;
  return await batchDifference(context, batch, { to, kind }, sight, readPage(query));
}

async function rejects(
  { params, query }: InBatch & { query: { lang?: Lang | undefined } },
  call: Call,
) {
  const { context, user, res } = call;
  const batch = await readBatch(context, params, await sightOf(context, user));
  await auditOf(call).note({ what: 'exported', on: `batch:${batch._id}` });
  res.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="rejects-${rootReceipt(batch)}.csv"`,
    'Cache-Control': 'no-store',
  });
  await writeParts(res, exportRejects(context, batch, query.lang ?? 'th'));
  return written;
}
