// Links of a round's issues: made, taken back, and those of one response read.
import { Router } from 'express';
import * as v from 'valibot';
import { LinkRequest } from '../../shared/api/links.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { responsesIn } from '../responses/read-responses.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { changeLinks, type Linking } from './change-links.ts';
import { linksOfResponse } from './read-links.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const ResponseKey = v.object({ ...SurveyKey.entries, id: v.pipe(v.string(), v.maxLength(64)) });
type OfSurvey = { params: v.InferOutput<typeof SurveyKey> };

/** 500 issues and their ids */
const bodyBytes = 64 * 1024;

export const linkRoutes = Router()
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

async function link(input: OfSurvey & { body: LinkRequest }, call: Call) {
  return created(await change('linked', input, call));
}

async function unlink(input: OfSurvey & { body: LinkRequest }, call: Call) {
  return await change('unlinked', input, call);
}

async function change(
  act: Linking['act'],
  { params, body }: OfSurvey & { body: LinkRequest },
  call: Call,
) {
  const { context, user } = call;
  const round = await readSurvey(context, params.survey);
  return await changeLinks(context, round, body, { act, user, audit: auditOf(call) });
}

async function read(
  { params }: { params: v.InferOutput<typeof ResponseKey> },
  { context, scope }: Call,
) {
  const { _id } = await responsesIn(scope, context).one(params);
  return await linksOfResponse(context, _id);
}
