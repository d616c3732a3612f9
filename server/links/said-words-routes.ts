// How people speak of the sub-plans of a round.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import type { Call } from '../context.ts';
import { filterQuery, readFilters } from '../facts/read-filters.ts';
import { endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { readSaidWords } from './read-said-words.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Query = v.object(filterQuery);

export const saidWordsRoutes = Router().get(
  paths.saidWords(':survey'),
  may('read-plan'),
  endpoint(
    {
      params: SurveyKey,
      query: Query,
      rate: 'lookups',
      replies: replies.saidWords.GET,
      summary: 'The words that tell each sub-plan from everything else, in the newest responses',
    },
    read,
  ),
);

async function read(
  {
    params,
    query,
  }: { params: v.InferOutput<typeof SurveyKey>; query: v.InferOutput<typeof Query> },
  { context, scope }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  context.facts.setSurvey(survey);
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const filters = readFilters(query, survey);
  await refuseUnknown(context, filters);
  return await readSaidWords(context, { survey, filters, scope });
}
