// Quality, beside the review queue: what standing rules noticed, and what people say of it.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { SettingAside } from '../../shared/api/quality.ts';
import { replies } from '../../shared/api/replies.ts';
import { qualityRules } from '../../shared/quality/flag.ts';
import type { Call } from '../context.ts';
import { endpoint } from '../http/endpoint.ts';
import { pageQuery, readPage } from '../http/page.ts';
import { may } from '../http/permissions.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { listFlags, putFlagAside } from './flags.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const FlagKey = v.object({ ...SurveyKey.entries, id: v.pipe(v.string(), v.maxLength(64)) });
type FlagKey = v.InferOutput<typeof FlagKey>;
const Listing = v.object({
  ...pageQuery,
  state: v.optional(v.picklist(['open', 'aside']), 'open'),
  rule: v.optional(v.picklist(qualityRules)),
  response: v.optional(v.pipe(v.string(), v.maxLength(64))),
});

export const qualityRoutes = Router()
  .get(
    paths.quality(':survey'),
    may('decide'),
    endpoint(
      {
        params: SurveyKey,
        query: Listing,
        replies: replies.quality.GET,
        summary: 'What standing rules noticed in what is stored, within the own scope',
      },
      list,
    ),
  )
  .put(
    paths.flagAside(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: FlagKey,
        body: SettingAside,
        rate: 'decisions',
        replies: replies.flagAside.PUT,
        summary: 'Set a flag aside, with the reason; it comes back when its cases have doubled',
      },
      putAside,
    ),
  )
  .delete(
    paths.flagAside(':survey', ':id'),
    may('decide'),
    endpoint(
      {
        params: FlagKey,
        rate: 'decisions',
        replies: replies.flagAside.DELETE,
        summary: 'Look at a flag again that was set aside',
      },
      deleteAside,
    ),
  );

async function list(
  {
    params,
    query,
  }: { params: v.InferOutput<typeof SurveyKey>; query: v.InferOutput<typeof Listing> },
  { context, scope }: Call,
) {
  const { id: survey } = await readSurvey(context, params.survey);
  return await listFlags(context, { survey, ...query }, scope, readPage(query));
}

function putAside({ params, body }: { params: FlagKey; body: SettingAside }, call: Call) {
  return putFlagAside(call.context, params, body.reason, call.user);
}

function deleteAside({ params }: { params: FlagKey }, call: Call) {
  return putFlagAside(call.context, params, null, call.user);
}
