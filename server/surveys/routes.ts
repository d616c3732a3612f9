// Surveys and their definitions; public, because a form must be readable before anyone signs in.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call } from '../context.ts';
import { endpoint, notModified, Reply } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { isOpen, readSurvey, readSurveys, type SurveyRound } from './read-survey.ts';

const SurveyKey = v.object({ survey: v.string() });

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
      { params: SurveyKey, replies: replies.survey.GET, summary: 'One survey and its questions' },
      getSurvey,
    ),
  );

async function listSurveys(_input: object, { context }: Call) {
  const surveys = await readSurveys(context);
  return { items: surveys.map((survey) => onTheWire(survey, context.now())), next: null };
}

async function getSurvey({ params }: { params: { survey: string } }, { context, req }: Call) {
  const survey = onTheWire(await readSurvey(context, params.survey), context.now());
  const etag = `"${survey.id}-${survey.version}-${survey.open ? 'open' : 'closed'}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  return req.get('if-none-match') === etag ? notModified(headers) : new Reply(200, survey, headers);
}

function onTheWire(survey: SurveyRound, now: Date) {
  return { ...survey, open: isOpen(survey, now) };
}
