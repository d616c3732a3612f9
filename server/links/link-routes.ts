// Links of a round's issues: made, taken back, and those of one response read.
import { Router } from 'express';
import * as v from 'valibot';
import { LinkRequest, linkStates } from '../../shared/api/links.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { filterQuery } from '../facts/read-filters.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { ResponseKey } from '../responses/response-key.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { changeLinks, type LinkAct } from './change-links.ts';
import { linksOfResponse } from './read-links.ts';
import { saidWordsRoutes } from './said-words-routes.ts';
import { showGroups } from './show-groups.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
type OfSurvey = { params: v.InferOutput<typeof SurveyKey> };

/** 500 issues and their ids */
const bodyBytes = 64 * 1024;

const Listing = v.object({
  ...filterQuery,
  ...pageQuery,
  state: v.optional(v.picklist(linkStates), 'none'),
});

const issueLinkRoutes = Router()
  .get(
    paths.links(':survey'),
    may('link-issues'),
    endpoint(
      {
        params: SurveyKey,
        query: Listing,
        rate: 'lookups',
        replies: replies.links.GET,
        summary:
          'Issues in groups that say nearly the same, the weightiest first, with suggestions',
      },
      groups,
    ),
  )
  .post(
    paths.links(':survey'),
    may('link-issues'),
    endpoint(
      {
        params: SurveyKey,
        body: LinkRequest,
        bodyBytes,
        rate: 'decisions',
        replies: replies.links.POST,
        summary: 'Link issues to a sub-plan or a project; `subPlan: "none"`: they fit none',
      },
      link,
    ),
  )
  .delete(
    paths.links(':survey'),
    may('link-issues'),
    endpoint(
      {
        params: SurveyKey,
        body: LinkRequest,
        bodyBytes,
        rate: 'decisions',
        replies: replies.links.DELETE,
        summary: 'Take links back; they stay in the history',
      },
      unlink,
    ),
  )
  .get(
    paths.responseLinks(':survey', ':id'),
    may('read-plan'),
    endpoint(
      {
        params: ResponseKey,
        replies: replies.responseLinks.GET,
        summary: 'What the issues of a response are linked to, and ever were',
      },
      read,
    ),
  );

export const linkRoutes = [issueLinkRoutes, saidWordsRoutes];

async function groups(
  { params, query }: OfSurvey & { query: v.InferOutput<typeof Listing> },
  { context, scope }: Call,
) {
  const survey = await readSurvey(context, params.survey);
  context.facts.setSurvey(survey);
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const { state, limit: _limit, after: _after, linked: _linked, ...filters } = query;
  const page = readPage(query, 20, 50);
  return await showGroups(context, { survey, scope }, { query: filters, state }, page);
}

async function link(input: OfSurvey & { body: LinkRequest }, call: Call) {
  return created(await change('linked', input, call));
}

async function unlink(input: OfSurvey & { body: LinkRequest }, call: Call) {
  return await change('unlinked', input, call);
}

async function change(
  act: LinkAct['act'],
  { params, body }: OfSurvey & { body: LinkRequest },
  call: Call,
) {
  const { context, user } = call;
  const round = await readSurvey(context, params.survey);
  return await changeLinks(context, round, body, { act, user, audit: auditOf(call) });
}

async function read({ params }: { params: ResponseKey }, { context, scope }: Call) {
  const { _id } = await responsesIn(scope, context).one(params);
  return await linksOfResponse(context, _id);
}
