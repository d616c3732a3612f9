// Decisions of many: what one would do, begin it, see how far it is, stop it, take it back.
import { Router } from 'express';
import * as v from 'valibot';
import { NewDecisionOfMany } from '../../shared/api/decisions-of-many.ts';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { accepted, endpoint } from '../http/endpoint.ts';
import { largeBody } from '../http/json-body.ts';
import { may } from '../http/permissions.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { beginMany } from './begin-many.ts';
import { listOwnMany, manyOnTheWire, ownMany, stopMany, takeManyBack } from './end-many.ts';
import { previewMany } from './preview-many.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const ManyKey = v.object({
  ...SurveyKey.entries,
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
});
const Deciding = v.object({ dryRun: v.optional(v.picklist(['true', 'false']), 'false') });

export const manyRoutes = Router()
  .post(
    paths.decisionsOfMany(':survey'),
    may('decide'),
    endpoint(
      {
        params: SurveyKey,
        query: Deciding,
        body: NewDecisionOfMany,
        bodyBytes: largeBody,
        rate: 'decisions',
        replies: replies.decisionsOfMany.POST,
        summary:
          'One decision on many responses: `ids`, or everything that waits behind `filters`; `expect` says how many you mean. It goes on after the answer. `dryRun=true`: what it would do',
      },
      postMany,
    ),
  )
  .get(
    paths.decisionsOfMany(':survey'),
    may('decide'),
    endpoint(
      {
        params: SurveyKey,
        replies: replies.decisionsOfMany.GET,
        summary: 'Your newest decisions of many',
      },
      listMany,
    ),
  )
  .get(
    paths.decisionOfMany(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ManyKey,
        replies: replies.decisionOfMany.GET,
        summary: 'How far a decision of many is',
      },
      getMany,
    ),
  )
  .put(
    paths.stopOfMany(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ManyKey,
        replies: replies.stopOfMany.PUT,
        summary: 'Stop a decision of many; what is decided stays decided',
      },
      putStop,
    ),
  )
  .delete(
    paths.decisionOfMany(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: ManyKey,
        rate: 'decisions',
        replies: replies.decisionOfMany.DELETE,
        summary:
          'Take a whole decision of many back; responses that somebody has done something with since stay, and are named',
      },
      deleteMany,
    ),
  );

type InSurvey = { params: v.InferOutput<typeof SurveyKey> };
type OfMany = { params: v.InferOutput<typeof ManyKey> };

async function postMany(
  {
    params,
    query,
    body,
  }: InSurvey & { query: v.InferOutput<typeof Deciding>; body: NewDecisionOfMany },
  call: Call,
) {
  const { context, user, req } = call;
  const { survey } = params;
  // the reason is written once it is seen what it is for
  if (query.dryRun === 'true') return (await previewMany(context, survey, body, user)).preview;
  const audit = auditOf(call);
  const begun = await beginMany(context, body, { survey, user, audit, request: String(req.id) });
  return accepted(manyOnTheWire(begun));
}

async function listMany({ params }: InSurvey, { context, user }: Call) {
  const { id } = await readSurvey(context, params.survey);
  return { items: (await listOwnMany(context, id, user)).map(manyOnTheWire), next: null };
}

async function getMany({ params }: OfMany, { context, user }: Call) {
  return manyOnTheWire(await ownMany(context, params, user));
}

async function putStop({ params }: OfMany, { context, user }: Call) {
  return accepted(manyOnTheWire(await stopMany(context, params, user)));
}

async function deleteMany({ params }: OfMany, call: Call) {
  const { context, user } = call;
  return accepted(manyOnTheWire(await takeManyBack(context, params, user, auditOf(call))));
}
