// Snapshots: a view frozen under an id, what its bytes say for ever, and what has changed since.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewSnapshot, type Snapshot } from '../../shared/api/snapshots.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { readFilters } from '../facts/read-filters.ts';
import { created, endpoint, notModified, written } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { countNow, keepSnapshot } from './keep-snapshot.ts';
import {
  changedSince,
  describeSnapshot,
  listSnapshots,
  readFrozenBytes,
  unpacked,
} from './read-snapshots.ts';

const id = v.pipe(v.string(), v.maxLength(64));
const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const SnapshotKey = v.object({ ...SurveyKey.entries, id });
const Listing = v.object(pageQuery);
type InSurvey = { params: v.InferOutput<typeof SurveyKey> };
type OfSnapshot = { params: v.InferOutput<typeof SnapshotKey> };

export const snapshotRoutes = Router()
  .get(
    paths.snapshots(':survey'),
    may('read-figures'),
    endpoint(
      {
        params: SurveyKey,
        query: Listing,
        replies: replies.snapshots.GET,
        summary: 'Snapshots of which one may see everything, the newest first',
      },
      async (
        { params, query }: InSurvey & { query: v.InferOutput<typeof Listing> },
        call: Call,
      ) => {
        const { id: survey } = await readSurvey(call.context, params.survey);
        return await listSnapshots(call.context, survey, call.scope, readPage(query, 50, 200));
      },
    ),
  )
  .post(
    paths.snapshots(':survey'),
    may('keep-snapshots'),
    endpoint(
      {
        params: SurveyKey,
        body: NewSnapshot,
        rate: 'snapshots',
        replies: replies.snapshots.POST,
        summary: 'Freeze all figures of a view under an id, as bytes that never change',
      },
      keep,
    ),
  )
  .get(
    paths.snapshot(':survey', ':id'),
    may('read-figures'),
    endpoint(
      {
        params: SnapshotKey,
        replies: replies.snapshot.GET,
        summary: 'A snapshot: always the same bytes, of which the ETag is the SHA-256',
      },
      get,
    ),
  )
  .get(
    paths.snapshotDifference(':survey', ':id'),
    may('read-figures'),
    endpoint(
      {
        params: SnapshotKey,
        replies: replies.snapshotDifference.GET,
        summary: 'Which counts of a snapshot are others now, figure by figure',
      },
      difference,
    ),
  )
  .get(
    paths.anySnapshot(':id'),
    may('read-figures'),
    endpoint(
      {
        params: v.object({ id }),
        replies: replies.anySnapshot.GET,
        summary: 'Of which survey a snapshot is, and what it is called: for who has its id alone',
      },
      ({ params }: { params: { id: string } }, { context, scope }: Call) =>
        describeSnapshot(context, params.id, scope),
    ),
  );

async function keep({ params, body }: InSurvey & { body: NewSnapshot }, call: Call) {
  const { context, user, scope } = call;
  const survey = await readSurvey(context, params.survey);
  const filters = readFilters(body.filters, survey);
  await refuseUnknown(context, filters);
  const given = { name: body.name, survey, filters, scope };
  return created(await keepSnapshot(context, given, user, auditOf(call)));
}

/** Asked for again each time, since who may see it can change; its bytes do not. */
async function get({ params }: OfSnapshot, { context, scope, req, res }: Call) {
  const { digest, gzip } = await readFrozenBytes(context, params, scope);
  const headers = {
    ETag: `"${digest}"`,
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding',
  };
  if (req.get('if-none-match') === headers.ETag) return notModified(headers);
  res.set({ ...headers, 'Content-Type': 'application/json; charset=utf-8' });
  if (req.acceptsEncodings('gzip')) res.set('Content-Encoding', 'gzip').end(gzip);
  else res.end(await unpacked(gzip));
  return written;
}

/** The same question, asked now within what the snapshot was made of. */
async function difference({ params }: OfSnapshot, { context, scope }: Call) {
  const { gzip } = await readFrozenBytes(context, params, scope);
  const snapshot: Snapshot = JSON.parse(String(await unpacked(gzip)));
  const survey = await readSurvey(context, params.survey);
  const { scope: _, ...filters } = snapshot.reply.filters;
  const now = await countNow(context, { survey, filters, scope: snapshot.scope });
  return changedSince(snapshot, now, survey.version);
}
