// What a decision of many would do: which responses it means, and what stands in the way of each.
import type {
  DecisionPreview,
  NewDecisionOfMany,
  SkipCounts,
} from '../../shared/api/decisions-of-many.ts';
import { mostDecided, type SkipReason } from '../../shared/api/decisions-of-many.ts';
import type { User } from '../../shared/api/session.ts';
import {
  outcomeOf,
  type ReviewRules,
  waitingFor,
  waitsFor,
} from '../../shared/survey/decisions.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import type { Context } from '../context.ts';
import { type FilterQuery, readFilters } from '../facts/read-filters.ts';
import { problem } from '../http/problem.ts';
import { refuseUnknown } from '../plan/refuse-unknown.ts';
import { type Outline, outlinesOf } from '../responses/outlines.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import type { StepOfMany } from './decision-of-many.model.ts';

export interface PreviewedMany {
  readonly steps: readonly StepOfMany[];
  readonly preview: DecisionPreview;
}

/** @throws not-found, not-ready, unreadable, selection-too-large, selection-changed with the preview */
export async function previewMany(
  context: Context,
  surveyId: string,
  wanted: NewDecisionOfMany,
  user: User,
): Promise<PreviewedMany> {
  const definition = await readSurvey(context, surveyId);
  const survey = definition.id;
  const ids = await chosen(context, definition, wanted, user);
  const steps: StepOfMany[] = [];
  const decided: Outline[] = [];
  for await (const { id, outline } of outlinesOf(context, { survey, scope: user.scope, ids })) {
    const why = outline ? whyNot(outline, wanted.decision, definition, user) : 'not-found';
    steps.push({ id, ...(outline && { version: outline.version }), ...(why && { why }) });
    if (outline && !why) decided.push(outline);
  }
  const preview = previewOf(steps, decided);
  const { expect = preview.total } = wanted;
  if (expect === preview.total) return { steps, preview };
  throw problem('selection-changed', {
    detail: `There are ${preview.total} now, and you expected ${expect}.`,
    preview,
  });
}

/** Many are decided only of what waits for this person; undefined: this one is. */
function whyNot(
  outline: Outline,
  decision: NewDecisionOfMany['decision'],
  rules: ReviewRules,
  user: User,
): SkipReason | undefined {
  if (outline.withdrawnAt || !waitsFor(outline, rules, user.scope)) return 'not-waiting';
  const outcome = outcomeOf(decision, outline, rules, user);
  return 'not' in outcome ? outcome.not : undefined;
}

/** Oldest first, as they wait. */
async function chosen(
  context: Context,
  survey: SurveyDefinition,
  { ids, filters }: NewDecisionOfMany,
  { scope }: User,
): Promise<readonly string[]> {
  if ((ids === undefined) === (filters === undefined))
    throw problem('unreadable', { detail: 'Give either `ids` or `filters`.' });
  if (ids) return [...new Set(ids)];
  if (!context.facts.ready)
    throw problem('not-ready', { detail: 'The responses are being counted.' });
  const asked = { status: waitingFor(survey, scope), ...filters } as FilterQuery; // a name without a value is not in it
  const question = { survey: survey.id, filters: readFilters(asked, survey), scope };
  await refuseUnknown(context, question.filters);
  const most = mostDecided.byFilters;
  const found = context.facts.find(question, { limit: most, after: null, oldestFirst: true });
  if (found.total <= most) return found.ids;
  throw problem('selection-too-large', {
    detail: `${found.total} responses are behind these filters; ${most} can be decided at once.`,
    total: found.total,
    most,
  });
}

function previewOf(steps: readonly StepOfMany[], decided: readonly Outline[]): DecisionPreview {
  const why: { -readonly [K in keyof SkipCounts]: number } = {};
  for (const step of steps) if (step.why) why[step.why] = (why[step.why] ?? 0) + 1;
  return {
    total: steps.length,
    decides: decided.length,
    offices: new Set(decided.map(({ office }) => office)).size,
    warnings: decided.filter(({ violations }) => violations.length > 0).length,
    skipped: steps.length - decided.length,
    why,
  };
}
