// Responses: put one, read one, list and export what a number on a dashboard is made of.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { NewResponse, type Receipt } from '../../shared/api/responses.ts';
import { provinces } from '../../shared/places/provinces.ts';
import type { RawResponse } from '../../shared/survey/response.ts';
import type { Call } from '../context.ts';
import { filterQuery } from '../facts/read-filters.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { largeBody } from '../http/json-body.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { commonIssues } from './common-issues.ts';
import { withOlderDecisions } from './decision-pages.ts';
import { exportRoutes } from './export-routes.ts';
import type { Inserted } from './insert-responses.ts';
import { listResponses } from './list-responses.ts';
import { listReturned } from './list-returned.ts';
import { onTheWire } from './on-the-wire.ts';
import { ownAgencies } from './own-agencies.ts';
import { ownNumbers } from './own-numbers.ts';
import { ownReceipts } from './own-receipts.ts';
import { putResponse } from './put-response.ts';
import { responsesIn } from './read-responses.ts';
import { ResponseKey, refuseIdOfRow } from './response-key.ts';
import { responseWithdrawalRoutes } from './withdrawal-routes.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const Paged = v.object(pageQuery);
const FilteredPage = v.object({ ...filterQuery, ...pageQuery });

const OfDistrict = v.object({
  province: v.picklist(provinces.map(({ code }) => code)),
  district: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});
type OfDistrict = v.InferOutput<typeof OfDistrict>;

const ofResponses = Router()
  .put(
    paths.response(':survey', ':id'),
    may('respond'),
    endpoint(
      {
        params: ResponseKey,
        body: NewResponse,
        bodyBytes: largeBody,
        rate: 'responses',
        replies: replies.response.PUT,
        summary: 'Send a response under an id of your own (a UUID); repeat it as often as you like',
      },
      put,
    ),
  )
  .get(
    paths.responses(':survey'),
    may('read-responses'),
    endpoint(
      {
        params: SurveyKey,
        query: FilteredPage,
        replies: replies.responses.GET,
        summary:
          'The responses behind a number, newest first; takes the filters of figures, `limit` and `after`',
      },
      list,
    ),
  )
  .get(
    paths.returned(':survey'),
    may('respond'),
    endpoint(
      {
        params: SurveyKey,
        query: Paged,
        replies: replies.returned.GET,
        summary: 'What was sent back to who asks, newest first; takes `limit` and `after`',
      },
      returned,
    ),
  )
  .get(
    paths.ownNumbers(':survey'),
    may('respond'),
    endpoint(
      {
        params: SurveyKey,
        replies: replies.ownNumbers.GET,
        summary: 'What who asks has sent lately, and how it stands',
      },
      ({ params }: { params: { survey: string } }, call: Call) => ownNumbers(params.survey, call),
    ),
  )
  .get(
    paths.ownReceipts(':survey'),
    may('respond'),
    endpoint(
      {
        params: SurveyKey,
        replies: replies.ownReceipts.GET,
        summary: 'The receipts of what who asks has sent lately, from whichever device',
      },
      ({ params }: { params: { survey: string } }, call: Call) => ownReceipts(params.survey, call),
    ),
  )
  .get(
    paths.ownAgencies(':survey'),
    may('respond'),
    endpoint(
      {
        params: SurveyKey,
        rate: 'lookups',
        replies: replies.ownAgencies.GET,
        summary: 'The agencies that the office of who asks has named before, most often first',
      },
      ({ params }: { params: { survey: string } }, call: Call) => ownAgencies(params.survey, call),
    ),
  )
  .get(
    paths.commonIssues(':survey'),
    may('respond'),
    endpoint(
      {
        params: SurveyKey,
        query: OfDistrict,
        rate: 'lookups',
        replies: replies.commonIssues.GET,
        summary: 'What at least five responses of a district have said in nearly the same words',
      },
      ({ params, query }: { params: { survey: string }; query: OfDistrict }, call: Call) =>
        commonIssues({ ...params, ...query }, call),
    ),
  )
  .get(
    paths.response(':survey', ':id'),
    may('read-responses'),
    endpoint({ params: ResponseKey, replies: replies.response.GET, summary: 'One response' }, get),
  );

export const responseRoutes = [ofResponses, exportRoutes, responseWithdrawalRoutes];

function returned(
  { params, query }: { params: { survey: string }; query: v.InferOutput<typeof Paged> },
  call: Call,
) {
  return listReturned(params.survey, readPage(query), call);
}

async function put(
  { params, body }: { params: ResponseKey; body: v.InferOutput<typeof NewResponse> },
  { context, user, sentBytes }: Call,
) {
  refuseOtherDoor(body.channel);
  if (body.revision === undefined) refuseIdOfRow(params.id);
  const survey = await readSurvey(context, params.survey);
  const { revision, collectedBy, filling, ...content } = body;
  const raw = content as RawResponse; // the schema has checked the shape; the rules check the values
  const { limits } = context;
  limits.check('bytes of responses', user.username);
  const { outcome, stored } = await putResponse(
    context,
    survey,
    { id: params.id, raw, revision, collectedBy, filling },
    user,
  );
  if (outcome === 'new') limits.add('bytes of responses', user.username, sentBytes);
  const receipt = toReceipt(stored);
  return outcome === 'new' ? created(receipt) : receipt;
}

/** Files come by batches, and citizens without an account: nobody who signed in speaks for either here. */
function refuseOtherDoor(channel: string): void {
  if (channel === 'form' || channel === 'api') return;
  throw problem('response-invalid', {
    violations: [{ code: 'wrong-type', level: 'error', pointer: '/channel', expected: 'form api' }],
  });
}

function toReceipt(stored: Inserted['stored']): Receipt {
  return {
    id: stored._id,
    receipt: stored.receipt,
    receivedAt: stored.receivedAt.toISOString(),
    status: stored.status,
    violations: stored.violations.map((violation) => ({ ...violation })),
  };
}

async function get({ params }: { params: ResponseKey }, { context, scope }: Call) {
  const stored = await responsesIn(scope, context).one(params);
  return onTheWire(await withOlderDecisions(context, stored), context);
}

function list(
  { params, query }: { params: { survey: string }; query: v.InferOutput<typeof FilteredPage> },
  call: Call,
) {
  return listResponses(params.survey, query, call);
}
