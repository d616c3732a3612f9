// Rules of a round: what each would link, has linked, and switching it on and off.
import { Router } from 'express';
import * as v from 'valibot';
import { paths } from '../../shared/api/paths.ts';
import { replies } from '../../shared/api/replies.ts';
import { mostRules, NewRule, RuleChange } from '../../shared/api/rules.ts';
import { auditOf } from '../audit/audit-of.ts';
import type { Call } from '../context.ts';
import { issuesByRule } from '../facts/rows-of-rules.ts';
import { created, endpoint } from '../http/endpoint.ts';
import { may } from '../http/permissions.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { addRule, changeRule, refuseLarger, termsOf } from './change-rules.ts';
import { previewRule } from './preview-rule.ts';
import { readRule, rulesOfSurvey, toRule } from './read-rules.ts';

const SurveyKey = v.object({ survey: v.pipe(v.string(), v.maxLength(100)) });
const RuleKey = v.object({
  ...SurveyKey.entries,
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
});
const Adding = v.object({ dryRun: v.optional(v.picklist(['true', 'false']), 'false') });

type OfSurvey = { params: v.InferOutput<typeof SurveyKey> };
type OfRule = { params: v.InferOutput<typeof RuleKey> };

/** twenty words and a hundred provinces */
const bodyBytes = 64 * 1024;

export const ruleRoutes = Router()
  .get(
    paths.rules(':survey'),
    may('link-issues'),
    endpoint(
      {
        params: SurveyKey,
        replies: replies.rules.GET,
        summary: 'The rules of a round, newest first, and what each has linked',
      },
      list,
    ),
  )
  .post(
    paths.rules(':survey'),
    may('link-issues'),
    endpoint(
      {
        params: SurveyKey,
        query: Adding,
        body: NewRule,
        bodyBytes,
        rate: 'lookups',
        replies: replies.rules.POST,
        summary:
          'Add a rule that links issues with these words to a sub-plan; it is off at first. `dryRun=true`: what it would link',
      },
      add,
    ),
  )
  .get(
    paths.rulePreview(':survey', ':id'),
    may('link-issues'),
    endpoint(
      {
        params: RuleKey,
        rate: 'lookups',
        replies: replies.rulePreview.GET,
        summary: 'What a rule would link, and what switching it off takes back',
      },
      preview,
    ),
  )
  .patch(
    paths.rule(':survey', ':id'),
    may('link-issues'),
    endpoint(
      {
        params: RuleKey,
        body: RuleChange,
        bodyBytes,
        rate: 'people',
        replies: replies.rule.PATCH,
        summary:
          'Switch a rule on or off (what it linked and nobody confirmed is taken back), change it while it is off, or put it away',
      },
      change,
    ),
  );

/** What it links is counted by the facts, in another process too. */
function linkedIn({ context }: Call): ReadonlyMap<string, number> {
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  return issuesByRule(context.facts.columns);
}

async function list({ params }: OfSurvey, call: Call) {
  const { id } = await readSurvey(call.context, params.survey);
  const linked = linkedIn(call);
  const rules = await rulesOfSurvey(call.context, id);
  return { items: rules.map((rule) => toRule(rule, linked)), most: mostRules };
}

async function add(
  { params, query, body }: OfSurvey & { query: v.InferOutput<typeof Adding>; body: NewRule },
  call: Call,
) {
  const { context, scope, user } = call;
  const round = await readSurvey(context, params.survey);
  const terms = termsOf(round, body);
  if (query.dryRun === 'true') {
    linkedIn(call);
    return await previewRule(context, { ...terms, survey: round.id, scope }, 0);
  }
  const stored = await addRule(context, { round, terms, scope }, { user, audit: auditOf(call) });
  return created(toRule(stored, new Map()));
}

/** Examples are titles of the rule's place: whoever sees less may not see them. */
async function preview({ params }: OfRule, call: Call) {
  const { id: survey } = await readSurvey(call.context, params.survey);
  const { _id: id, ...rule } = await readRule(call.context, survey, params.id);
  refuseLarger(rule.scope, call.scope);
  return await previewRule(call.context, { ...rule, id }, linkedIn(call).get(id) ?? 0);
}

async function change({ params, body }: OfRule & { body: RuleChange }, call: Call) {
  const { context, user } = call;
  const round = await readSurvey(context, params.survey);
  const which = { round, id: params.id };
  const stored = await changeRule(context, which, body, { user, audit: auditOf(call) });
  return toRule(stored, linkedIn(call));
}
