// The agencies that an office has named before, so that one agency is written one way: offered to its people while they type. The facts
// know what came lately from the office in their scope, the documents say from which agency; how much is looked through is bounded.
import type { Agencies } from '../../shared/api/own.ts';
import type { Call } from '../context.ts';
import { problem } from '../http/problem.ts';
import { readSurvey } from '../surveys/read-survey.ts';
import { inScope } from './read-responses.ts';
import { type StoredResponse, storedResponses } from './response.model.ts';

const atOnce = 500;
const mostLookedThrough = 2000;
const mostShown = 200;

const looked = { respondent: 1, erasedAt: 1 } as const;
type Looked = Pick<StoredResponse, '_id' | keyof typeof looked>;

/** Named most often first. @throws not-found, not-ready */
export async function ownAgencies(
  surveyId: string,
  { context, user, scope }: Pick<Call, 'context' | 'user' | 'scope'>,
): Promise<Agencies> {
  const survey = await readSurvey(context, surveyId);
  const { facts, db } = context;
  if (!facts.ready) throw problem('not-ready', { detail: 'The responses are being counted.' });
  const status = ['received', 'endorsed', 'pending', 'approved'] as const;
  const filters = { status, respondent: ['agency'], office: [user.office] } as const;
  const named = new Map<string, number>();
  let after: string | null = null;
  for (let count = 0; count < mostLookedThrough; count += atOnce) {
    const page: ReturnType<typeof facts.find> = facts.find(
      { survey: survey.id, filters, scope },
      { limit: atOnce, after },
    );
    const found = await db
      .model(storedResponses)
      .find({ _id: { $in: page.ids }, ...inScope(scope) }, looked)
      .lean<Looked[]>();
    for (const { respondent, erasedAt } of found)
      if (respondent.agency && !erasedAt)
        named.set(respondent.agency, (named.get(respondent.agency) ?? 0) + 1);
    after = page.next;
    if (after === null) break;
  }
  const items = [...named]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostShown)
    .map(([name, responses]) => ({ name, responses }));
  return { items, next: null };
}
