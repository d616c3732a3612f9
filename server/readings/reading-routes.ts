// How the own office reads files of the same headers: kept, proposed, looked at, forgotten.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { NewReading } from '../../shared/api/readings.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { endpoint, nothing } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { forgetReading, keepReading } from './keep-reading.ts';
import { listReadings } from './read-readings.ts';

/** one may hold hundreds of columns and values */
const mostAPage = 20;

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const ReadingKey = v.object({ ...SurveyKey.entries, id: v.pipe(v.string(), v.maxLength(64)) });
const Listing = v.object({ ...pageQuery, key: v.optional(v.pipe(v.string(), v.maxLength(64))) });
type InSurvey = { params: v.InferOutput<typeof SurveyKey> };

export const readingRoutes = Router()
  .get(
    paths.readings(':survey'),
    may('upload-batches'),
    endpoint(
      {
        params: SurveyKey,
        query: Listing,
        replies: replies.readings.GET,
        summary:
          'How the own office has read files, by their headers, the last used first; `key`: of these headers alone',
      },
      list,
    ),
  )
  .post(
    paths.readings(':survey'),
    may('upload-batches'),
    endpoint(
      {
        params: SurveyKey,
        body: NewReading,
        bodyBytes: 512 * 1024,
        rate: 'batches',
        replies: replies.readings.POST,
        summary: 'Keep what was chosen for a file, to be proposed for the next of the same headers',
      },
      keep,
    ),
  )
  .delete(
    paths.reading(':survey', ':id'),
    may('upload-batches'),
    endpoint(
      {
        params: ReadingKey,
        rate: 'batches',
        replies: replies.reading.DELETE,
        summary: 'Forget what the own office has chosen for files of these headers',
      },
      forget,
    ),
  );

async function list(
  { params, query }: InSurvey & { query: v.InferOutput<typeof Listing> },
  { context, user }: Call,
) {
  const { id: survey } = await readSurvey(context, params.survey);
  const page = readPage(query, mostAPage, mostAPage);
  return await listReadings(context, { survey, office: user.office }, page, query.key);
}

async function keep({ params, body }: InSurvey & { body: NewReading }, call: Call) {
  const { context, user } = call;
  const { id: survey } = await readSurvey(context, params.survey);
  const { office, username: by } = user;
  return await keepReading(context, { survey, office, by, audit: auditOf(call) }, body);
}

async function forget({ params }: { params: v.InferOutput<typeof ReadingKey> }, call: Call) {
  const { context, user } = call;
  const { id: survey } = await readSurvey(context, params.survey);
  await forgetReading(context, { survey, office: user.office }, params.id, auditOf(call));
  return nothing();
}
