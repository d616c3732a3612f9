// The re-check: today's rules run over stored responses, reporting what would change. Nothing is written.
import type { Recheck } from '../../shared/api/recheck.ts';
import { districtsOf } from '../../shared/places/districts.ts';
import { checkResponse } from '../../shared/survey/check-response.ts';
import type { SurveyDefinition } from '../../shared/survey/definition.ts';
import { givenAgain } from '../../shared/survey/given-again.ts';
import { type CheckedResponse, contentNames } from '../../shared/survey/response.ts';
import { bangkokDay } from '../../shared/text/bangkok-day.ts';
import { canonicalJson } from '../../shared/text/canonical-json.ts';
import type { Context } from '../context.ts';
import type { FactsQuestion } from '../facts/answer.ts';
import { responsesIn } from '../responses/read-responses.ts';
import type { StoredResponse } from '../responses/response.model.ts';

type Difference = Recheck['items'][number];

/** Checks up to `limit` responses, newest first, from the cursor on. */
export async function recheck(
  context: Context,
  survey: SurveyDefinition,
  question: FactsQuestion,
  page: { limit: number; after: string | null },
): Promise<Recheck> {
  const { ids, next } = await context.facts.find(question, page);
  const today = bangkokDay(context.now());
  const items: Difference[] = [];
  let checked = 0;
  for await (const stored of responsesIn(question.scope, context).each(ids)) {
    checked++;
    // there is nothing left to be judged
    if (stored.erasedAt) continue;
    const difference = recheckOne(survey, stored, today);
    if (difference) items.push(difference);
  }
  return { checked, items, next };
}

export function recheckOne(
  survey: SurveyDefinition,
  stored: StoredResponse,
  today: string,
): Difference | undefined {
  const { response, violations } = checkResponse(survey, givenAgain(stored), {
    today,
    districts: districtsOf,
    wrapped: false,
  });
  const changes = response ? changed(stored, response) : [];
  if (response && changes.length === 0) return undefined;
  return { id: stored._id, changes, violations: [...violations] };
}

/** the version that it is judged by is another one on purpose */
const compared = contentNames.filter((name) => name !== 'surveyVersion');

function changed(stored: StoredResponse, response: CheckedResponse): string[] {
  return compared
    .filter((name) => canonicalJson(stored[name]) !== canonicalJson(response[name]))
    .map((name) => `/${name}`);
}
