// Surveys and their definitions; public, because a form must be readable before anyone signs in.
import { createHash } from 'node:crypto';
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call } from '../context.ts';
import { endpoint, notModified, Reply } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { isOpen } from './not-open.ts';
import { readSurvey, readSurveys, readVersion, type SurveyRound } from './read-survey.ts';

const SurveyKey = v.object({ survey: v.string() });
const WhichVersion = v.object({
  version: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}$/))),
});

export const surveyRoutes = Router()
  .get(
    paths.surveys(),
    may('read-surveys'),
    endpoint({ replies: replies.surveys.GET, summary: 'All surveys, newest first' }, listSurveys),
  )
  .get(
    paths.survey(':survey'),
    may('read-surveys'),
    endpoint(
      {
        params: SurveyKey,
        query: WhichVersion,
        replies: replies.survey.GET,
        summary: 'One survey and its questions, as they are or as a version of it had them',
      },
      getSurvey,
    ),
  );

async function listSurveys(_input: object, { context }: Call) {
  const surveys = await readSurveys(context);
  return { items: surveys.map((survey) => onTheWire(survey, context.now())), next: null };
}

async function getSurvey(
  { params, query }: { params: { survey: string }; query: v.InferOutput<typeof WhichVersion> },
  { context, req }: Call,
) {
  const current = await readSurvey(context, params.survey);
  const known =
    query.version === undefined
      ? current
      : await readVersion(context, current, Number(query.version));
  if (!known) throw problem('not-found', { detail: 'There is no such version of this survey.' });
  const survey = { ...onTheWire(known, context.now()), open: isOpen(current, context.now()) };
  const etag = etagOf(survey);
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  return req.get('if-none-match') === etag ? notModified(headers) : new Reply(200, survey, headers);
}

/** A version is never changed; how its round stands is. */
function etagOf(survey: ReturnType<typeof onTheWire>): string {
  const { id, version, state, stateReason, stateSince, open } = survey;
  const stands = JSON.stringify([state, stateReason, stateSince, open]);
  const digest = createHash('sha256').update(stands).digest('base64url').slice(0, 12);
  return `"${id}-${version}-${digest}"`;
}

function onTheWire(survey: SurveyRound, now: Date) {
  return { ...survey, open: isOpen(survey, now) };
}
