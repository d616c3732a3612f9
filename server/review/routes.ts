// Decisions on responses, and what today's rules would say about stored ones.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewDecision, statuses } from '../../shared/api/responses.ts';
import { waitingFor } from '../../shared/survey/decisions.ts';
import type { Call } from '../context.ts';
import { filterQuery } from '../facts/read-filters.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { listResponses } from '../responses/list-responses.ts';
import { onTheWire } from '../responses/on-the-wire.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { decide } from './decide.ts';
import { manyRoutes } from './many-routes.ts';
import { presenceRoutes } from './presence-routes.ts';
import { recheck } from './recheck.ts';
import { takeBack } from './take-back.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const DecisionKey = v.object({
  ...ResponseKey.entries,
  decision: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
});
type DecisionKey = v.InferOutput<typeof DecisionKey>;
const FilteredPage = v.object({ ...filterQuery, ...pageQuery });
const Query = v.object(pageQuery);
type Query = v.InferOutput<typeof Query>;

const oneByOne = Router()
  .get(
    paths.review(':survey'),
    may('decide'),
    endpoint(
      {
        params: SurveyKey,
        query: FilteredPage,
        replies: replies.review.GET,
        summary:
          'What waits for the decision of who asks, oldest first; takes the filters of figures (`status` chooses something else than what waits), `limit` and `after`',
      },
      getReview,
    ),
  )
  .get(
    paths.recheck(':survey'),
    may('recheck'),
    endpoint(
      {
        params: SurveyKey,
        query: Query,
        replies: replies.recheck.GET,
        summary: 'What today’s rules would change in stored responses, 500 at a time',
      },
      getRecheck,
    ),
  )
  .post(
    paths.decisions(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ResponseKey,
        body: NewDecision,
        rate: 'decisions',
        replies: replies.decisions.POST,
        summary: 'Approve, return or reject a response',
      },
      postDecision,
    ),
  )
  .delete(
    paths.decision(':survey', ':id', ':decision'),
    may('decide'),
    endpoint(
      {
        params: DecisionKey,
        rate: 'decisions',
        replies: replies.decision.DELETE,
        summary: 'Take back a decision of your own, as long as nothing else happened since',
      },
      deleteDecision,
    ),
  );

export const reviewRoutes = [oneByOne, manyRoutes, presenceRoutes];

async function getReview(
  { params, query }: { params: { survey: string }; query: v.InferOutput<typeof FilteredPage> },
  call: Call,
) {
  const survey = await readSurvey(call.context, params.survey);
  const waiting = { ...query, status: query.status ?? waitingFor(survey, call.user.scope) };
  return listResponses(params.survey, waiting, call, { oldestFirst: true });
}

async function postDecision(
  { params, body }: { params: ResponseKey; body: NewDecision },
  { context, user }: Call,
) {
  return created(onTheWire(await decide(context, params, body, user)));
}

async function deleteDecision({ params }: { params: DecisionKey }, { context, user }: Call) {
  return onTheWire(await takeBack(context, params, user));
}

async function getRecheck(
  { params, query }: { params: { survey: string }; query: Query },
  { context, scope }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const filters = { status: [...statuses] };
  return recheck(context, survey, { survey: survey.id, filters, scope }, readPage(query, 500));
}
